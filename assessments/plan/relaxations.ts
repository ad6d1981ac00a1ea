import { optimum } from './optimum.ts';
import type { Solver } from './solver.ts';
import type { Problem } from './task.ts';

/** A limit that stands in the way, and the least by which it would have to give. */
export type Binding =
  | { constraint: 'budget'; relaxBy: { yen: number } }
  | { constraint: 'date'; relaxBy: { weeks: number } }
  | { constraint: 'capacity'; relaxBy: { personDays: number } }
  /** No limit alone: the money that is needed at least, and then the weeks. */
  | { constraint: 'budget-and-date'; relaxBy: { yen: number; weeks: number } };

/** Person-days a week beyond which nobody would look. */
const MOST_DAYS = 500;

/**
 * For each limit of a wish that cannot be fulfilled: the least relaxation of it alone that makes it
 * possible; where no single one does, budget and date together. Empty where no limit is in the way.
 *
 * @param withCapacity the same problem with so many person-days in a full week, in tenths
 */
export function relaxations(
  problem: Problem,
  solver: Solver,
  tenths: number,
  withCapacity: (tenths: number) => Problem,
): Binding[] {
  const { budget, by } = problem;
  const bindings: Binding[] = [];
  if (budget !== null) {
    const cheapest = optimum({ ...problem, budget: null }, 'cheapest-ready', solver);
    if (cheapest) bindings.push({ constraint: 'budget', relaxBy: { yen: cheapest.yen - budget } });
  }
  if (by !== null) {
    const soonest = optimum({ ...problem, by: null }, 'ready-soonest', solver);
    if (soonest)
      bindings.push({ constraint: 'date', relaxBy: { weeks: soonest.schedule.weeks - by } });
    const personDays = leastCapacity(solver, tenths, withCapacity);
    if (personDays !== null) bindings.push({ constraint: 'capacity', relaxBy: { personDays } });
  }
  if (bindings.length > 0 || budget === null || by === null) return bindings;
  const cheapest = optimum({ ...problem, budget: null, by: null }, 'cheapest-ready', solver);
  if (cheapest === null) return [];
  const relaxBy = { yen: cheapest.yen - budget, weeks: cheapest.schedule.weeks - by };
  return [{ constraint: 'budget-and-date', relaxBy }];
}

/** The fewest person-days a week more that suffice, by halving; null where not even the most do. */
function leastCapacity(
  solver: Solver,
  tenths: number,
  withCapacity: (tenths: number) => Problem,
): number | null {
  const suffices = (at: number) => optimum(withCapacity(at), 'ready-soonest', solver) !== null;
  let [low, high] = [tenths, MOST_DAYS * 10];
  if (!suffices(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return (high - tenths) / 10;
}
