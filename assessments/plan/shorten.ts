import type { Schedule } from '../schedule.ts';
import type { Ends } from './bounds.ts';
import type { Network } from './network.ts';
import type { Row, Solver } from './solver.ts';
import { finished, isTooLarge, slotsIn, timedModel } from './timed-model.ts';

/**
 * Tries fewer and fewer weeks until the solver proves that it cannot be done. Where the solver gives up,
 * or the weeks are too many for it, the schedule stays and its bound says how far it may be from the shortest.
 */
export function shorten(
  network: Network,
  ends: Ends,
  capacity: (week: number) => number,
  found: Schedule,
  solver: Solver,
): Schedule {
  let best = found;
  while (best.weeks > best.least) {
    const weeks = best.weeks - 1;
    if (isTooLarge(network, weeks)) return best;
    const { rows, binaries } = timedModel(network, ends, capacity, weeks);
    // All of it is to be done, and in time for what surely comes after.
    const all = network.tasks.map(({ id }, at): Row => {
      const last = Math.max(0, weeks - (ends.tails.get(id) ?? 0));
      return { terms: [[finished(at, last), 1]], is: '=', than: 1 };
    });
    const answer = solver.solve({ goal: 'min', objective: [], rows: [...rows, ...all], binaries });
    if (answer.status === 'stopped') return best;
    if (answer.status === 'infeasible') return { ...best, least: best.weeks };
    best = { slots: slotsIn(network, answer.values, weeks), weeks, least: best.least };
  }
  return best;
}
