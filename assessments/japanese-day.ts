import type { Day } from './plan/calendar.ts';

const DAYS = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Tokyo' });

/** 2026-11-22, in Japanese time. */
export function dayInJapan(at: Date): Day {
  return DAYS.format(at);
}

/** The moment at which a day in Japan is over. */
export function endOfDay(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + 24 * 3_600_000);
}
