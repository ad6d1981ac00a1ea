import { array, constantFrom, integer, option, record, tuple, type Arbitrary } from 'fast-check';
import type { RequirementLevel } from '../action.ts';
import type { Goalpost, Problem, Task } from './task.ts';

// For the tests: problems that look like the library's, made small. Tasks wait only for goalposts before
// those that they raise, so that nothing runs in a circle; some levels are reached by two tasks.

export interface RandomProblem extends Problem {
  /** Units of effort by week, for a failure to print; the last one goes on for ever. */
  weeks: readonly number[];
}

const level = constantFrom<2 | 3>(2, 3);

export function randomProblem(limits: {
  tasks: number;
  goalposts: number;
  effort: number;
}): Arbitrary<RandomProblem> {
  return integer({ min: 1, max: limits.goalposts }).chain((posts) =>
    record({
      goalposts: array(
        record({
          level: constantFrom(0, 0, 0, 2, 3),
          target: constantFrom(2, 3, 3),
          weight: integer({ min: 1, max: 4 }),
          isInGate: constantFrom(true, true, false),
        }),
        { minLength: posts, maxLength: posts },
      ),
      tasks: array(
        record({
          effort: integer({ min: 0, max: limits.effort }),
          yen: constantFrom(0, 10, 20, 30, 50),
          weeks: integer({ min: 1, max: 3 }),
          raises: array(tuple(integer({ min: 0, max: posts - 1 }), level), {
            minLength: 1,
            maxLength: 2,
          }),
          after: array(tuple(integer({ min: 0, max: posts - 1 }), level), { maxLength: 2 }),
          notBefore: constantFrom(0, 0, 0, 0, 2),
          isBegun: constantFrom(false, false, false, false, true),
        }),
        { minLength: 1, maxLength: limits.tasks },
      ),
      weeks: array(constantFrom(0, 1, 2, 2, 3, 4), { minLength: 1, maxLength: 3 }),
      last: integer({ min: 2, max: 4 }),
      budget: option(integer({ min: 0, max: 150 }), { nil: null }),
      by: option(integer({ min: 1, max: 12 }), { nil: null }),
    }).map(({ goalposts, tasks, weeks, last, budget, by }) => {
      const all = [...weeks, last];
      return {
        goalposts: goalposts.map((each, at): Goalpost => ({ id: nameOf(at), ...each })),
        tasks: tasks.map((each, at) => taskOf(each, at)),
        capacity: (week: number) => all[Math.min(week, all.length - 1)] ?? last,
        weeks: all,
        budget,
        by,
      };
    }),
  );
}

const nameOf = (at: number) => `R-0${at}`;

function named([post, height]: readonly [number, 2 | 3]): RequirementLevel {
  return { requirement: nameOf(post), level: height };
}

type Drawn = Omit<Task, 'id' | 'raises' | 'after'> & {
  raises: readonly (readonly [number, 2 | 3])[];
  after: readonly (readonly [number, 2 | 3])[];
};

function taskOf({ raises, after, ...rest }: Drawn, at: number): Task {
  const first = Math.min(...raises.map(([post]) => post));
  return {
    id: `M${String(at).padStart(3, '0')}`,
    ...rest,
    raises: raises.map(named),
    after: after.filter(([post]) => post < first).map(named),
  };
}
