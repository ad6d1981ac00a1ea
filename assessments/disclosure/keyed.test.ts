import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noisyCounts } from './coarse.ts';
import { BANDS } from './contribution.ts';
import { DEVIATIONS, keyed, MOST_NOISE } from './keyed.ts';

const SEED = 20_261_127;
const secret = keyed('ab'.repeat(32), 'association');

test('the noise of a set is always the same, and over many sets as often each as the table says', () => {
  const counts = new Map<number, number>();
  for (let sum = 0; sum < 100_000; sum += 1) {
    const by = secret.noise(sum);
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  expect(secret.noise(7)).toBe(secret.noise(7));
  for (const [by, chance] of DEVIATIONS)
    expect(Math.abs((counts.get(by) ?? 0) / 1_000 - chance)).toBeLessThan(0.5);
  expect(DEVIATIONS.reduce((sum, [, chance]) => sum + chance, 0)).toBe(100);
});

test('the noise moves no count by more than three, and none below nobody', () => {
  const bands = fc.array(fc.constantFrom(...BANDS), { maxLength: 60 });
  fc.assert(
    fc.property(bands, (all) => {
      const members = Object.fromEntries(all.map((band, at) => [secret.digest(String(at)), band]));
      const noisy = noisyCounts(members, secret);
      for (const band of BANDS) {
        const count = all.filter((one) => one === band).length;
        expect(Math.abs(noisy[band] - count)).toBeLessThanOrEqual(MOST_NOISE);
        expect(noisy[band]).toBeGreaterThanOrEqual(0);
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});
