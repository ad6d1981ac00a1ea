import { addDays, type Day } from './plan/calendar.ts';

/** Whether a document still holds on a day: for long, for not much longer, or no more. */
export type Validity = 'current' | 'ending' | 'expired';

/** From so many days before its last day on, a document is said to end soon. */
export const ENDING_DAYS = 60;

/** A document holds on its last day too; one without a last day holds until it is withdrawn. */
export function validityOn(day: Day, validUntil: Day | null): Validity {
  if (validUntil === null || validUntil > addDays(day, ENDING_DAYS)) return 'current';
  return validUntil < day ? 'expired' : 'ending';
}

/** Last days of the documents that each question names; null for a document without one. */
export type References = ReadonlyMap<string, readonly (Day | null)[]>;

/** The questions for which some document holds on that day. */
export function shownOn(day: Day, references: References): ReadonlySet<string> {
  const holds = (validUntil: Day | null) => validityOn(day, validUntil) !== 'expired';
  return new Set([...references].flatMap(([id, untils]) => (untils.some(holds) ? [id] : [])));
}
