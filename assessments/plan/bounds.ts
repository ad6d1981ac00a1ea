import type { Network } from './network.ts';
import type { Task } from './task.ts';

/** What no schedule can undercut, by task. */
export interface Ends {
  /** It cannot start earlier. */
  heads: ReadonlyMap<string, number>;
  /** It cannot be finished earlier. */
  finishes: ReadonlyMap<string, number>;
  /** So many weeks surely pass after its finish. */
  tails: ReadonlyMap<string, number>;
}

/** Weeks that surely pass from the finish of one task to the start or finish of another; by its id. */
type Gaps = ReadonlyMap<string, number>;

/**
 * By the longest chains, and by the effort of all that surely comes before or after a task.
 * @throws where tasks wait for each other in a circle
 */
export function endsOf(network: Network, capacity: (week: number) => number): Ends {
  const heads = new Map<string, number>();
  const finishes = new Map<string, number>();
  const before = new Map<string, Gaps>();
  const tasks = new Map(network.tasks.map((task) => [task.id, task]));
  const effort = (id: string) => tasks.get(id)?.effort ?? 0;
  const head = (id: string) => heads.get(id) ?? 0;
  const left = new Set(network.tasks);
  const order: Task[] = [];
  while (left.size > 0) {
    // Of those that may start, who is finished first: nobody finished later can let it start sooner.
    const [first] = [...left]
      .map((task) => ({ task, head: headOf(task, network, finishes) }))
      .sort((a, b) => a.head + a.task.weeks - b.head - b.task.weeks);
    if (!first || first.head === Infinity)
      throw new Error('The tasks wait for each other in a circle.');
    const { task } = first;
    left.delete(task);
    order.push(task);
    const gaps = gapsBefore(task, network, before, tasks);
    before.set(task.id, gaps);
    heads.set(task.id, Math.max(first.head, given(gaps, first.head)));
    const own = new Map([...gaps].map(([id, gap]) => [id, gap + task.weeks]));
    const chain = head(task.id) + task.weeks;
    finishes.set(task.id, Math.max(chain, given(own.set(task.id, 0), chain)));
  }
  return { heads, finishes, tails: tailsOf(network, order, before, capacity) };

  /** The first week by which all of them can have their effort with the gaps after it, if later than `week`. */
  function given(gaps: Gaps, week: number): number {
    let least = week;
    for (const from of new Set([...gaps.keys()].map(head))) {
      const later = [...gaps].filter(([id]) => head(id) >= from);
      for (const gap of new Set(later.map(([, each]) => each))) {
        const inside = later.filter(([, each]) => each >= gap);
        const sum = inside.reduce((all, [id]) => all + effort(id), 0);
        if (sum > 0)
          least = Math.max(least, Math.min(weekWhenGiven(sum, from, capacity) + gap, NEVER));
      }
    }
    return least;
  }
}

function headOf(
  { id, notBefore }: Task,
  { waits }: Network,
  finishes: ReadonlyMap<string, number>,
): number {
  const starts = (waits.get(id) ?? []).map((group) =>
    Math.min(...group.map((each) => finishes.get(each) ?? Infinity)),
  );
  return Math.max(notBefore, 0, ...starts);
}

/** All that surely comes before a task, with the weeks between its finish and the start of the task. */
function gapsBefore(
  { id }: Task,
  { waits }: Network,
  before: ReadonlyMap<string, Gaps>,
  tasks: ReadonlyMap<string, Task>,
): Map<string, number> {
  const gaps = new Map<string, number>();
  const add = (each: string, gap: number) => gaps.set(each, Math.max(gap, gaps.get(each) ?? 0));
  for (const group of waits.get(id) ?? []) {
    const [last, ...others] = group;
    if (last === undefined || others.length > 0) continue;
    add(last, 0);
    for (const [each, gap] of before.get(last) ?? [])
      add(each, gap + (tasks.get(last)?.weeks ?? 0));
  }
  return gaps;
}

function tailsOf(
  { tasks, followers }: Network,
  order: readonly Task[],
  before: ReadonlyMap<string, Gaps>,
  capacity: (week: number) => number,
): Map<string, number> {
  const tails = new Map<string, number>();
  const own = new Map(tasks.map((task) => [task.id, task]));
  const most = Math.max(...Array.from({ length: YEAR }, (_, week) => capacity(week)));
  for (const { id } of order.toReversed()) {
    const chains = (followers.get(id) ?? []).map(
      (follower) => (own.get(follower)?.weeks ?? 0) + (tails.get(follower) ?? 0),
    );
    const after = tasks.flatMap((task) => {
      const gap = before.get(task.id)?.get(id);
      return gap === undefined ? [] : [{ gap, tail: tails.get(task.id) ?? 0, effort: task.effort }];
    });
    tails.set(id, Math.max(0, ...chains, takenBy(after, most)));
  }
  return tails;
}

/** The fewest weeks in which all of them can have their effort, at the most that a week gives. */
function takenBy(
  after: readonly { gap: number; tail: number; effort: number }[],
  most: number,
): number {
  let least = 0;
  for (const gap of new Set(after.map((each) => each.gap))) {
    const later = after.filter((each) => each.gap >= gap);
    for (const tail of new Set(later.map((each) => each.tail))) {
      const inside = later.filter((each) => each.tail >= tail);
      const effort = inside.reduce((sum, each) => sum + each.effort, 0);
      if (effort > 0) least = Math.max(least, gap + Math.ceil(effort / most) + tail);
    }
  }
  return least;
}

/**
 * Weeks that no schedule of the tasks can undercut: the longest chain, and for each pair of a week and
 * of weeks that are left after it the effort of all tasks that can begin no earlier and end no later.
 */
export function leastWeeks(
  { tasks }: Network,
  { heads, finishes, tails }: Ends,
  capacity: (week: number) => number,
): number {
  const head = (id: string) => heads.get(id) ?? 0;
  const tail = (id: string) => tails.get(id) ?? 0;
  let least = Math.max(0, ...tasks.map(({ id }) => (finishes.get(id) ?? 0) + tail(id)));
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

/** No later week gives more effort than the most of so many at the beginning. */
const YEAR = 53;

/** Weeks after which nothing is reckoned any more: twenty years. */
export const HORIZON = 1_040;

/** Stands for no week at all among those that are compared. */
const NEVER = 2 * HORIZON;
