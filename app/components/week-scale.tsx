export type WeekScaleProps = {
  lo: number;
  hi: number;
  /** Weeks on the axis. */
  max: number;
  /** The last tick with its unit: 52週 */
  maxLabel: string;
  /** One sentence that says what the drawing shows. */
  label: string;
};

const quarters = [0, 0.25, 0.5, 0.75, 1] as const;

/** Weeks of own work: solid is surely needed, hatched reaches to the late end. */
export function WeekScale({ lo, hi, max, maxLabel, label }: WeekScaleProps) {
  const percent = (weeks: number) => `${(Math.min(weeks, max) / max) * 100}%`;
  return (
    <svg className="interval-bar week-scale" height="58" role="img" aria-label={label}>
      {hi > lo && (
        <rect
          className="fill-unknown"
          x={percent(lo)}
          y="4"
          width={percent(Math.min(hi, max) - lo)}
          height="20"
        />
      )}
      <rect className="fill-known" x="0" y="4" width={percent(lo)} height="20" />
      <line className="axis" x1="0" x2="100%" y1="28" y2="28" />
      {quarters.map((part) => (
        <g key={part}>
          <line className="axis" x1={`${part * 100}%`} x2={`${part * 100}%`} y1="24" y2="32" />
          <text
            className={part === 0.25 || part === 0.75 ? 'week-scale__minor' : undefined}
            x={`${part * 100}%`}
            y="50"
            textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
          >
            {part === 1 ? maxLabel : Math.round(max * part)}
          </text>
        </g>
      ))}
    </svg>
  );
}
