import { assert, property } from 'fast-check';
import { expect } from 'vitest';
import { violations } from './checker.ts';
import { exhaustive, type Found } from './exhaustive.ts';
import { optimum, valueOf, type Goal, type Optimum } from './optimum.ts';
import { randomProblem } from './random-problem.ts';
import type { Solver } from './solver.ts';
import type { Problem } from './task.ts';

// What is claimed of every plan, over so many random problems; `npm test` and `npm run attack` differ in
// how many.

const small = { tasks: 7, goalposts: 4, effort: 3 };
/** As many tasks as can be enumerated, with little to spread. */
const wide = { tasks: 12, goalposts: 5, effort: 1 };
const large = { tasks: 14, goalposts: 7, effort: 6 };

export interface Claim {
  goal: Goal;
  solver: Solver;
  runs: number;
  seed: number;
}

/** Checks something of so many random problems. */
function inProblems(
  limits: typeof small,
  { runs, seed }: Pick<Claim, 'runs' | 'seed'>,
  check: (problem: Problem) => void,
): void {
  assert(property(randomProblem(limits), check), { numRuns: runs, seed });
}

/**
 * The best of all plans, found one by one, is the one that is found, in problems of up to seven tasks with
 * effort to spread and, as many again, of up to twelve; answers how many were possible.
 */
export function isBestOfAll({ goal, solver, runs, seed }: Claim): number {
  let possible = 0;
  for (const limits of [small, wide]) {
    inProblems(limits, { runs, seed }, (problem) => {
      const all = exhaustive(problem, goal);
      const one = optimum(problem, goal, solver);
      expect(foundBy(problem, goal, one)).toEqual(all && figuresOf(goal, all));
      expect(one?.bound ?? null).toBeNull();
      possible += all === null ? 0 : 1;
    });
  }
  return possible;
}

/** No plan does what it may not; answers how many plans there were. */
export function breaksNoRule({ goal, solver, runs, seed }: Claim): number {
  let planned = 0;
  inProblems(large, { runs, seed }, (problem) => {
    const one = optimum(problem, goal, solver);
    if (one === null) return;
    planned += 1;
    expect(violations(problem, one)).toEqual([]);
  });
  return planned;
}

/** More money, more capacity or a later date never makes a plan worse; answers how often it was better. */
export function moreIsNoWorse({ goal, solver, runs, seed }: Claim): number {
  let better = 0;
  inProblems(small, { runs, seed }, (problem) => {
    const { budget, by, capacity } = problem;
    const before = foundBy(problem, goal, optimum(problem, goal, solver));
    const more: Problem[] = [
      { ...problem, budget: budget === null ? null : budget + 30 },
      { ...problem, by: by === null ? null : by + 2 },
      { ...problem, capacity: (week) => capacity(week) + 1 },
    ];
    for (const each of more) {
      const after = foundBy(each, goal, optimum(each, goal, solver));
      expect(isWorse(after, before)).toBe(false);
      better += isWorse(before, after) ? 1 : 0;
    }
  });
  return better;
}

/** A gap less never adds cost; answers how often it saved some. */
export function lessCostsNoMore({ solver, runs, seed }: Omit<Claim, 'goal'>): number {
  let saved = 0;
  inProblems(small, { runs, seed }, (problem) => {
    const before = optimum(problem, 'cheapest-ready', solver);
    for (const { id } of problem.goalposts) {
      const goalposts = problem.goalposts.map((one) =>
        one.id === id ? { ...one, level: Math.max(one.level, one.target) } : one,
      );
      const after = optimum({ ...problem, goalposts }, 'cheapest-ready', solver);
      expect(after?.yen ?? Infinity).toBeLessThanOrEqual(before?.yen ?? Infinity);
      saved += (after?.yen ?? Infinity) < (before?.yen ?? Infinity) ? 1 : 0;
    }
  });
  return saved;
}

/** The same problem gives the same plan; answers how many plans there were. */
export function isTheSameAgain({ goal, solver, runs, seed }: Claim): number {
  let planned = 0;
  inProblems(small, { runs, seed }, (problem) => {
    const one = optimum(problem, goal, solver);
    expect(optimum(problem, goal, solver)).toEqual(one);
    planned += one === null ? 0 : 1;
  });
  return planned;
}

/** The figures that a goal looks at, the first one first; less is better. */
function figuresOf(goal: Goal, { weeks, yen, gate, weighted }: Found): number[] {
  if (goal === 'ready-soonest') return [weeks, yen];
  return goal === 'cheapest-ready' ? [yen, weeks] : [-gate, -weighted, yen, weeks];
}

function foundBy(problem: Problem, goal: Goal, one: Optimum | null): number[] | null {
  if (one === null) return null;
  const [gate, weighted, yen] = valueOf(problem, one.selection);
  return figuresOf(goal, { weeks: one.schedule.weeks, yen, gate, weighted });
}

/** Null, that nothing is possible, is the worst. */
function isWorse(a: number[] | null, b: number[] | null): boolean {
  if (a === null || b === null) return a === null && b !== null;
  const at = a.findIndex((each, nth) => each !== b[nth]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
