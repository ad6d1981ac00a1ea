import { assert, asyncProperty, property } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exhaustive } from './exhaustive.ts';
import { optimum, valueOf, type Goal } from './optimum.ts';
import { randomProblem } from './random-problem.ts';
import { openSolver, type Solver } from './solver.ts';

const SEED = 20_261_126;
const GOALS: readonly Goal[] = ['ready-soonest', 'cheapest-ready', 'best-within'];

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

describe.each(GOALS)('%s', (goal) => {
  test('equals the best of all plans, found one by one, in 500 small cases', () => {
    let found = 0;
    assert(
      property(randomProblem({ tasks: 6, goalposts: 4, effort: 4 }), (problem) => {
        const all = exhaustive(problem, goal);
        const one = optimum(problem, goal, solver);
        if (all === null || one === null) {
          expect(one).toBe(all);
          return;
        }
        found += 1;
        const [gate, weighted, yen] = valueOf(problem, one.selection);
        const figures = { weeks: one.schedule.weeks, yen, gate, weighted };
        if (goal === 'best-within') expect(figures).toEqual(all);
        else expect({ weeks: figures.weeks, yen }).toEqual({ weeks: all.weeks, yen: all.yen });
        expect(one.bound).toBeNull();
      }),
      { numRuns: 500, seed: SEED },
    );
    expect(found).toBeGreaterThan(100);
  });
});
