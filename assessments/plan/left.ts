import { optimum } from './optimum.ts';
import { doable, levelOf, openOf } from './selection.ts';
import type { Solver } from './solver.ts';
import { reachingIn, type Goalpost, type Problem, type Task } from './task.ts';

/**
 * Why a requirement of the gate stays open: it, or what it needs, waits on an agency · the library has no
 * action for it · its actions are left out · alone it would pass the budget or the date · alone it would
 * fit, and others were worth more.
 */
export type LeftBecause = 'agency-need' | 'no-action' | 'left-out' | 'budget' | 'date' | 'others';

/** Those that are about the limits of the wish. */
export const LIMITS: readonly LeftBecause[] = ['budget', 'date', 'others'];

export interface Left {
  id: string;
  why: LeftBecause;
}

/** What the plan was made from, and the same without what was taken away from it. */
export interface Widened {
  problem: Problem;
  /** With the actions that were left out. */
  withAll: Problem;
  /** As if an agency had come. */
  approached: Problem;
}

/** The requirements of the gate that a selection leaves open, each with what stands in the way. */
export function leftBy(
  selection: readonly Task[],
  { problem, withAll, approached }: Widened,
  solver: Solver,
): Left[] {
  const reached = reachingIn(selection, problem.goalposts);
  return openOf(problem)
    .filter(({ isInGate }) => isInGate)
    .filter(({ id, target }) => reached({ requirement: id, level: levelOf(target) })?.length === 0)
    .map((goalpost) => {
      const { id } = goalpost;
      if (isReachable(problem, goalpost)) return { id, why: whichLimit(problem, goalpost, solver) };
      if (isReachable(approached, goalpost)) return { id, why: 'agency-need' };
      return { id, why: isReachable(withAll, goalpost) ? 'left-out' : 'no-action' };
    });
}

function isReachable(problem: Problem, { id, target }: Goalpost): boolean {
  const reaching = reachingIn(doable(problem), problem.goalposts);
  return (reaching({ requirement: id, level: levelOf(target) })?.length ?? 1) > 0;
}

/** Whether one requirement by itself would pass a limit. */
function whichLimit(problem: Problem, { id }: Goalpost, solver: Solver): LeftBecause {
  const goalposts = problem.goalposts.map((one) => ({ ...one, isInGate: one.id === id }));
  const free = { ...problem, goalposts, budget: null, by: null };
  const yen = optimum(free, 'cheapest-ready', solver)?.yen ?? Infinity;
  if (problem.budget !== null && yen > problem.budget) return 'budget';
  const weeks = optimum(free, 'ready-soonest', solver)?.schedule.weeks ?? Infinity;
  return problem.by !== null && weeks > problem.by ? 'date' : 'others';
}
