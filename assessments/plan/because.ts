import type { Network } from './network.ts';
import { LEVELS, openOf } from './selection.ts';
import { reachingIn, type Problem, type Task } from './task.ts';

/** For each task the open requirements that it serves, by itself or through what waits for it; by id. */
export function becauseOf(
  selection: readonly Task[],
  problem: Problem,
  { waits }: Pick<Network, 'waits'>,
): Map<string, string[]> {
  const because = new Map<string, Set<string>>();
  const reaching = reachingIn(selection, problem.goalposts);
  const give = (task: string, reason: string): void => {
    const reasons = because.get(task) ?? new Set();
    if (reasons.has(reason)) return;
    because.set(task, reasons.add(reason));
    for (const before of (waits.get(task) ?? []).flat()) give(before, reason);
  };
  for (const { id, target } of openOf(problem)) {
    for (const level of LEVELS.filter((one) => one > 0 && one <= target))
      for (const task of reaching({ requirement: id, level }) ?? []) give(task.id, id);
  }
  return new Map([...because].map(([task, reasons]) => [task, [...reasons].sort()]));
}
