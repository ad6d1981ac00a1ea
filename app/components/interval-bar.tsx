export type IntervalBarProps = {
  /** Percent of the target, 0–100: what is confirmed, and what can be reached by finding out. */
  lo: number;
  hi: number;
};

/** Solid, hatched, empty, target. Percent without a view box, so nothing is ever scaled. */
export function IntervalBar({ lo, hi }: IntervalBarProps) {
  return (
    <svg className="interval-bar" height="28" aria-hidden="true">
      <rect className="fill-empty" x="0" y="4" width="100%" height="20" />
      {hi > lo && (
        <rect className="fill-unknown" x={`${lo}%`} y="4" width={`${hi - lo}%`} height="20" />
      )}
      {lo > 0 && <rect className="fill-known" x="0" y="4" width={`${lo}%`} height="20" />}
      <line className="line-target" x1="100%" x2="100%" y1="0" y2="28" />
    </svg>
  );
}
