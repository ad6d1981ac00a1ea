import { dayInJapan } from '#assessments/japanese-day.ts';
import { isDay, type Day } from '#assessments/plan/calendar.ts';

/** The day at whose end somebody wants to see things; a reason code where it is none, or not over yet. */
export type AsOf = { day: Day | undefined; typed: string; problem: 'not-a-day' | 'not-yet' | null };

/** An empty or absent field is now. */
export function asOfDay(search: URLSearchParams, field: string): AsOf {
  const typed = (search.get(field) ?? '').slice(0, 40).trim();
  if (typed === '') return { day: undefined, typed, problem: null };
  if (!isDay(typed)) return { day: undefined, typed, problem: 'not-a-day' };
  const isOver = typed <= dayInJapan(new Date());
  return isOver
    ? { day: typed, typed, problem: null }
    : { day: undefined, typed, problem: 'not-yet' };
}
