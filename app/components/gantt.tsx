export type GanttRow = {
  id: string;
  title: string;
  start: number;
  /** With every range at its low end. */
  earliestFinish: number;
  finish: number;
  critical: boolean;
  /** What the bar shows, in words; read after the title. */
  words: string;
};

export type GanttProps = {
  rows: readonly GanttRow[];
  weeks: number;
  /** Where months begin, as a share of the width. */
  months: ReadonlyArray<{ at: number; name: string }>;
  legend: { label: string; critical: string; other: string; tail: string; now?: string };
  /** The present day as a share of the width. */
  now?: number | null;
};

const percent = (part: number) => `${(100 * part).toFixed(2)}%`;

/** A timeline drawn on the server: a row per action, solid until the early end, hatched until the late one. */
export function Gantt({ rows, weeks, months, legend, now = null }: GanttProps) {
  return (
    <figure className="stack">
      <ul className="legend" aria-label={legend.label}>
        <li>
          <Swatch name="bar-critical" />
          {legend.critical}
        </li>
        <li>
          <Swatch name="bar" />
          {legend.other}
        </li>
        <li>
          <Swatch name="tail" />
          {legend.tail}
        </li>
        {now !== null && legend.now !== undefined && (
          <li>
            <svg className="gantt" width="32" height="20" aria-hidden="true">
              <line className="now" x1="16" x2="16" y1="0" y2="20" />
            </svg>
            {legend.now}
          </li>
        )}
      </ul>
      <div className="gantt">
        <div className="gantt__row gantt__row--head" aria-hidden="true">
          <span />
          <svg width="100%" height="32">
            {months.map(({ at, name }, index) => (
              <text key={at} className={minor(index)} x={percent(at)} y="20">
                {name}
              </text>
            ))}
          </svg>
        </div>
        <ol>
          {rows.map((row) => (
            <li className="gantt__row" key={row.id}>
              <span className="coded">
                <span className="code">{row.id}</span>
                <span className={row.critical ? 'gantt__critical' : undefined}>
                  {row.title}
                  <span className="visually-hidden">{row.words}</span>
                </span>
              </span>
              <Bar row={row} weeks={weeks} months={months} now={now} />
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

/** Every third month stays where there is little room. */
const minor = (index: number) => (index % 3 === 0 ? undefined : 'gantt__minor');

function Swatch({ name }: { name: string }) {
  return (
    <svg className="gantt" width="32" height="20" aria-hidden="true">
      <rect className={name} x=".5" y=".5" width="31" height="19" />
    </svg>
  );
}

type BarProps = { row: GanttRow; now: number | null } & Pick<GanttProps, 'weeks' | 'months'>;

function Bar({ row, weeks, months, now }: BarProps) {
  const { start, earliestFinish, finish, critical } = row;
  return (
    <svg width="100%" height="40" aria-hidden="true">
      {months.map(({ at }, index) => (
        <line
          key={at}
          className={['grid', minor(index)].filter(Boolean).join(' ')}
          x1={percent(at)}
          x2={percent(at)}
          y1="0"
          y2="40"
        />
      ))}
      {finish > earliestFinish && (
        <rect
          className="tail"
          x={percent(earliestFinish / weeks)}
          y="11"
          width={percent((finish - earliestFinish) / weeks)}
          height="18"
        />
      )}
      <rect
        className={critical ? 'bar-critical' : 'bar'}
        x={percent(start / weeks)}
        y="9"
        width={percent((earliestFinish - start) / weeks)}
        height="22"
      />
      {now !== null && <line className="now" x1={percent(now)} x2={percent(now)} y1="0" y2="40" />}
    </svg>
  );
}
