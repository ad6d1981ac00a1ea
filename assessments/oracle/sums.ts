/** `3×min(2,3)·4`: four requirements of weight 3 at level 2 with target 3. */
export interface Term {
  weight: number;
  level: number;
  target: number;
  times: number;
}

export interface Sum {
  terms: Term[];
  /** What the line claims. */
  reached: number;
  of: number;
}

const LINE = /^(?<terms>.+) = (?<reached>\d+) of (?<of>\d+)$/;
const TERM = /^(?<weight>\d+)×min\((?<level>[0-4]),(?<target>[0-4])\)(?:·(?<times>[1-9]\d*))?$/;

/** Reads `3×min(3,3)·4 + 2×min(1,3) = 38 of 42`. @throws Error for any other writing. */
export function readSum(line: string): Sum {
  const found = LINE.exec(line)?.groups;
  if (!found) throw new Error(`Not a sum: ${line}`);
  return {
    terms: (found['terms'] ?? '').split(' + ').map(readTerm),
    reached: Number(found['reached']),
    of: Number(found['of']),
  };
}

function readTerm(text: string): Term {
  const found = TERM.exec(text)?.groups;
  if (!found) throw new Error(`Not a term of a sum: ${text}`);
  return {
    weight: Number(found['weight']),
    level: Number(found['level']),
    target: Number(found['target']),
    times: Number(found['times'] ?? 1),
  };
}

/** What the terms really add to. */
export function addUp(terms: readonly Term[]): { reached: number; of: number } {
  let reached = 0;
  let of = 0;
  for (const { weight, level, target, times } of terms) {
    reached += weight * Math.min(level, target) * times;
    of += weight * target * times;
  }
  return { reached, of };
}

/** Each requirement of a sum on its own, in one fixed order, to hold sums against each other. */
export function spread(terms: readonly Term[]): string[] {
  return terms
    .flatMap(({ weight, level, target, times }) =>
      Array.from({ length: times }, () => `${weight}×min(${level},${target})`),
    )
    .toSorted();
}
