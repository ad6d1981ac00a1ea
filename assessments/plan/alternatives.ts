import type { Schedule } from '../schedule.ts';
import { endsOf, HORIZON, weekWhenGiven } from './bounds.ts';
import { networkOf, type Network } from './network.ts';
import type { Goal, Optimum } from './optimum.ts';
import {
  asMuchAsPossible,
  closureOf,
  doable,
  leastOf,
  picked,
  readiness,
  stepsOf,
  yenOf,
  type Aims,
} from './selection.ts';
import { SolverGaveUp, type Row, type Solver, type Terms } from './solver.ts';
import { reachingIn, type Problem } from './task.ts';
import { finished, isTooLarge, slotsIn, timedModel } from './timed-model.ts';

/** Whether some level can be reached in more than one way, so that what is chosen and when hang together. */
export function hasAlternatives(problem: Problem): boolean {
  const reaching = reachingIn(problem.tasks, problem.goalposts);
  const steps = stepsOf(problem).map(({ id, level }) => ({ requirement: id, level }));
  const needs = [...problem.tasks.flatMap(({ after }) => after), ...steps];
  return needs.some((need) => (reaching(need)?.length ?? 0) > 1);
}

/**
 * The best plan where there are alternatives: one model of what is done and when. It is exact and grows
 * with tasks × weeks; the library of an edition has no alternatives.
 */
export function among(problem: Problem, goal: Goal, solver: Solver): Optimum | null {
  const given = { ...problem, tasks: doable(problem) };
  const aims = goal === 'best-within' ? asMuchAsPossible(given, []) : readiness(given);
  const network = networkOf(given.tasks, given.goalposts);
  const question = { problem: given, network, aims, solver };
  const most = Math.min(given.by ?? HORIZON, longest(network, given.capacity));
  const least = goal === 'best-within' ? 0 : leastOf(given);
  if (goal === 'ready-soonest') {
    const { objectives } = aims;
    return optimumIn(sooner(question, { least, most }, { objectives, kept: [] }), given);
  }
  const best = inWeeks(question, most, { objectives: aims.objectives, kept: [] });
  if (best === null) return null;
  const { weeks } = best.schedule;
  const earlier = sooner(question, { least, most: weeks - 1 }, { objectives: [], kept: best.kept });
  return optimumIn(earlier ?? best, given);
}

interface Question {
  problem: Problem;
  network: Network;
  aims: Aims;
  solver: Solver;
}

/** What is still to be made best, and what must stay as good as it was. */
interface Wanted {
  objectives: Aims['objectives'];
  kept: readonly Row[];
}

interface Found {
  schedule: Schedule;
  /** What the objectives have reached, as rows that keep it. */
  kept: Row[];
}

/** The answer with the fewest weeks between two bounds. */
function sooner(
  question: Question,
  { least, most }: { least: number; most: number },
  wanted: Wanted,
): Found | null {
  for (let weeks = least; weeks <= most; weeks += 1) {
    const answer = inWeeks(question, weeks, wanted);
    if (answer !== null) return answer;
  }
  return null;
}

function optimumIn(answer: Found | null, { tasks }: Problem): Optimum | null {
  if (answer === null) return null;
  const { schedule } = answer;
  const selection = tasks.filter(({ id }) => schedule.slots.has(id));
  return { selection, schedule, yen: yenOf(selection), bound: null };
}

/** The best of what can be finished within so many weeks. */
function inWeeks(
  { problem, network, aims, solver }: Question,
  weeks: number,
  { objectives, kept: before }: Wanted,
): Found | null {
  const { capacity } = problem;
  if (isTooLarge(network, weeks)) throw new SolverGaveUp();
  const timed = timedModel(network, endsOf(network, capacity), capacity, weeks);
  const inTime = selectedIn(network, weeks);
  // Nothing is done that serves nothing.
  const fewest = {
    goal: 'min',
    objective: network.tasks.map(({ id }) => [picked(id), 1] as const),
  } as const;
  const kept: Row[] = [];
  let values: ReadonlyMap<string, number> = new Map();
  for (const { goal, objective } of [...objectives, fewest]) {
    const asked = [...closureOf(problem), ...aims.rows, ...before, ...kept];
    const answer = solver.solve({
      goal,
      objective: inTime(objective),
      rows: [...timed.rows, ...asked.map((row) => ({ ...row, terms: inTime(row.terms) }))],
      binaries: [...timed.binaries, ...aims.binaries],
    });
    if (answer.status === 'infeasible') return null;
    if (answer.status === 'stopped') throw new SolverGaveUp();
    const than = Math.round(answer.value);
    if (objective !== fewest.objective)
      kept.push({ terms: objective, is: goal === 'min' ? '<=' : '>=', than });
    values = answer.values;
  }
  const slots = slotsIn(network, values, weeks);
  const last = Math.max(0, ...[...slots.values()].map(({ finish }) => finish));
  return { schedule: { slots, weeks: last, least: last }, kept };
}

/** A sum over what is selected, as one over what is finished in the end. */
function selectedIn({ tasks }: Network, weeks: number) {
  const numbers = new Map(tasks.map(({ id }, at) => [picked(id), at]));
  return (terms: Terms): Terms =>
    terms.map(([name, factor]) => {
      const at = numbers.get(name);
      return [at === undefined ? name : finished(at, weeks), factor] as const;
    });
}

/** Weeks within which all tasks can be done one after the other. */
function longest({ tasks }: Network, capacity: (week: number) => number): number {
  let week = Math.max(0, ...tasks.map(({ notBefore }) => notBefore));
  for (const { effort, weeks } of tasks)
    week = Math.max(week + weeks, weekWhenGiven(effort, week, capacity));
  return Math.min(week, HORIZON);
}
