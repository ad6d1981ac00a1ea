import { greedySchedules, type Schedule } from '../schedule.ts';
import type { Ends } from './bounds.ts';
import type { Network } from './network.ts';
import type { Task } from './task.ts';

/**
 * By task: the weeks by which it may end later while the whole ends no later. Each is proven by a
 * schedule; where none is found the task counts as one that must not be late.
 */
export function slackOf(
  network: Network,
  ends: Pick<Ends, 'tails'>,
  made: Schedule,
  capacity: (week: number) => number,
): Map<string, number> {
  return new Map(
    network.tasks.map((task) => {
      const finish = made.slots.get(task.id)?.finish ?? made.weeks;
      const most = made.weeks - (ends.tails.get(task.id) ?? 0) - finish;
      const least = Math.max(0, Math.min(most, stillness(task, network, made) - finish));
      const isHarmless = (later: number) =>
        fits(delayed(network, task, made, later), ends, made.weeks, capacity);
      return [task.id, mostOf(isHarmless, { least, most })];
    }),
  );
}

/** The week by which a task must be finished if nothing else moves: its effort stays where it is. */
function stillness({ id }: Task, { waits }: Network, { slots, weeks }: Schedule): number {
  const starts = [...waits].flatMap(([follower, groups]) =>
    groups.some((group) => group.includes(id)) ? [slots.get(follower)?.start ?? weeks] : [],
  );
  return Math.min(weeks, ...starts);
}

/** Between what is sure and what the chains allow, the most that can be shown. */
function mostOf(
  isHarmless: (later: number) => boolean,
  { least, most }: { least: number; most: number },
): number {
  let [sure, perhaps] = [least, most];
  while (sure < perhaps) {
    const middle = Math.ceil((sure + perhaps) / 2);
    if (isHarmless(middle)) sure = middle;
    else perhaps = middle - 1;
  }
  return sure;
}

/** The same network with one task that ends so many weeks later. */
function delayed(network: Network, late: Task, { slots }: Schedule, later: number): Network {
  const tasks = network.tasks.map((task) => {
    const slot = slots.get(task.id);
    if (task.id !== late.id || !slot) return task;
    return { ...task, weeks: slot.finish - slot.start + later, notBefore: slot.start };
  });
  return { ...network, tasks };
}

function fits(
  network: Network,
  ends: Pick<Ends, 'tails'>,
  weeks: number,
  capacity: (week: number) => number,
): boolean {
  for (const slots of greedySchedules(network, ends, capacity)) {
    if (slots && [...slots.values()].every(({ finish }) => finish <= weeks)) return true;
  }
  return false;
}
