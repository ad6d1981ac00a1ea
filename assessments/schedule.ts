import { endsOf, HORIZON, leastWeeks, type Ends } from './plan/bounds.ts';
import type { Network } from './plan/network.ts';
import { shorten } from './plan/shorten.ts';
import { latestStart, type Slot } from './plan/slot.ts';
import type { Solver } from './plan/solver.ts';
import type { Task } from './plan/task.ts';

export interface Schedule {
  slots: ReadonlyMap<string, Slot>;
  /** Before the beginning of this week all of it is finished. */
  weeks: number;
  /** No schedule is shorter than this; equal to `weeks` where the schedule is proven to be shortest. */
  least: number;
}

/**
 * The shortest schedule of tasks that are all to be done (gap-model.md, "Actions and plan"): effort
 * spread freely over the weeks of a task, the sum of a week at most its capacity. Three orders of
 * precedence are tried against a bound; where none meets it, the solver looks for a shorter one.
 * Null where the capacity never suffices.
 */
export function schedule(
  network: Network,
  capacity: (week: number) => number,
  solver: Solver,
): Schedule | null {
  const ends = endsOf(network, capacity);
  const least = leastWeeks(network, ends, capacity);
  let best: Schedule | null = null;
  for (const slots of greedySchedules(network, ends, capacity)) {
    if (slots === null) return null;
    const weeks = Math.max(0, ...[...slots.values()].map(({ finish }) => finish));
    if (best === null || weeks < best.weeks) best = { slots, weeks, least };
    if (best.weeks <= least) return best;
  }
  return best && shorten(network, ends, capacity, best, solver);
}

/** One schedule for each order of precedence; null where the capacity never suffices. */
export function* greedySchedules(
  network: Network,
  ends: Pick<Ends, 'tails'>,
  capacity: (week: number) => number,
): Generator<ReadonlyMap<string, Slot> | null> {
  for (const precedence of PRECEDENCES) yield follow(network, capacity, precedence(ends));
}

type Precedence = (ends: Pick<Ends, 'tails'>) => (a: Task, b: Task) => number;

const byId = (a: Task, b: Task) => (a.id < b.id ? -1 : 1);
const PRECEDENCES: readonly Precedence[] = [
  // Who has most behind it.
  ({ tails }) =>
    (a, b) =>
      (tails.get(b.id) ?? 0) - (tails.get(a.id) ?? 0) || b.weeks - a.weeks || byId(a, b),
  // Who has most behind it, its own weeks included.
  ({ tails }) =>
    (a, b) =>
      (tails.get(b.id) ?? 0) + b.weeks - (tails.get(a.id) ?? 0) - a.weeks || byId(a, b),
  // Of those with as much behind them, who takes least effort.
  ({ tails }) =>
    (a, b) =>
      (tails.get(b.id) ?? 0) - (tails.get(a.id) ?? 0) || a.effort - b.effort || byId(a, b),
];

/** Week by week: everything that may start does, and the effort goes to who comes first. */
function follow(
  { tasks, waits }: Network,
  capacity: (week: number) => number,
  order: (a: Task, b: Task) => number,
): Map<string, Slot> | null {
  const slots = new Map<string, Slot>();
  const left = new Map(tasks.map(({ id, effort }) => [id, effort]));
  const start = new Map<string, number>();
  const begun = new Map<string, number>();
  let waiting = tasks.toSorted(order);
  for (let week = 0; waiting.length > 0; week += 1) {
    if (week > HORIZON) return null;
    let given = capacity(week);
    for (const { id, notBefore } of waiting) {
      const isOpen = (waits.get(id) ?? []).every((group) =>
        group.some((each) => (slots.get(each)?.finish ?? Infinity) <= week),
      );
      if (!isOpen || notBefore > week) continue;
      if (!start.has(id)) start.set(id, week);
      const share = Math.min(given, left.get(id) ?? 0);
      if (share > 0 && !begun.has(id)) begun.set(id, week);
      left.set(id, (left.get(id) ?? 0) - share);
      given -= share;
    }
    const over = waiting.filter(({ id, weeks }) => {
      const began = start.get(id);
      return began !== undefined && left.get(id) === 0 && week + 1 >= began + weeks;
    });
    for (const { id, weeks } of over)
      slots.set(id, { start: latestStart(week + 1, weeks, begun.get(id)), finish: week + 1 });
    waiting = waiting.filter((task) => !over.includes(task));
  }
  return slots;
}
