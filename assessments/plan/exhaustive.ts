import type { Goal } from './optimum.ts';
import type { Problem, Task } from './task.ts';

// For the tests: every selection and every way to spread the effort, one unit after the other, without a
// bound, an order of precedence or a solver. It shares with the optimiser what a problem is, and no more.

export interface Found {
  weeks: number;
  yen: number;
  gate: number;
  weighted: number;
}

/** The best of all plans by enumeration, or null where there is none. For small problems only. */
export function exhaustive(problem: Problem, goal: Goal): Found | null {
  let best: Found | null = null;
  for (const mask of masks(problem.tasks.length)) {
    const tasks = problem.tasks.filter((_, at) => mask & (1 << at));
    const yen = tasks.reduce((sum, task) => sum + task.yen, 0);
    if (problem.budget !== null && yen > problem.budget) continue;
    if (!tasks.every((task) => isFounded(task, problem, tasks))) continue;
    const value = valueOf(problem, tasks);
    if (goal !== 'best-within' && !value.isReady) continue;
    const weeks = fewestWeeks(problem, tasks);
    if (weeks === null) continue;
    if (problem.by !== null && weeks > problem.by) continue;
    const found = { weeks, yen, gate: value.gate, weighted: value.weighted };
    if (best === null || isBetter(found, best, goal)) best = found;
  }
  return best;
}

function isBetter(a: Found, b: Found, goal: Goal): boolean {
  const figures = (one: Found): number[] => {
    if (goal === 'ready-soonest') return [one.weeks, one.yen];
    if (goal === 'cheapest-ready') return [one.yen, one.weeks];
    return [-one.gate, -one.weighted, one.yen, one.weeks];
  };
  const [left, right] = [figures(a), figures(b)];
  const at = left.findIndex((each, nth) => each !== right[nth]);
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0);
}

const size = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

/** All selections of so many tasks, small ones first. */
function masks(count: number): number[] {
  return Array.from({ length: 2 ** count }, (_, mask) => mask).sort((a, b) => size(a) - size(b));
}

function valueOf({ goalposts }: Problem, tasks: readonly Task[]) {
  let [gate, weighted, isReady] = [0, 0, true];
  for (const { id, level, target, weight, isInGate } of goalposts) {
    const raised = tasks.flatMap(({ raises }) =>
      raises.filter(({ requirement }) => requirement === id).map((each) => each.level),
    );
    const now = Math.max(level, ...raised);
    weighted += weight * Math.min(now, target);
    if (!isInGate) continue;
    if (now >= target) gate += 1;
    else isReady = false;
  }
  return { gate, weighted, isReady };
}

/** What is under way builds on levels that others of the selection reach, whenever they do. */
function isFounded({ isBegun, after }: Task, { goalposts }: Problem, tasks: readonly Task[]) {
  if (!isBegun) return true;
  return after.every(({ requirement, level }) => {
    const enough = (one: { requirement: string; level: number }) =>
      one.requirement === requirement && one.level >= level;
    const found = goalposts.find(({ id }) => id === requirement)?.level ?? level;
    return (
      found >= level || tasks.some((task) => task.raises.some(enough) && !task.after.some(enough))
    );
  });
}

/** By trying every division of every week's capacity; null where the tasks cannot all be done. */
function fewestWeeks(problem: Problem, tasks: readonly Task[]): number | null {
  /** Whether every level that a task waits for is reached by what is finished before a week. */
  const isReady = ({ after, isBegun }: Task, finish: readonly number[], week: number): boolean =>
    isBegun ||
    after.every(({ requirement, level }) => {
      const post = problem.goalposts.find(({ id }) => id === requirement);
      if (!post || post.level >= level) return true;
      return tasks.some(
        ({ raises }, at) =>
          (finish[at] ?? Infinity) <= week &&
          raises.some((each) => each.requirement === requirement && each.level >= level),
      );
    });
  type State = { left: number[]; start: number[]; finish: number[] };
  const none = tasks.map(() => Infinity);
  let states: State[] = [{ left: tasks.map(({ effort }) => effort), start: none, finish: none }];
  for (let week = 0; week <= LONGEST; week += 1) {
    const next = new Map<string, State>();
    for (const state of states) {
      if (state.finish.every((each) => each <= week)) return week;
      const isOpen = tasks.map(
        (task, at) =>
          (state.finish[at] ?? 0) > week &&
          task.notBefore <= week &&
          isReady(task, state.finish, week),
      );
      // Who may start does: an open task costs nothing.
      const start = state.start.map((each, at) => (isOpen[at] ? Math.min(each, week) : each));
      for (const left of divisions(state.left, isOpen, problem.capacity(week))) {
        const finish = state.finish.map((each, at) => {
          const isDone =
            isOpen[at] && left[at] === 0 && week + 1 >= (start[at] ?? 0) + (tasks[at]?.weeks ?? 0);
          return isDone ? week + 1 : each;
        });
        const later = { left, start, finish };
        next.set(JSON.stringify(later), later);
      }
    }
    states = [...next.values()];
    const hasBegun = states.some(({ start }) => start.some((each) => each < Infinity));
    if (!hasBegun && week > MOST_BEFORE) return null;
  }
  return null;
}

const LONGEST = 60;
const MOST_BEFORE = 12;

/** What may be left of each task after a week that gives so much to those that are open. */
function divisions(left: readonly number[], isOpen: readonly boolean[], given: number): number[][] {
  const wanted = left.reduce((sum, each, at) => sum + (isOpen[at] ? each : 0), 0);
  // All that is given is used where it can be: what is done earlier harms nothing.
  let parts: { left: number[]; given: number }[] = [
    { left: [...left], given: Math.min(given, wanted) },
  ];
  left.forEach((most, at) => {
    if (!isOpen[at]) return;
    parts = parts.flatMap((part) =>
      Array.from({ length: Math.min(most, part.given) + 1 }, (_, share) => ({
        left: part.left.map((each, one) => (one === at ? each - share : each)),
        given: part.given - share,
      })),
    );
  });
  return parts.filter((part) => part.given === 0).map((part) => part.left);
}
