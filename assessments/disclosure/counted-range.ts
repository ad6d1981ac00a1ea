/** How many companies, told as a range: never the number itself. */
export const RANGES = ['10-19', '20-49', '50-99', '100-199', '200+'] as const;
export type CountedRange = (typeof RANGES)[number];

/** @throws RangeError below 10, where nothing is told. */
export function countedRange(n: number): CountedRange {
  if (n < LEAST_COUNTED) throw new RangeError('Nothing is told of fewer than ten.');
  if (n < 20) return '10-19';
  if (n < 50) return '20-49';
  if (n < 100) return '50-99';
  return n < 200 ? '100-199' : '200+';
}

/** Below, a cell is hidden. */
export const LEAST_COUNTED = 10;
