import { isHoliday } from '@holiday-jp/holiday_jp';
import { EFFORT_UNITS } from './task.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK = 7;
const WORKING_DAYS = 5;

/** A day as `2026-11-26`. */
export type Day = string;

/** Working days (Monday to Friday, without Japanese holidays) of a week that begins so many weeks after a day. */
export function workingDays(today: Day, week: number): number {
  return Array.from({ length: WEEK }, (_, at) => dateOf(today, week * WEEK + at)).filter(
    (date) => date.getUTCDay() % 6 !== 0 && !isHoliday(date.toISOString().slice(0, 10)),
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
  const days = Math.round((dateOf(by, 1).getTime() - dateOf(today, 0).getTime()) / DAY_MS);
  return Math.max(0, Math.floor(days / WEEK));
}

function dateOf(day: Day, later: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date) + later * DAY_MS);
}
