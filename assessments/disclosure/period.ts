import { z } from 'zod';

/** A quarter, `2026-Q4`. */
export const periodSchema = z.string().regex(/^\d{4}-Q[1-4]$/, 'expected a quarter, as in 2026-Q4');

/** Quarters since the year 0, so that two of them can be subtracted. */
export function quarterOf(period: string): number {
  return Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;
}
