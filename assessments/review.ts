import { addMonths, daysBetween, isDay, type Day } from './plan/calendar.ts';

/** From so many days before the day of review on, home says so. */
const REMINDED_DAYS = 30;
const FARTHEST_MONTHS = 60;

/** What is wrong with a text as a day of review; null where nothing is. */
export function reviewDayProblem(text: string, today: Day): 'no-day' | 'past' | 'far' | null {
  if (!isDay(text)) return 'no-day';
  if (text < today) return 'past';
  return text > addMonths(today, FARTHEST_MONTHS) ? 'far' : null;
}

/** Days until the day of review: 0 on the day itself, negative after it. */
export function daysLeft(today: Day, dueOn: Day): number {
  return daysBetween(today, dueOn);
}

export function isReminded(left: number): boolean {
  return left <= REMINDED_DAYS;
}

/** What Junbi suggests: a year after the last signature, as long as that is still to come. */
export function suggestedReview(signedOn: Day, today: Day): Day | null {
  const day = addMonths(signedOn, 12);
  return day < today ? null : day;
}
