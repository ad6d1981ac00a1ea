import { reachingIn, type Goalpost, type Task } from './task.ts';

/** Tasks that are all to be done, and which of them each waits for. */
export interface Network {
  tasks: readonly Task[];
  /** By task: for each level that it waits for, the tasks of which one must be finished. */
  waits: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** By task: those that surely come after it. */
  followers: ReadonlyMap<string, readonly string[]>;
}

/** @throws where a task waits for what no task of the selection reaches: select() never answers that. */
export function networkOf(tasks: readonly Task[], goalposts: readonly Goalpost[]): Network {
  const reaching = reachingIn(tasks, goalposts);
  const waits = new Map<string, string[][]>();
  const followers = new Map(tasks.map(({ id }) => [id, [] as string[]]));
  for (const task of tasks) {
    const groups = (task.isBegun ? [] : task.after).flatMap((need) => {
      const group = reaching(need)?.filter(({ id }) => id !== task.id);
      if (group?.length === 0)
        throw new Error(`${task.id} waits for ${need.requirement}, which nothing reaches.`);
      return group ? [group.map(({ id }) => id)] : [];
    });
    waits.set(task.id, groups);
    for (const group of groups) {
      if (group.length === 1) followers.get(group[0] ?? '')?.push(task.id);
    }
  }
  return { tasks, waits, followers };
}
