import type { Ends } from './bounds.ts';
import type { Network } from './network.ts';
import { latestStart, type Slot } from './slot.ts';
import type { Row, Terms } from './solver.ts';
import type { Task } from './task.ts';

/** Rows and variables of a model in which tasks have their weeks. */
export interface Timed {
  rows: Row[];
  binaries: string[];
}

/** Tasks × weeks up to which a model is solved; above, it may take minutes, whatever its limit of nodes. */
const MOST_CELLS = 2_500;

export const isTooLarge = ({ tasks }: Pick<Network, 'tasks'>, weeks: number): boolean =>
  tasks.length * (weeks + 1) > MOST_CELLS;

/** Whether the task at this place of a network is finished before a week begins. */
export const finished = (task: number, week: number) => `f${task}w${week}`;
/** The effort that it gets in a week. */
const given = (task: number, week: number) => `e${task}w${week}`;
/** The effort that it has had when a week begins: a sum kept by week, for rows that stay short. */
const had = (task: number, week: number) => `h${task}w${week}`;

/** All that is finished within so many weeks keeps to its order, its least weeks, its effort and the capacity. */
export function timedModel(
  { tasks, waits }: Network,
  { heads, finishes }: Pick<Ends, 'heads' | 'finishes'>,
  capacity: (week: number) => number,
  weeks: number,
): Timed {
  const numbers = new Map(tasks.map(({ id }, at) => [id, at]));
  const rows: Row[] = [];
  const binaries: string[] = [];
  tasks.forEach((task, at) => {
    const head = heads.get(task.id) ?? 0;
    const groups = (waits.get(task.id) ?? []).map((group) =>
      group.flatMap((each) => numbers.get(each) ?? []),
    );
    for (let week = 0; week <= weeks; week += 1) {
      binaries.push(finished(at, week));
      if (week < (finishes.get(task.id) ?? 0))
        rows.push({ terms: [[finished(at, week), 1]], is: '=', than: 0 });
      if (week > 0) rows.push(...rowsOf(task, at, week, groups));
      if (week > 0 && week - 1 < head)
        rows.push({ terms: [[given(at, week - 1), 1]], is: '=', than: 0 });
    }
  });
  for (let week = 0; week < weeks; week += 1) {
    const terms = tasks.map((_, at) => [given(at, week), 1] as const);
    rows.push({ terms, is: '<=', than: capacity(week) });
  }
  return { rows, binaries };
}

function rowsOf(
  { effort, weeks }: Task,
  at: number,
  week: number,
  groups: readonly (readonly number[])[],
): Row[] {
  const isFinished = finished(at, week);
  const before: Terms = week === 1 ? [] : [[had(at, week - 1), -1]];
  const rows: Row[] = [
    { terms: [[had(at, week), 1], ...before, [given(at, week - 1), -1]], is: '=', than: 0 },
    // What is finished stays so, and has all its effort.
    {
      terms: [
        [isFinished, 1],
        [finished(at, week - 1), -1],
      ],
      is: '>=',
      than: 0,
    },
    {
      terms: [
        [had(at, week), 1],
        [isFinished, -effort],
      ],
      is: '>=',
      than: 0,
    },
  ];
  for (const group of groups) {
    // Its weeks begin when one of those is finished, and its effort does too.
    const start = Math.max(0, week - weeks);
    const open = group.map((each) => [finished(each, start), 1] as const);
    const ready = group.map((each) => [finished(each, week - 1), effort] as const);
    rows.push({ terms: [...open, [isFinished, -1]], is: '>=', than: 0 });
    rows.push({ terms: [...ready, [given(at, week - 1), -1]], is: '>=', than: 0 });
  }
  return rows;
}

/** When everything starts and ends in a solution. */
export function slotsIn(
  { tasks }: Pick<Network, 'tasks'>,
  values: ReadonlyMap<string, number>,
  weeks: number,
): Map<string, Slot> {
  const finish = new Map(
    tasks.map(({ id }, at) => {
      const all = Array.from({ length: weeks + 1 }, (_, week) => week);
      return [id, all.find((week) => (values.get(finished(at, week)) ?? 0) > 0.5) ?? Infinity];
    }),
  );
  return new Map(
    tasks.flatMap(({ id, weeks: least }, at): [string, Slot][] => {
      const own = finish.get(id) ?? Infinity;
      if (own === Infinity) return [];
      const begun = Array.from({ length: own }, (_, week) => week).find(
        (week) => (values.get(given(at, week)) ?? 0) > 1e-6,
      );
      return [[id, { start: latestStart(own, least, begun), finish: own }]];
    }),
  );
}
