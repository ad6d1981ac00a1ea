import { schedule, type Schedule } from '../schedule.ts';
import { endsOf, HORIZON } from './bounds.ts';
import { networkOf } from './network.ts';
import { among, hasAlternatives } from './alternatives.ts';
import { onlyWay } from './only-way.ts';
import {
  asMuchAsPossible,
  doable,
  openOf,
  selections,
  sumOf,
  yenOf,
  type Selection,
} from './selection.ts';
import { SolverGaveUp, type Row, type Solver } from './solver.ts';
import type { Problem } from './task.ts';

export const GOALS = ['ready-soonest', 'cheapest-ready', 'best-within'] as const;
export type Goal = (typeof GOALS)[number];

export interface Optimum {
  selection: Selection;
  schedule: Schedule;
  yen: number;
  /**
   * Null where it is proven to be the best. Else by what share at most the optimum may be better: in weeks,
   * and for `best-within` in requirements of the gate.
   */
  bound: number | null;
}

/** Selections of equal worth that are looked at before the answer is given with a bound: fewer, the longer each takes. */
const lookedAt = (tasks: number): number =>
  Math.min(400, Math.max(12, Math.floor(60_000 / tasks ** 2)));

/**
 * The best plan of a problem, or null where none fulfils it: `ready-soonest` the fewest weeks, then yen;
 * `cheapest-ready` the fewest yen, then weeks; `best-within` the most of the gate by the date, then of all
 * targets by weight, then the fewest yen and weeks.
 *
 * @throws SolverGaveUp where the limit of nodes is reached before anything is known
 */
export function optimum(problem: Problem, goal: Goal, solver: Solver): Optimum | null {
  if (hasAlternatives(problem)) return among(problem, goal, solver);
  return goal === 'best-within' ? bestWithin(problem, solver) : ready(problem, solver);
}

/** Without alternatives there is one way to be ready: what it costs is fixed, and how soon is to be found. */
function ready(problem: Problem, solver: Solver): Optimum | null {
  const wanted = openOf(problem).filter(({ isInGate }) => isInGate);
  const selection = onlyWay(problem, wanted);
  if (selection === null || yenOf(selection) > (problem.budget ?? Infinity)) return null;
  return inTime(problem, selection, solver);
}

/** The schedule of a selection, where it keeps to the date. */
function inTime(problem: Problem, selection: Selection, solver: Solver): Optimum | null {
  const made = schedule(networkOf(selection, problem.goalposts), problem.capacity, solver);
  const by = problem.by ?? Infinity;
  if (!made || made.least > by) return null;
  if (made.weeks > by) throw new SolverGaveUp();
  const bound = made.weeks > made.least ? (made.weeks - made.least) / made.least : null;
  return { selection, schedule: made, yen: yenOf(selection), bound };
}

/** Selections of the most worth, until the one of the fewest weeks among those that keep to the date is known. */
function bestWithin(problem: Problem, solver: Solver): Optimum | null {
  const given = { ...problem, tasks: doable(problem) };
  const more = selections(given, asMuchAsPossible(given, timeRows(given)), solver);
  let best: Optimum | null = null;
  let most = 0;
  for (let looked = 0; looked < lookedAt(given.tasks.length); looked += 1) {
    const selection = more.next();
    if (selection === null) return best;
    const value = valueOf(given, selection);
    if (looked === 0) most = value[0];
    if (best !== null && isOther(value, valueOf(given, best.selection))) return best;
    const found = inTime(given, selection, solver);
    if (found && (best === null || found.schedule.weeks < best.schedule.weeks)) best = found;
  }
  // What was not looked at may reach as much of the gate as the first, which did not keep to the date.
  if (best === null) throw new SolverGaveUp();
  const [gate] = valueOf(given, best.selection);
  return { ...best, bound: Math.max(best.bound ?? 0, (most - gate) / Math.max(1, gate)) };
}

function isOther(a: readonly number[], b: readonly number[]): boolean {
  return a.some((each, at) => each !== b[at]);
}

/** Gate requirements met, weighted levels, yen: what `best-within` looks at before the weeks. */
export function valueOf(
  { goalposts }: Pick<Problem, 'goalposts'>,
  selection: Selection,
): [number, number, number] {
  let [gate, weighted] = [0, 0];
  for (const { id, level, target, weight, isInGate } of goalposts) {
    const raised = selection.flatMap(({ raises }) =>
      raises.flatMap((each) => (each.requirement === id ? [each.level] : [])),
    );
    const now = Math.max(level, ...raised);
    if (isInGate && now >= target) gate += 1;
    weighted += weight * Math.min(now, target);
  }
  return [gate, weighted, yenOf(selection)];
}

/** What cannot be finished by the date, and for each week the effort of all that begins no earlier. */
function timeRows({ tasks, goalposts, by: wished, capacity }: Problem): Row[] {
  const by = wished ?? HORIZON;
  const { heads, finishes } = endsOf(networkOf(tasks, goalposts), capacity);
  const head = (id: string) => heads.get(id) ?? 0;
  const late = tasks.filter(({ id }) => (finishes.get(id) ?? 0) > by);
  const rows: Row[] = late.map((task) => ({ terms: sumOf([task], () => 1), is: '=', than: 0 }));
  for (const from of new Set(tasks.map(({ id }) => head(id)))) {
    const inside = tasks.filter(({ id }) => head(id) >= from);
    const given = Array.from({ length: Math.max(0, by - from) }, (_, at) => capacity(from + at));
    const than = given.reduce((sum, each) => sum + each, 0);
    rows.push({ terms: sumOf(inside, ({ effort }) => effort), is: '<=', than });
  }
  return rows;
}
