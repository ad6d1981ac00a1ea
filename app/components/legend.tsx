export type LegendProps = {
  /** 図の見かた */
  label: string;
  known: string;
  unknown: string;
  empty: string;
  target: string;
};

function Swatch({ fill }: { fill: 'known' | 'unknown' | 'empty' }) {
  return (
    <svg width="32" height="16" aria-hidden="true">
      <rect className={`fill-${fill}`} x=".5" y=".5" width="31" height="15" />
    </svg>
  );
}

export function Legend({ label, known, unknown, empty, target }: LegendProps) {
  return (
    <ul className="legend" aria-label={label}>
      <li>
        <Swatch fill="known" />
        {known}
      </li>
      <li>
        <Swatch fill="unknown" />
        {unknown}
      </li>
      <li>
        <Swatch fill="empty" />
        {empty}
      </li>
      <li>
        <svg width="16" height="20" aria-hidden="true">
          <path className="line-target" d="M8 0v20" />
        </svg>
        {target}
      </li>
    </ul>
  );
}
