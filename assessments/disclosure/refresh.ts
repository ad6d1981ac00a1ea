import type { Band } from './contribution.ts';
import { quarterOf } from './period.ts';

/** Of a cell as it was computed last; secret, kept by the aggregating role alone. */
export interface CellState {
  /** Who was in it, by digest, with the band. */
  members: Readonly<Record<string, Band>>;
  /** When somebody's change last counted, by digest. */
  counted: Readonly<Record<string, string>>;
}

/** So many must have joined, left or changed: ten, and in a large cell a quarter of it. */
const LEAST_CHANGES = 10;
const LEAST_PART = 4;
/** A company counts once in so many quarters, however often it changes. */
const COUNTED_FOR = 4;

/**
 * The state of a cell computed anew, or null where too few changed to do so: then what was published stands
 * (security.md 5.2, step 9). Who changes twice in a year counts once, because each new computation tells a
 * little more of everybody in it (DECISIONS 41).
 */
export function refreshed(
  before: CellState | undefined,
  members: CellState['members'],
  period: string,
): CellState | null {
  const old = before?.members ?? {};
  const everybody = [...new Set([...Object.keys(old), ...Object.keys(members)])];
  const changed = everybody.filter((one) => old[one] !== members[one]);
  const now = quarterOf(period);
  const recent = Object.entries(before?.counted ?? {}).filter(
    ([, at]) => now - quarterOf(at) < COUNTED_FOR,
  );
  const isRecent = new Set(recent.map(([one]) => one));
  const fresh = changed.filter((one) => !isRecent.has(one));
  const size = Math.max(Object.keys(old).length, Object.keys(members).length);
  if (before !== undefined && fresh.length < Math.max(LEAST_CHANGES, Math.ceil(size / LEAST_PART)))
    return null;
  const counted = Object.fromEntries([...recent, ...changed.map((one) => [one, period] as const)]);
  return { members, counted };
}
