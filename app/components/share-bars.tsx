/** A share of one band, as it was published. */
export type Share = { band: string; name: string; percent: number };

export type ShareRow = {
  id: string;
  name: string;
  /** Lowest band first; null where no shares were published. */
  shares: readonly Share[] | null;
  /** What stands there instead of a bar, and the same in words for everybody. */
  told: string;
  /** Whether that says how far, or only that nothing is said. */
  isTold: boolean;
  n: string;
  /** 前回値, or nothing */
  note: string;
};

/** One bar a row, of what was published and nothing else; the page gives the table with the same content. */
export function ShareBars({ rows }: { rows: readonly ShareRow[] }) {
  return (
    <ul className="share-list">
      {rows.map(({ id, name, shares, told, isTold, n, note }) => (
        <li key={id}>
          <b>{name}</b>
          {shares === null ? (
            <p className={isTold ? 'share-word' : 'share-word share-word--held'}>{told}</p>
          ) : (
            <>
              <ShareBar shares={shares} />
              <span className="visually-hidden">{told}</span>
            </>
          )}
          <span className="n">
            {n} <span className="muted">{note}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Shares are rounded one by one and need not make a hundred: widths are parts of their sum. */
function ShareBar({ shares }: { shares: readonly Share[] }) {
  const sum = shares.reduce((total, { percent }) => total + percent, 0);
  const ends = shares.map((_, at) =>
    shares.slice(0, at + 1).reduce((total, { percent }) => total + (percent * 100) / sum, 0),
  );
  return (
    <svg className="share" height="40" aria-hidden="true">
      {shares.map(({ band, percent }, at) => {
        const [from, to] = [ends[at - 1] ?? 0, ends[at] ?? 100];
        return (
          <g key={band} className={`share__${band}`}>
            <rect x={`${from}%`} y="0" width={`${to - from}%`} height="40" />
            {percent > 0 && (
              <text x={`${(from + to) / 2}%`} y="26" textAnchor="middle">
                {percent}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The bands that these rows show, lowest first. */
export function ShareLegend({ label, rows }: { label: string; rows: readonly ShareRow[] }) {
  const names = new Map(
    rows.flatMap(({ shares }) => (shares ?? []).map(({ band, name }) => [band, name] as const)),
  );
  const bands = ORDER.filter((band) => names.has(band));
  if (bands.length === 0) return null;
  return (
    <ul className="legend" aria-label={label}>
      {bands.map((band) => (
        <li key={band}>
          <svg className="share" width="32" height="16" aria-hidden="true">
            <g className={`share__${band}`}>
              <rect width="32" height="16" />
            </g>
          </svg>
          {names.get(band)}
        </li>
      ))}
    </ul>
  );
}

const ORDER = ['low', 'low-mid', 'mid', 'mid-high', 'high'];
