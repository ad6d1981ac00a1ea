import { BANDS, type Band } from '#assessments/disclosure/contribution.ts';
import { chance } from './chance.ts';

type Chances = { low: number; high: number };

/** With which chance a company begins low or high: the larger, the higher. */
const AT_FIRST: Readonly<Record<string, Chances>> = {
  'below-50': { low: 0.7, high: 0.06 },
  'from-50': { low: 0.5, high: 0.12 },
  'from-100': { low: 0.16, high: 0.42 },
};
/** Makers of software are nearly all alike, and so nothing is told of them. */
const ALIKE = { industry: 'software', low: 0, high: 0.97 };

export function bandAtFirst(
  number: number,
  { industry, size }: { industry: string; size: string },
): Band {
  const { low, high } = industry === ALIKE.industry ? ALIKE : (AT_FIRST[size] ?? ALIKE);
  const at = chance(`band ${number}`);
  if (at < low) return 'low';
  return at < 1 - high ? 'mid' : 'high';
}

/** In a quarter one in five moves up, and few move down. */
export function bandAfter(before: Band, number: number, quarter: number): Band {
  const at = chance(`moved ${number} ${quarter}`);
  const by = at < 0.18 ? 1 : at > 0.97 ? -1 : 0;
  return BANDS[BANDS.indexOf(before) + by] ?? before;
}
