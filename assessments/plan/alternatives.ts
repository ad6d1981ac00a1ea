import type { Schedule } from '../schedule.ts';
import { endsOf, HORIZON } from './bounds.ts';
import { networkOf, type Network } from './network.ts';
import type { Goal, Optimum } from './optimum.ts';
import { asMuchAsPossible, doable, leastOf, readiness, yenOf, type Aims } from './selection.ts';
import type { Row, Solver, Terms } from './solver.ts';
import { reachingIn, type Problem } from './task.ts';
import { finished, slotsIn, timedModel } from './timed-model.ts';

/** Whether some level can be reached in more than one way, so that what is chosen and when hang together. */
export function hasAlternatives({ tasks, goalposts }: Problem): boolean {
  const reaching = reachingIn(tasks, goalposts);
  const needs = [
    ...tasks.flatMap(({ after }) => after),
    ...goalposts.flatMap(({ id, target }) => [2, 3, 4].filter((level) => level <= target).map((level) => ({ requirement: id, level: level as 2 | 3 | 4 }))),
  ]; // prettier-ignore
  return needs.some((need) => (reaching(need)?.length ?? 0) > 1);
}

/**
 * The best plan where there are alternatives: one model of what is done and when. It is exact and grows
 * with tasks × weeks; the library of an edition has no alternatives.
 */
export function among(problem: Problem, goal: Goal, solver: Solver): Optimum | null {
  const within = { ...problem, tasks: doable(problem) };
  const network = networkOf(within.tasks, within.goalposts);
  const aims = goal === 'best-within' ? asMuchAsPossible(within, []) : readiness(within);
  const least = goal === 'best-within' ? 0 : leastOf(within);
  const most = Math.min(within.by ?? HORIZON, longest(network, within.capacity));
  const within_ = (weeks: number, rows: readonly Row[], objective: Aims['objectives']) =>
    inWeeks({ problem: within, network, aims, weeks, rows, objective }, solver);

  if (goal === 'ready-soonest') {
    for (let weeks = least; weeks <= most; weeks += 1) {
      const found = within_(weeks, [], aims.objectives);
      if (found !== null) return found === 'stopped' ? null : optimumIn(found.schedule, within);
    }
    return null;
  }
  const best = within_(most, [], aims.objectives);
  if (best === null || best === 'stopped') return null;
  for (let weeks = least; weeks < best.schedule.weeks; weeks += 1) {
    const sooner = within_(weeks, best.kept, []);
    if (sooner !== null && sooner !== 'stopped') return optimumIn(sooner.schedule, within);
  }
  return optimumIn(best.schedule, within);
}

function optimumIn(schedule: Schedule, { tasks }: Problem): Optimum {
  const selection = tasks.filter(({ id }) => schedule.slots.has(id));
  return { selection, schedule, yen: yenOf(selection), bound: null };
}

interface Question {
  problem: Problem;
  network: Network;
  aims: Aims;
  weeks: number;
  rows: readonly Row[];
  objective: Aims['objectives'];
}

interface Answered {
  schedule: Schedule;
  /** What the objectives have reached, as rows that keep it. */
  kept: Row[];
}

/** The best of what can be finished within so many weeks. */
function inWeeks(question: Question, solver: Solver): Answered | null | 'stopped' {
  const { problem, network, aims, weeks, rows, objective } = question;
  const timed = timedModel(network, endsOf(network), problem.capacity, weeks);
  const done = selectedIn(network, weeks);
  const money: Row[] =
    problem.budget === null
      ? []
      : [{ terms: network.tasks.map(({ yen }, at) => [finished(at, weeks), yen]), is: '<=', than: problem.budget }]; // prettier-ignore
  const fixed = [...timed.rows, ...money, ...[...aims.rows, ...rows].map((row) => ({ ...row, terms: done(row.terms) }))]; // prettier-ignore
  const binaries = [...timed.binaries, ...aims.binaries];
  const kept: Row[] = [];
  // Nothing is done that serves nothing.
  const fewest = { goal: 'min', objective: network.tasks.map((_, at) => [finished(at, weeks), 1] as const) } as const; // prettier-ignore
  let values: ReadonlyMap<string, number> = new Map();
  for (const each of [...objective, fewest]) {
    const terms = done(each.objective);
    const asked = [...fixed, ...kept.map((row) => ({ ...row, terms: done(row.terms) }))];
    const answer = solver.solve({ goal: each.goal, objective: terms, rows: asked, binaries });
    if (answer.status === 'infeasible') return null;
    if (answer.status === 'stopped') return 'stopped';
    values = answer.values;
    if (each === fewest) break;
    const than = Math.round(answer.value);
    kept.push({ terms: each.objective, is: each.goal === 'min' ? '<=' : '>=', than });
  }
  const slots = slotsIn(network, values, weeks);
  const last = Math.max(0, ...[...slots.values()].map(({ finish }) => finish));
  return { schedule: { slots, weeks: last, least: last }, kept };
}

/** A sum over what is selected, as one over what is finished in the end. */
function selectedIn({ tasks }: Network, weeks: number) {
  const numbers = new Map(tasks.map(({ id }, at) => [`y${id}`, at]));
  return (terms: Terms): Terms =>
    terms.map(([name, factor]) => {
      const at = numbers.get(name);
      return [at === undefined ? name : finished(at, weeks), factor] as const;
    });
}

/** Weeks within which all tasks can be done one after the other. */
function longest({ tasks }: Network, capacity: (week: number) => number): number {
  let week = Math.max(0, ...tasks.map(({ notBefore }) => notBefore));
  for (const { effort, weeks } of tasks) {
    let left = effort;
    let end = week + weeks;
    for (; left > 0 && week <= HORIZON; week += 1) left -= capacity(week);
    week = Math.max(week, end);
    end = week;
  }
  return Math.min(week, HORIZON);
}
