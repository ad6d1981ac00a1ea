import { beforeAll, describe, expect, test } from 'vitest';
import { loadEdition } from '#assessments/library.ts';
import { breaksNoRule, isBestOfAll, moreIsNoWorse } from '#assessments/plan/claims.ts';
import { keepsEveryWish } from '#assessments/plan/library-claims.ts';
import { GOALS } from '#assessments/plan/optimum.ts';
import { openSolver, type Solver } from '#assessments/plan/solver.ts';
import { isFull, seedOf } from './random.ts';

// Every claim of the plan in its full count; `npm test` has a part of each (assessments/plan).

const seed = seedOf(20_261_126);
const runs = (full: number) => (isFull ? full : full / 10);

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

describe.each(GOALS)('%s', (goal) => {
  test('equals the best of all plans in 500 cases with effort to spread and 500 of up to twelve actions', () => {
    const possible = isBestOfAll({ goal, solver, runs: runs(500), seed });
    expect(possible).toBeGreaterThan(0);
    console.log(
      `Plan, ${goal} (seed ${seed}): ${2 * runs(500)} cases, ${possible} possible, all the best.`,
    );
  });

  test('breaks no rule in 2,000 cases', () => {
    const planned = breaksNoRule({ goal, solver, runs: runs(2_000), seed });
    expect(planned).toBeGreaterThan(0);
    console.log(
      `Plan, ${goal} (seed ${seed}): ${planned} plans in ${runs(2_000)} cases, no rule broken.`,
    );
  });

  test('is never worse with more', () => {
    expect(moreIsNoWorse({ goal, solver, runs: runs(500), seed })).toBeGreaterThan(0);
  });
});

test('every wish of every company is answered, in 1,000 cases of the library', () => {
  const planned = keepsEveryWish(loadEdition('2026-11'), { solver, runs: runs(1_000), seed });
  expect(planned).toBeGreaterThan(runs(1_000) / 4);
  console.log(`Library (seed ${seed}): ${planned} plans in ${runs(1_000)} cases, no rule broken.`);
});
