import {
  firstDayOf,
  lastDayOf,
  lastQuarter,
  periodOf,
  quarterOf,
} from '#assessments/disclosure/period.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import type { Day } from '#assessments/plan/calendar.ts';

export interface Quarter {
  period: string;
  from: Day;
  asOf: Day;
}

/** The four quarters that were over last, oldest first. */
export function quartersOver(now: Date): Quarter[] {
  const last = quarterOf(lastQuarter(dayInJapan(now)));
  return [last - 3, last - 2, last - 1, last].map((quarter) => {
    const period = periodOf(quarter);
    return { period, from: firstDayOf(period), asOf: lastDayOf(period) };
  });
}
