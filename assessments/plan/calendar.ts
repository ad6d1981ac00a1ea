import holidays from '@holiday-jp/holiday_jp';

/**
 * A person-day in units of effort. A capacity has one decimal and a week five working days or fewer,
 * so that what a week gives (capacity × working days / 5) is a whole number of units.
 */
export const EFFORT_UNITS = 50;

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK = 7;
const WORKING_DAYS = 5;

/** A day as `2026-11-26`. */
export type Day = string;

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(text, 0).toISOString().startsWith(text);
}

/** Working days (Monday to Friday, without Japanese holidays) of a week that begins so many weeks after a day. */
export function workingDays(today: Day, week: number): number {
  return Array.from({ length: WEEK }, (_, at) => dateOf(today, week * WEEK + at)).filter(
    (date) =>
      date.getUTCDay() % 6 !== 0 &&
      !Object.hasOwn(holidays.holidays, date.toISOString().slice(0, 10)),
  ).length;
}

/** Units of effort of each week, for so many person-days in a full one (one decimal at most). */
export function capacityFrom(today: Day, daysPerWeek: number): (week: number) => number {
  const known = new Map<number, number>();
  const perDay = Math.round((daysPerWeek * EFFORT_UNITS) / WORKING_DAYS);
  return (week) => {
    const capacity = known.get(week) ?? perDay * workingDays(today, week);
    known.set(week, capacity);
    return capacity;
  };
}

/** The whole weeks that lie between a day and the end of another; 0 where it is past. */
export function weeksUntil(today: Day, by: Day): number {
  return Math.max(0, Math.floor((daysBetween(today, by) + 1) / WEEK));
}

/** The first week that begins on a day or later; 0 where it is past. */
export function weekFrom(today: Day, day: Day): number {
  return Math.max(0, Math.ceil(daysBetween(today, day) / WEEK));
}

/** The day on which a week begins. */
export function dayOf(today: Day, week: number): Day {
  return dateOf(today, week * WEEK)
    .toISOString()
    .slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dateOf(day, days).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last day of that month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((dateOf(to, 0).getTime() - dateOf(from, 0).getTime()) / DAY_MS);
}

function dateOf(day: Day, later: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date) + later * DAY_MS);
}
