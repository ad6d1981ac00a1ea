import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction } from './oracle/score.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { apportion, fractionText, percentText, permille, rational } from './rational.ts';

const settings = { numRuns: RUNS, seed: SEED };
const shares = fc
  .integer({ min: 1, max: 5000 })
  .chain((d) => fc.record({ n: fc.integer({ min: 0, max: d }), d: fc.constant(d) }));

test('fractions print in lowest terms', () => {
  expect([
    fractionText({ n: 0, d: 7 }),
    fractionText({ n: 7, d: 7 }),
    fractionText({ n: 12, d: 538 }),
  ]).toEqual(['0/1', '1/1', '6/269']);
  expect(rational(-6, 4)).toEqual({ n: -3, d: 2 });
  fc.assert(
    fc.property(shares, ({ n, d }) => {
      expect(fractionText({ n, d })).toBe(fraction(BigInt(n), BigInt(d)));
    }),
    settings,
  );
});

test('percentages round once, half up, and never up to 100.0 nor down to 0.0', () => {
  expect([print(1, 3), print(2, 3), print(1, 2000), print(3, 2000)]).toEqual([
    '33.3',
    '66.7',
    '0.1',
    '0.2',
  ]);
  expect([print(0, 9), print(9, 9), print(1, 90_000), print(89_999, 90_000)]).toEqual([
    '0.0',
    '100.0',
    '0.1',
    '99.9',
  ]);
  fc.assert(
    fc.property(shares, ({ n, d }) => {
      const tenths = permille({ n, d });
      expect(tenths === 0).toBe(n === 0);
      expect(tenths === 1000).toBe(n === d);
      // |tenths/1000 − n/d| ≤ 1/2000, or the clamp that keeps it off the ends.
      const off = Math.abs(2 * (tenths * d - 1000 * n));
      expect(off <= d || tenths === 1 || tenths === 999).toBe(true);
    }),
    settings,
  );
});

test(`a printed breakdown adds to the printed total (seed ${SEED})`, () => {
  const breakdowns = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
    .filter((parts) => parts.some((part) => part > 0))
    .chain((parts) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      return fc.record({
        parts: fc.constant(parts),
        of: fc.integer({ min: sum, max: sum + 300 }),
      });
    });
  fc.assert(
    fc.property(breakdowns, ({ parts, of }) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      const total = permille({ n: sum, d: of });
      const printed = apportion(parts, of, total);
      expect(printed.reduce((all, tenths) => all + tenths, 0)).toBe(total);
      for (const [at, part] of parts.entries()) {
        const floor = Math.floor((1000 * part) / of);
        expect((printed[at] ?? -9) - floor).toBeGreaterThanOrEqual(0);
        expect((printed[at] ?? 9) - floor).toBeLessThanOrEqual(1);
      }
    }),
    settings,
  );
});

test('a part above 0 never prints as 0.0 while the total has a tenth for each', () => {
  expect(apportion([1, 1, 99_998], 100_000, 1000)).toEqual([1, 1, 998]);
  expect(apportion([0, 1, 2999], 3000, 1000)).toEqual([0, 1, 999]);
  expect(apportion([1, 1, 1], 100_000, 1)).toEqual([1, 0, 0]);
  const breakdowns = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 90 })
    .filter((parts) => parts.some((part) => part > 0))
    .chain((parts) =>
      fc.record({ parts: fc.constant(parts), more: fc.integer({ min: 0, max: 90_000 }) }),
    );
  fc.assert(
    fc.property(breakdowns, ({ parts, more }) => {
      const of = parts.reduce((sum, part) => sum + part, 0) + more;
      const total = permille({ n: parts.reduce((sum, part) => sum + part, 0), d: of });
      const printed = apportion(parts, of, total);
      expect(printed.reduce((all, tenths) => all + tenths, 0)).toBe(total);
      expect(printed.every((tenths, at) => tenths === 0 || (parts[at] ?? 0) > 0)).toBe(true);
      if (total < parts.filter((part) => part > 0).length) return;
      expect(printed.every((tenths, at) => tenths > 0 || parts[at] === 0)).toBe(true);
    }),
    settings,
  );
});

function print(n: number, d: number): string {
  return percentText({ n, d });
}
