import { z } from 'zod';
import { addDays, addMonths, type Day } from '../plan/calendar.ts';

/** A quarter, `2026-Q4`. */
export const periodSchema = z.string().regex(/^\d{4}-Q[1-4]$/, 'expected a quarter, as in 2026-Q4');

/** Quarters since the year 0, so that two of them can be subtracted. */
export function quarterOf(period: string): number {
  return Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;
}

export function periodOf(quarter: number): string {
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

/** The quarter that was over last, on a day in Japan. */
export function lastQuarter(today: Day): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return periodOf(year * 4 + Math.ceil(month / 3) - 2);
}

export function firstDayOf(period: string): Day {
  const month = (quarterOf(period) % 4) * 3 + 1;
  return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

export function lastDayOf(period: string): Day {
  return addDays(addMonths(firstDayOf(period), 3), -1);
}
