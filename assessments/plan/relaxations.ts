import type { Goal } from './optimum.ts';
import { optimum } from './optimum.ts';
import type { Solver } from './solver.ts';
import type { Problem } from './task.ts';

/** A limit that alone stands in the way, and the least by which it would have to give. */
export type Binding =
  | { constraint: 'budget'; relaxBy: { yen: number } }
  | { constraint: 'date'; relaxBy: { weeks: number } }
  | { constraint: 'capacity'; relaxBy: { personDays: number } };

/** Person-days a week beyond which nobody would look. */
const MOST_DAYS = 500;

/**
 * For each limit of a wish that cannot be fulfilled: the least relaxation of it alone that makes it
 * possible. Empty where no single one does.
 *
 * @param withCapacity the same problem with so many person-days in a full week, in tenths
 */
export function relaxations(
  problem: Problem,
  solver: Solver,
  tenths: number,
  withCapacity: (tenths: number) => Problem,
): Binding[] {
  const found = (given: Problem, goal: Goal) => optimum(given, goal, solver);
  const bindings: Binding[] = [];
  const cheapest = problem.budget === null ? null : found({ ...problem, budget: null }, 'cheapest-ready'); // prettier-ignore
  if (cheapest)
    bindings.push({ constraint: 'budget', relaxBy: { yen: cheapest.yen - (problem.budget ?? 0) } });
  const soonest = problem.by === null ? null : found({ ...problem, by: null }, 'ready-soonest');
  if (soonest)
    bindings.push({ constraint: 'date', relaxBy: { weeks: soonest.schedule.weeks - (problem.by ?? 0) } }); // prettier-ignore
  const enough = (at: number) => found(withCapacity(at), 'ready-soonest') !== null;
  if (problem.by !== null && enough(MOST_DAYS * 10)) {
    let [low, high] = [tenths, MOST_DAYS * 10];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (enough(middle)) high = middle;
      else low = middle;
    }
    bindings.push({ constraint: 'capacity', relaxBy: { personDays: (high - tenths) / 10 } });
  }
  return bindings;
}
