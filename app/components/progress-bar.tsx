export type ProgressBarProps = {
  value: number;
  max: number;
  /** id of the sentence that says the same in words. */
  labelledBy: string;
};

export function ProgressBar({ value, max, labelledBy }: ProgressBarProps) {
  return <progress className="progress" max={max} value={value} aria-labelledby={labelledBy} />;
}
