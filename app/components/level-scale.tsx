export type LevelScaleProps = {
  /** Levels 0–4; lo < hi where it is not known yet. */
  lo: number;
  hi: number;
  target: number;
  /** 水準 1 → 3: the drawing says nothing that these words do not. */
  words: string;
};

const pips = [1, 2, 3, 4] as const;

/** Four pips: solid up to lo, hatched up to hi; the target line closes the last one needed. */
export function LevelScale({ lo, hi, target, words }: LevelScaleProps) {
  return (
    <span className="level-scale">
      <svg width="70" height="24" aria-hidden="true">
        {pips.map((pip) => (
          <rect
            key={pip}
            className={pip <= lo ? 'pip pip--on' : pip <= hi ? 'pip pip--unknown' : 'pip'}
            x={pip * 17 - 16}
            y="5"
            width="14"
            height="14"
          />
        ))}
        <path className="line-target line-target--thin" d={`M${target * 17 - 0.5} 0v24`} />
      </svg>
      {words}
    </span>
  );
}
