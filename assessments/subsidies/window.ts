import type { Kleene } from '../kleene.ts';
import type { Round, Subsidy } from '../subsidy.ts';

/** A moment as ISO 8601 with its offset, such as `2026-12-15T17:00:01+09:00`. */
export type Moment = string;

export interface Window {
  /** Whether one can apply now or in a round that is announced. */
  isOpen: Kleene;
  /** The round that is open or comes next. */
  round: Round | null;
  /** Where there is none: the round that closed last. */
  last: Round | null;
}

/**
 * Whether a programme can be applied for: in a round that is open at a moment or announced for later, or
 * at any time until a day. A deadline that is a day ends with that day in Japan. Unknown where no dates
 * were found.
 */
export function windowAt(
  { status, rounds, until, validTo }: Pick<Subsidy, 'status' | 'rounds' | 'until' | 'validTo'>,
  now: Moment,
): Window {
  const at = Date.parse(now);
  const sorted = rounds.toSorted((a, b) => endOf(a.closesAt) - endOf(b.closesAt));
  const round = sorted.find(({ closesAt }) => endOf(closesAt) >= at) ?? null;
  const last = round === null ? (sorted.at(-1) ?? null) : null;
  const isOver = status === 'ended' || (validTo !== null && endOf(validTo) < at);
  if (isOver) return { isOpen: false, round: null, last };
  if (round !== null) return { isOpen: true, round, last };
  if (until) return { isOpen: endOf(until.at) >= at, round: null, last };
  if (status === 'rolling') return { isOpen: true, round: null, last };
  return { isOpen: last !== null || status === 'closed' ? false : 'unknown', round: null, last };
}

/** Milliseconds of the end of a deadline. */
export function endOf(moment: string): number {
  return Date.parse(moment.includes('T') ? moment : `${moment}T23:59:59.999+09:00`);
}
