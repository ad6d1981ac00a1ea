import type { Network } from './network.ts';
import type { Task } from './task.ts';

/** Weeks at the two ends of each task that no schedule can save. */
export interface Ends {
  /** It cannot start earlier. */
  heads: ReadonlyMap<string, number>;
  /** So many weeks surely pass after its finish. */
  tails: ReadonlyMap<string, number>;
}

/** By the longest chains alone. @throws where tasks wait for each other in a circle */
export function endsOf(network: Network): Ends {
  const heads = new Map<string, number>();
  const finish = new Map<string, number>();
  const left = new Set(network.tasks);
  const order: Task[] = [];
  while (left.size > 0) {
    // Of those that may start, who is finished first: nobody finished later can let it start sooner.
    const [first] = [...left]
      .map((task) => ({ task, head: headOf(task, network, finish) }))
      .sort((a, b) => a.head + a.task.weeks - b.head - b.task.weeks);
    if (!first || first.head === Infinity) throw new Error('The tasks wait for each other in a circle.'); // prettier-ignore
    const { task, head } = first;
    left.delete(task);
    order.push(task);
    heads.set(task.id, head);
    finish.set(task.id, head + task.weeks);
  }
  return { heads, tails: tailsOf(network, order) };
}

function headOf(
  { id, notBefore }: Task,
  { waits }: Network,
  finish: ReadonlyMap<string, number>,
): number {
  const starts = (waits.get(id) ?? []).map((group) =>
    Math.min(...group.map((each) => finish.get(each) ?? Infinity)),
  );
  return Math.max(notBefore, 0, ...starts);
}

function tailsOf({ tasks, followers }: Network, order: readonly Task[]): Map<string, number> {
  const tails = new Map<string, number>();
  const weeks = new Map(tasks.map((task) => [task.id, task.weeks]));
  for (const { id } of order.toReversed()) {
    const after = (followers.get(id) ?? []).map(
      (follower) => (weeks.get(follower) ?? 0) + (tails.get(follower) ?? 0),
    );
    tails.set(id, Math.max(0, ...after));
  }
  return tails;
}

/**
 * Weeks that no schedule of the tasks can undercut: the longest chain, and for each pair of a week and
 * of weeks that are left after it the effort of all tasks that can begin no earlier and end no later.
 */
export function leastWeeks(
  { tasks }: Network,
  { heads, tails }: Ends,
  capacity: (week: number) => number,
): number {
  const head = (id: string) => heads.get(id) ?? 0;
  const tail = (id: string) => tails.get(id) ?? 0;
  let least = Math.max(0, ...tasks.map(({ id, weeks }) => head(id) + weeks + tail(id)));
  for (const from of new Set(tasks.map(({ id }) => head(id)))) {
    for (const after of new Set(tasks.map(({ id }) => tail(id)))) {
      const inside = tasks.filter(({ id }) => head(id) >= from && tail(id) >= after);
      const effort = inside.reduce((sum, task) => sum + task.effort, 0);
      if (effort > 0) least = Math.max(least, weekWhenGiven(effort, from, capacity) + after);
    }
  }
  return least;
}

/** The first week by whose beginning so much effort can have been given since `from`. */
export function weekWhenGiven(
  effort: number,
  from: number,
  capacity: (week: number) => number,
): number {
  let [week, left] = [from, effort];
  for (; left > 0; week += 1) {
    if (week > from + HORIZON) return Infinity;
    left -= capacity(week);
  }
  return week;
}

/** Weeks after which nothing is reckoned any more: twenty years. */
export const HORIZON = 1_040;
