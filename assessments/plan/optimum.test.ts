import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './checker.ts';
import {
  breaksNoRule,
  isBestOfAll,
  isTheSameAgain,
  lessCostsNoMore,
  moreIsNoWorse,
} from './claims.ts';
import { GOALS } from './optimum.ts';
import { openSolver, type Solver } from './solver.ts';

const seed = 20_261_126;

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

describe.each(GOALS)('%s', (goal) => {
  test('equals the best of all plans, found one by one, in small cases', () => {
    expect(isBestOfAll({ goal, solver, runs: 50, seed })).toBeGreaterThan(40);
  });

  test('breaks no rule', () => {
    expect(breaksNoRule({ goal, solver, runs: 200, seed })).toBeGreaterThan(50);
  });

  test('is never worse with more money, more capacity or a later date', () => {
    expect(moreIsNoWorse({ goal, solver, runs: 50, seed })).toBeGreaterThan(5);
  });

  test('is the same for the same problem', () => {
    expect(isTheSameAgain({ goal, solver, runs: 50, seed })).toBeGreaterThan(10);
  });
});

test('a gap less never adds cost', () => {
  expect(lessCostsNoMore({ solver, runs: 100, seed })).toBeGreaterThan(5);
});

test('a plan that does what it may not is found (the controls)', () => {
  const task = {
    id: 'M001',
    effort: 4,
    yen: 10,
    weeks: 2,
    raises: [],
    after: [],
    isBegun: false,
    notBefore: 1,
  };
  const next = { ...task, id: 'M002', after: [{ requirement: 'R-00', level: 2 as const }] };
  const goalposts = [{ id: 'R-00', level: 0, target: 2, weight: 1, isInGate: true }];
  const problem = { tasks: [task, next], goalposts, capacity: () => 2, budget: 10, by: 4 };
  const slots = (a: [number, number], b: [number, number]) => ({
    selection: [task, next],
    schedule: {
      slots: new Map([
        ['M001', { start: a[0], finish: a[1] }],
        ['M002', { start: b[0], finish: b[1] }],
      ]),
      weeks: Math.max(a[1], b[1]),
      least: 0,
    },
  });
  expect(violations(problem, slots([0, 1], [1, 5]))).toEqual([
    'costs 20',
    'takes 5',
    'M001 starts early',
    'M001 takes too few weeks',
    'M002 starts before R-00 is at 2',
    'asks for more than the weeks give',
  ]);
});
