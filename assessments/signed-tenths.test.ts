import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS, SEED } from './oracle/seed.ts';
import { signedTenths } from './signed-tenths.ts';

test('what is printed adds up, and no part is printed two tenths from what it is', () => {
  const part = fc.record({
    n: fc.integer({ min: -5000, max: 5000 }),
    d: fc.integer({ min: 1, max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const exact = parts.map(({ n, d }) => (1000 * n) / d);
      const total = Math.round(exact.reduce((sum, one) => sum + one, 0));
      const printed = signedTenths(parts, total);
      expect(printed.reduce((sum, one) => sum + one, 0)).toBe(total);
      printed.forEach((one, at) => expect(Math.abs(one - (exact[at] ?? 0))).toBeLessThan(2));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('a third three times is printed with the rest at the first', () => {
  const third = { n: 1, d: 3 };
  expect(signedTenths([third, third, third], 1000)).toEqual([334, 333, 333]);
  expect(
    signedTenths(
      [
        { n: -1, d: 3 },
        { n: 1, d: 3 },
      ],
      0,
    ),
  ).toEqual([-333, 333]);
});
