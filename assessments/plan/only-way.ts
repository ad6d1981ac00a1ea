import { levelOf, type Selection } from './selection.ts';
import { reachingIn, type Goalpost, type Problem, type Task } from './task.ts';

/**
 * Where there are no alternatives: the tasks without which the wanted goalposts are not reached, in the
 * order of their ids; null where nothing reaches one of them.
 */
export function onlyWay(
  { tasks, goalposts }: Pick<Problem, 'tasks' | 'goalposts'>,
  wanted: readonly Goalpost[],
): Selection | null {
  const reaching = reachingIn(tasks, goalposts);
  const chosen = new Set<Task>();
  const needs = wanted.map(({ id, target }) => ({ requirement: id, level: levelOf(target) }));
  for (let need = needs.pop(); need; need = needs.pop()) {
    const group = reaching(need);
    if (group === null) continue;
    const [task] = group;
    if (!task) return null;
    if (!chosen.has(task)) needs.push(...task.after);
    chosen.add(task);
  }
  return tasks.filter((task) => chosen.has(task));
}
