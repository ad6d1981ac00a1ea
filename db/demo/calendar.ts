import type { Moment } from './story.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const JAPAN_MS = 9 * 60 * 60 * 1_000; // no summer time

/** The day in Japan, `YYYY-MM-DD`, so many Mondays-to-Fridays before the day of `now`; after it where negative. */
export function workday(now: Date, workdaysAgo: number): string {
  let day = new Date(now.getTime() + JAPAN_MS);
  for (let left = Math.abs(workdaysAgo); left > 0;) {
    day = new Date(day.getTime() - Math.sign(workdaysAgo) * DAY_MS);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

export function instantOf(now: Date, { workdaysAgo, time }: Moment): string {
  return `${workday(now, workdaysAgo)}T${time}:00+09:00`;
}
