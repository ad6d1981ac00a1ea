import { assert, property } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { optimum } from './optimum.ts';
import { randomProblem } from './random-problem.ts';
import { relaxations, type Binding } from './relaxations.ts';
import { openSolver, type Solver } from './solver.ts';
import type { Problem } from './task.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const limits = { tasks: 6, goalposts: 4, effort: 4 };
const none: Problem = {
  tasks: [],
  goalposts: [],
  capacity: () => 1,
  budget: null,
  by: null,
};

/** The problem with one limit as much looser as a binding says, and `less` short of it. */
function relaxed(problem: Problem, binding: Binding, less: number): Problem {
  switch (binding.constraint) {
    case 'budget':
      return { ...problem, budget: (problem.budget ?? 0) + binding.relaxBy.yen - less };
    case 'date':
      return { ...problem, by: (problem.by ?? 0) + binding.relaxBy.weeks - less };
    case 'capacity': {
      const more = Math.round(binding.relaxBy.personDays * 10) - less;
      return { ...problem, capacity: (week) => problem.capacity(week) + more };
    }
    case 'budget-and-date': {
      const { yen, weeks } = binding.relaxBy;
      return {
        ...problem,
        budget: (problem.budget ?? 0) + yen,
        by: (problem.by ?? 0) + weeks - less,
      };
    }
  }
}

test('each relaxation makes it possible, and one unit less does not', () => {
  const seen = new Map<string, number>();
  assert(
    property(randomProblem(limits), (problem) => {
      if (optimum(problem, 'cheapest-ready', solver) !== null) return;
      const withCapacity = (tenths: number) => ({
        ...problem,
        capacity: (week: number) => problem.capacity(week) + tenths,
      });
      for (const binding of relaxations(problem, solver, 0, withCapacity)) {
        seen.set(binding.constraint, (seen.get(binding.constraint) ?? 0) + 1);
        expect(optimum(relaxed(problem, binding, 0), 'cheapest-ready', solver)).not.toBeNull();
        expect(optimum(relaxed(problem, binding, 1), 'cheapest-ready', solver)).toBeNull();
      }
    }),
    { numRuns: 300, seed: 20_261_126 },
  );
  expect([...seen.keys()].sort()).toEqual(['budget', 'budget-and-date', 'capacity', 'date']);
});

test('what no action reaches has no relaxation', () => {
  const goalposts = [{ id: 'R-00', level: 0, target: 3, weight: 1, isInGate: true }];
  const problem = { ...none, goalposts, budget: 10, by: 3 };
  expect(relaxations(problem, solver, 10, () => problem)).toEqual([]);
});
