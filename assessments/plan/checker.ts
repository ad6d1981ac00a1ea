import type { Schedule } from '../schedule.ts';
import type { Problem, Task } from './task.ts';

// For the tests: looks at a plan without knowing how it was found.

/** What a plan does that it may not; empty where nothing. */
export function violations(
  problem: Problem,
  { selection, schedule }: { selection: readonly Task[]; schedule: Schedule },
): string[] {
  const found: string[] = [];
  const yen = selection.reduce((sum, task) => sum + task.yen, 0);
  if (problem.budget !== null && yen > problem.budget) found.push(`costs ${yen}`);
  if (problem.by !== null && schedule.weeks > problem.by) found.push(`takes ${schedule.weeks}`);
  if (schedule.slots.size !== selection.length) found.push('has other slots than tasks');
  for (const { id, weeks, notBefore, after, isBegun, effort } of selection) {
    const slot = schedule.slots.get(id);
    if (!slot) return [...found, `${id} has no slot`];
    if (slot.start < notBefore) found.push(`${id} starts early`);
    if (slot.finish - slot.start < weeks) found.push(`${id} takes too few weeks`);
    if (slot.finish > schedule.weeks) found.push(`${id} ends after the plan`);
    if (effort < 0) found.push(`${id} gives effort back`);
    for (const { requirement, level } of after) {
      // What is under way does not wait, and what it builds on is still to be done.
      const by = isBegun ? Infinity : slot.start;
      const reached = levelAt(problem, selection, schedule, requirement, by);
      if (reached < level) found.push(`${id} starts before ${requirement} is at ${level}`);
    }
  }
  return isGiven(problem, selection, schedule)
    ? found
    : [...found, 'asks for more than the weeks give'];
}

/** The level that a requirement has when a week begins. */
function levelAt(
  { goalposts }: Problem,
  selection: readonly Task[],
  { slots }: Schedule,
  requirement: string,
  week: number,
): number {
  const goalpost = goalposts.find(({ id }) => id === requirement);
  if (!goalpost) return Infinity;
  const raised = selection
    .filter(({ id }) => (slots.get(id)?.finish ?? Infinity) <= week)
    .flatMap(({ raises }) => raises.filter((each) => each.requirement === requirement));
  return Math.max(goalpost.level, ...raised.map(({ level }) => level));
}

/** Whether the effort fits into the slots: each week it goes to the open task that ends first. */
function isGiven({ capacity }: Problem, selection: readonly Task[], { slots, weeks }: Schedule) {
  const left = new Map(selection.map(({ id, effort }) => [id, effort]));
  for (let week = 0; week < weeks; week += 1) {
    let given = capacity(week);
    const open = [...slots]
      .filter(([, { start, finish }]) => start <= week && week < finish)
      .sort(([, a], [, b]) => a.finish - b.finish);
    for (const [id] of open) {
      const share = Math.min(given, left.get(id) ?? 0);
      left.set(id, (left.get(id) ?? 0) - share);
      given -= share;
    }
    // What ends with this week has had its last.
    if (open.some(([id, { finish }]) => finish === week + 1 && (left.get(id) ?? 0) > 0))
      return false;
  }
  return true;
}
