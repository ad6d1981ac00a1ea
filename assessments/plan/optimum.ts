import { schedule, type Schedule } from '../schedule.ts';
import { endsOf, leastWeeks, weekWhenGiven } from './bounds.ts';
import { networkOf } from './network.ts';
import { among, hasAlternatives } from './alternatives.ts';
import { asMuchAsPossible, doable, leastOf, readiness, selections, sumOf, yenOf, type Selection } from './selection.ts'; // prettier-ignore
import type { Row, Solver } from './solver.ts';
import { reachingIn, type Problem } from './task.ts';

export type Goal = 'ready-soonest' | 'cheapest-ready' | 'best-within';

export interface Optimum {
  selection: Selection;
  schedule: Schedule;
  yen: number;
  /**
   * Null where it is proven to be the best. Else by what share at most it may be above the optimum, in
   * the figure that its goal minimises.
   */
  bound: number | null;
}

/** Selections that are looked at before the answer is given with a bound. */
const LOOKED_AT = 400;

/**
 * The best plan of a problem, or null where none fulfils it: `ready-soonest` the fewest weeks, then yen;
 * `cheapest-ready` the fewest yen, then weeks; `best-within` the most of the gate by the date, then of all
 * targets by weight, then the fewest yen and weeks.
 */
export function optimum(problem: Problem, goal: Goal, solver: Solver): Optimum | null {
  if (hasAlternatives(problem)) return among(problem, goal, solver);
  if (goal === 'best-within') return bestWithin(problem, solver);
  return goal === 'cheapest-ready' ? cheapest(problem, solver) : soonest(problem, solver);
}

function scheduled(problem: Problem, selection: Selection, solver: Solver): Schedule | null {
  const made = schedule(networkOf(selection, problem.goalposts), problem.capacity, solver);
  return made && made.least <= (problem.by ?? Infinity) ? made : null;
}

const isInTime = ({ by }: Problem, { weeks }: Schedule) => by === null || weeks <= by;

function soonest(problem: Problem, solver: Solver): Optimum | null {
  const more = selections(problem, readiness(problem), solver);
  const least = leastOf(problem);
  let best: Optimum | null = null;
  let unproven = least;
  for (let looked = 0; looked < LOOKED_AT; looked += 1) {
    const selection = more.next();
    if (selection === null) return best && { ...best, bound: gap(best.schedule.weeks, unproven) };
    if (selection === 'stopped') break;
    const made = scheduled(problem, selection, solver);
    if (!made || !isInTime(problem, made)) continue;
    if (best === null || made.weeks < best.schedule.weeks) {
      best = { selection, schedule: made, yen: yenOf(selection), bound: null };
      unproven = made.least;
    }
    // Selections come by their yen: what follows cannot be better.
    if (best.schedule.weeks <= least) return best;
  }
  return best && { ...best, bound: gap(best.schedule.weeks, least) };
}

function cheapest(problem: Problem, solver: Solver): Optimum | null {
  const more = selections(problem, readiness(problem), solver);
  let best: Optimum | null = null;
  for (let looked = 0; looked < LOOKED_AT; looked += 1) {
    const selection = more.next();
    if (selection === null || selection === 'stopped') break;
    const yen = yenOf(selection);
    if (best !== null && yen > best.yen) return best;
    const made = scheduled(problem, selection, solver);
    if (!made || !isInTime(problem, made)) continue;
    if (best === null || made.weeks < best.schedule.weeks) {
      best = { selection, schedule: made, yen, bound: gap(made.weeks, made.least) };
    }
  }
  return best;
}

function bestWithin(problem: Problem, solver: Solver): Optimum | null {
  const within = { ...problem, tasks: doable(problem) };
  const aims = asMuchAsPossible(within, timeRows(within));
  const more = selections(within, aims, solver);
  let best: Optimum | null = null;
  let reached: number[] | null = null;
  for (let looked = 0; looked < LOOKED_AT; looked += 1) {
    const selection = more.next();
    if (selection === null) break;
    if (selection === 'stopped') return best;
    const value = valueOf(within, selection);
    if (reached !== null && value.some((each, at) => each !== reached?.[at])) break;
    const made = scheduled(within, selection, solver);
    if (!made || !isInTime(within, made)) continue;
    reached = value;
    if (best === null || made.weeks < best.schedule.weeks) {
      best = {
        selection,
        schedule: made,
        yen: yenOf(selection),
        bound: gap(made.weeks, made.least),
      };
    }
  }
  return best;
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
function timeRows({ tasks, goalposts, by, capacity }: Problem): Row[] {
  if (by === null) return [];
  const { heads } = endsOf(networkOf(tasks, goalposts));
  const head = (id: string) => heads.get(id) ?? 0;
  const late = tasks.filter((task) => head(task.id) + task.weeks > by);
  const rows: Row[] = late.map((task) => ({ terms: sumOf([task], () => 1), is: '=', than: 0 }));
  for (const from of new Set(tasks.map(({ id }) => head(id)))) {
    const inside = tasks.filter(({ id }) => head(id) >= from);
    const given = Array.from({ length: Math.max(0, by - from) }, (_, at) => capacity(from + at));
    const than = given.reduce((sum, each) => sum + each, 0);
    rows.push({ terms: sumOf(inside, ({ effort }) => effort), is: '<=', than });
  }
  return rows;
}

function gap(found: number, least: number): number | null {
  return found <= least ? null : (found - least) / least;
}
