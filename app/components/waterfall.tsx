export type WaterfallProps = {
  /** In tenths of a percent; the first and the last stand on the ground. */
  bars: ReadonlyArray<{ key: string; from: number; to: number; text: string; label: string }>;
  /** What it shows, in one sentence. */
  words: string;
};

const percent = (tenths: number) => `${tenths / 10}%`;

/** From one figure to another, part by part; drawn on the server, beside its table. */
export function Waterfall({ bars, words }: WaterfallProps) {
  return (
    <figure className="stack-8">
      <figcaption className="visually-hidden">{words}</figcaption>
      <ul className="waterfall" aria-hidden="true">
        {bars.map(({ key, from, to, text, label }, at) => {
          const isEnd = at === 0 || at === bars.length - 1;
          const left = Math.max(0, Math.min(from, to));
          const width = Math.max(3, Math.abs(to - from));
          const kind = isEnd ? 'bar' : to >= from ? 'rise' : 'fall';
          return (
            <li key={key}>
              <span className="waterfall__label">
                <span>{label}</span> <span>{text}</span>
              </span>
              <svg width="100%" height="20">
                <rect className="ground" x="0" y="2" width="100%" height="16" />
                <rect className={kind} x={percent(left)} y="2" width={percent(width)} height="16" />
              </svg>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
