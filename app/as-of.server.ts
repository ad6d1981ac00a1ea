import { dayInJapan } from '#assessments/japanese-day.ts';
import { isDay, type Day } from '#assessments/plan/calendar.ts';

/** The day at whose end somebody wants to see things; a reason code where it is none, or still to come. */
export type AsOf = { day: Day | undefined; typed: string; problem: 'not-a-day' | 'not-yet' | null };

/** An empty or absent field is now. */
export function asOfDay(search: URLSearchParams, field: string): AsOf {
  const typed = (search.get(field) ?? '').slice(0, 40).trim();
  if (typed === '') return { day: undefined, typed, problem: null };
  if (!isDay(typed)) return { day: undefined, typed, problem: 'not-a-day' };
  const today = dayInJapan(new Date());
  if (typed > today) return { day: undefined, typed, problem: 'not-yet' };
  // Today is not over: it is shown as it stands now.
  return { day: typed === today ? undefined : typed, typed, problem: null };
}
