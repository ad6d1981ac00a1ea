import { assert, property } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { endsOf } from './bounds.ts';
import { networkOf } from './network.ts';
import { randomProblem } from './random-problem.ts';
import { doable } from './selection.ts';
import { slackOf } from './slack.ts';
import { openSolver, type Solver } from './solver.ts';
import { schedule } from '../schedule.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

test('what is late by its slack leaves the end where it is; some must not be late at all', () => {
  let [late, critical] = [0, 0];
  assert(
    property(randomProblem({ tasks: 9, goalposts: 5, effort: 5 }), (problem) => {
      const selection = doable(problem);
      const network = networkOf(selection, problem.goalposts);
      const made = schedule(network, problem.capacity, solver);
      if (made === null || selection.length === 0) return;
      const slack = slackOf(network, endsOf(network, problem.capacity), made, problem.capacity);
      for (const task of selection) {
        const weeks = slack.get(task.id) ?? 0;
        if (weeks === 0) critical += 1;
        else late += 1;
        const slot = made.slots.get(task.id) ?? { start: 0, finish: 0 };
        const delayed = { ...task, notBefore: slot.start, weeks: slot.finish - slot.start + weeks };
        const tasks = selection.map((one) => (one.id === task.id ? delayed : one));
        const again = schedule(networkOf(tasks, problem.goalposts), problem.capacity, solver);
        expect(again?.weeks).toBe(made.weeks);
      }
      // Something ends last, and would end later.
      expect(Math.min(...slack.values())).toBe(0);
    }),
    { numRuns: 200, seed: 20_261_126 },
  );
  expect(late).toBeGreaterThan(100);
  expect(critical).toBeGreaterThan(100);
});
