import { expect, test } from 'vitest';
import { noisyCounts, toldOf } from '#assessments/disclosure/coarse.ts';
import { BANDS } from '#assessments/disclosure/contribution.ts';
import { keyed } from '#assessments/disclosure/keyed.ts';
import { membersOf, randomKey } from './disclosing.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// What protection costs whoever reads the figures; printed beside the table in security.md 5.3.

const seed = seedOf(20_261_127);
const TRIALS = isFull ? 4_000 : 400;

/** How far the worst band of a told total is from the truth, in points; null where a word or nothing is told. */
function errorOf(size: number, random: ReturnType<typeof randomOf>) {
  const secret = keyed(randomKey(random), 'association');
  const all = membersOf(size, random);
  const members = Object.fromEntries(
    all.map(({ company, overall }) => [secret.digest(company), overall]),
  );
  const told = toldOf({ kind: 'total' }, size, noisyCounts(members, secret));
  const part = (...bands: string[]) =>
    (all.filter(({ overall }) => bands.includes(overall)).length / size) * 100;
  if (told.status !== 'published') return { told: false, points: null, isRight: null };
  if ('word' in told) {
    const right = part('low') > 50 ? 'mostly-low' : part('high') > 50 ? 'mostly-high' : 'mixed';
    return { told: true, points: null, isRight: told.word === right };
  }
  const errors = Object.entries(told.shares).map(([name, share]) =>
    Math.abs(share - part(...(name.includes('-') ? name.split('-') : [name]))),
  );
  return { told: true, points: Math.max(...errors), isRight: null };
}
const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
const share = (part: number, of: number) => `${((part / of) * 100).toFixed(0)} %`;

test.each([20, 30, 49, 50, 99, 100, 120, 500, 2_000])('of a total of %i', (size) => {
  const random = randomOf(seed + size);
  const all = Array.from({ length: TRIALS }, () => errorOf(size, random));
  const told = all.filter((one) => one.told);
  const points = told.flatMap((one) => one.points ?? []);
  const words = told.flatMap((one) => one.isRight ?? []);
  console.log(
    `Utility of ${size} (seed ${seed}): told ${share(told.length, all.length)}; ${
      points.length > 0
        ? `worst band ${mean(points).toFixed(1)} points off (at most ${Math.max(...points).toFixed(0)})`
        : `right word ${share(words.filter(Boolean).length, words.length)}`
    }.`,
  );
  expect(told.length).toBeGreaterThan(0);
  // A step of ten by largest remainder is up to ten off, and the noise moves three of a hundred bands.
  expect(Math.max(0, ...points)).toBeLessThanOrEqual(10 + ((BANDS.length * 3) / size) * 100);
});
