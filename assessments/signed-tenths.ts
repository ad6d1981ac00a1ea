import type { Rational } from './rational.ts';

/**
 * Tenths of a percent for parts that may be negative, adding to a printed total (largest remainder);
 * ties go to the earlier part, so the same input prints the same for ever.
 */
export function signedTenths(parts: readonly Rational[], total: number): number[] {
  const exact = parts.map(({ n, d }) => {
    const [top, bottom] = [BigInt(n) * 1000n, BigInt(d)];
    const whole = top / bottom - (top % bottom < 0n ? 1n : 0n);
    return { whole: Number(whole), rest: Number(((top - whole * bottom) * 1_000_000n) / bottom) };
  });
  const given = exact.map(({ whole }) => whole);
  let missing = total - given.reduce((sum, tenths) => sum + tenths, 0);
  const byRest = exact
    .map(({ rest }, at) => ({ rest, at }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  while (missing !== 0 && byRest.length > 0) {
    const step = missing > 0 ? 1 : -1;
    for (const { at } of step > 0 ? byRest : byRest.toReversed()) {
      if (missing === 0) break;
      given[at] = (given[at] ?? 0) + step;
      missing -= step;
    }
  }
  return given;
}
