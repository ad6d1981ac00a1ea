import { z } from 'zod';
import type { Band } from './contribution.ts';
import { countedRange, LEAST_COUNTED, type CountedRange } from './counted-range.ts';
import { MOST_NOISE, type Keyed } from './keyed.ts';
import type { Cell } from './lattice.ts';
import type { CellState } from './refresh.ts';

/** What is told of a cell. */
export type Told =
  | { status: 'hidden' }
  | { status: 'count-only'; n: CountedRange }
  | { status: 'published'; n: CountedRange; word: Word }
  | { status: 'published'; n: CountedRange; shares: Shares };

export const WORDS = ['mostly-low', 'mixed', 'mostly-high'] as const;
export type Word = (typeof WORDS)[number];

const percent = z.int().min(0).max(100);
/** In percent, whole steps that add to 100; two bands are told together where one is too small alone. */
export const sharesSchema = z.union([
  z.strictObject({ low: percent, mid: percent, high: percent }),
  z.strictObject({ 'low-mid': percent, high: percent }),
  z.strictObject({ low: percent, 'mid-high': percent }),
]);
export type Shares = z.infer<typeof sharesSchema>;

export type Counts = Readonly<Record<Band, number>>;

/** From how many companies on a cell of a kind tells a word, and shares by which step (DECISIONS 41). */
export const TELLS: Readonly<
  Record<Cell['kind'], readonly (readonly [from: number, tells: 'word' | number])[]>
> = {
  total: [
    [20, 'word'],
    [100, 10],
  ],
  group: [
    [20, 'word'],
    [100, 20],
  ],
  pair: [[50, 'word']],
};

/** No band is told that is larger in percent, nor one of so few. */
const MOST_PERCENT = 85;
const FEWEST = 2;

/**
 * What a cell of `n` may tell, from its noisy counts. A band that is nearly all or next to nobody is told
 * together with its neighbour, or nothing is (security.md 5.2, step 5); with the noise counted against it,
 * so that no true count passes that may not.
 */
export function toldOf({ kind }: Pick<Cell, 'kind'>, n: number, noisy: Counts): Told {
  if (n < LEAST_COUNTED) return { status: 'hidden' };
  const range = countedRange(n);
  const tells = TELLS[kind].findLast(([from]) => n >= from)?.[1];
  if (tells === undefined) return { status: 'count-only', n: range };
  const split = splitOf(noisy, n);
  if (split === null) return { status: 'hidden' };
  if (tells === 'word') return { status: 'published', n: range, word: wordOf(noisy) };
  return { status: 'published', n: range, shares: sharesOf(split, tells) };
}

/** Bands told together: under a name, their noisy count, and how many counts with noise are in it. */
type Part = readonly [name: string, count: number, noises: number];

/** Three bands, or two, or null where no split may be told. */
function splitOf({ low, mid, high }: Counts, n: number): readonly Part[] | null {
  const splits: Part[][] = [
    [
      ['low', low, 1],
      ['mid', mid, 1],
      ['high', high, 1],
    ],
    [
      ['low-mid', low + mid, 2],
      ['high', high, 1],
    ],
    [
      ['low', low, 1],
      ['mid-high', mid + high, 2],
    ],
  ];
  return splits.find((split) => split.every((part) => mayBeTold(part, n))) ?? null;
}

function mayBeTold([, count, noises]: Part, n: number): boolean {
  const most = noises * MOST_NOISE;
  return count - most > FEWEST && (count + most) * 100 <= MOST_PERCENT * n;
}

function wordOf({ low, mid, high }: Counts): Word {
  const all = low + mid + high;
  if (low * 2 > all) return 'mostly-low';
  return high * 2 > all ? 'mostly-high' : 'mixed';
}

/** By largest remainder, so that the steps add to 100. */
function sharesOf(split: readonly Part[], step: number): Shares {
  const steps = 100 / step;
  const all = split.reduce((sum, [, count]) => sum + count, 0);
  const whole = split.map(([, count]) => Math.floor((count * steps) / all));
  const rest = split.map(([, count]) => (count * steps) % all);
  const left = steps - whole.reduce((sum, one) => sum + one, 0);
  const first = rest
    .map((_, at) => at)
    .toSorted((a, b) => (rest[b] ?? 0) - (rest[a] ?? 0) || a - b);
  for (const at of first.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return sharesSchema.parse(
    Object.fromEntries(split.map(([name], at) => [name, (whole[at] ?? 0) * step])),
  );
}

/** How many of a cell stand in each band, with the noise of that set; never below none. */
export function noisyCounts(members: CellState['members'], { record, noise }: Keyed): Counts {
  const count = (band: Band) => {
    const within = Object.entries(members).filter(([, one]) => one === band);
    const sum = within.reduce((keys, [digest]) => (keys + record(digest)) % 2 ** 32, 0);
    return Math.max(0, within.length + noise(sum));
  };
  return { low: count('low'), mid: count('mid'), high: count('high') };
}
