import { beforeAll, describe, expect, test } from 'vitest';
import type { Patterns } from '#assessments/disclosure/complementary.ts';
import { openSolver, type Solver } from '#assessments/plan/solver.ts';
import {
  liveView,
  membersOf,
  publisher,
  timeAttack,
  withColluders,
  type Guessed,
  type Publishing,
} from './disclosing.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// SDC-2 and SDC-4 of security.md 5.4: what twelve quarters tell of one company's new band.

const seed = seedOf(20_261_127);
const random = randomOf(seed);

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

/** Of one association so many trials, then another one. */
const AT_ONCE = 10;

function attacked(
  size: number,
  trials: number,
  way: (patterns: Patterns) => (key: string) => Publishing,
) {
  const guesses: Guessed[] = [];
  while (guesses.length < trials) {
    const publishing = way(new Map());
    const members = withColluders(membersOf(size, random), random);
    for (let trial = 0; trial < AT_ONCE; trial += 1)
      guesses.push(timeAttack(members, { random, publishing }));
  }
  const mean = (of: (one: Guessed) => number) =>
    guesses.reduce((sum, one) => sum + of(one), 0) / guesses.length;
  return {
    done: guesses.length,
    right: mean(({ isRight }) => (isRight ? 1 : 0)),
    sure: mean(({ posterior }) => posterior),
    draws: mean(({ draws }) => draws),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe('twelve quarters, nine colluders of ten, one more change a quarter', () => {
  // 10,000 trials of each; in `npm test` a tenth where they are few, and fewer where there are many members.
  test.each([
    [20, 1_000],
    [30, 1_000],
    [50, 500],
    [100, 200],
    [240, 50],
    [1_000, 20],
  ])('of %i members', (size, few) => {
    const { done, right, sure, draws } = attacked(
      size,
      isFull ? 10_000 : few,
      (patterns) => (key) => publisher(solver, key, patterns),
    );
    console.log(
      `SDC-2 (seed ${seed}), ${size} members: ${done} trials, right ${percent(right)}, sure ${percent(sure)}, ${draws.toFixed(2)} quarters told something.`,
    );
    // How sure a perfect attacker is, on average, is how often they are right, without the luck of a draw.
    expect(sure).toBeLessThanOrEqual(0.6);
    expect(Math.abs(right - sure)).toBeLessThan(4 * Math.sqrt(0.25 / done));
  });

  test('the control: of a live view of 100 members with fresh noise the attacker learns it', () => {
    const { sure, right } = attacked(
      100,
      200,
      (patterns) => () => liveView(solver, random, patterns),
    );
    console.log(`SDC-2, the control: right ${percent(right)}, sure ${percent(sure)}.`);
    expect(right).toBeGreaterThan(0.6);
    expect(sure).toBeGreaterThan(0.65);
  });
});
