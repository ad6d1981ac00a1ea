import type { EditionIndex } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { capacityFrom, weeksUntil, workingDays, type Day } from './plan/calendar.ts';
import { problemOf, type Ground, type Item } from './plan/cases.ts';
import { endsOf } from './plan/bounds.ts';
import { networkOf, type Network } from './plan/network.ts';
import { optimum, type Goal, type Optimum } from './plan/optimum.ts';
import { relaxations, type Binding } from './plan/relaxations.ts';
import { openOf } from './plan/selection.ts';
import type { Solver } from './plan/solver.ts';
import { reachingIn, type Problem, type Task } from './plan/task.ts';
import type { Result } from './result.ts';
import { scaled, type Span } from './worklist.ts';

/** What a company wishes of its plan. */
export interface Wish {
  goal: Goal;
  today: Day;
  /** Person-days in a week of five working days, one decimal at most. */
  capacity: number;
  /** Yen; null where money is no limit. */
  budget: number | null;
  by: Day | null;
  items: readonly Item[];
  leaveOut: readonly string[];
}

export interface PlannedAction {
  id: string;
  /** Weeks from today in the worst case; it is finished before week `finish` begins. */
  start: number;
  finish: number;
  personDays: Span;
  yen: Span;
  /** Whether a week of delay delays all. */
  critical: boolean;
  /** Working days by which it may be late without delaying the whole. */
  slackDays: number;
  /** The requirements that call for it, by id. */
  because: string[];
  /** Actions of the plan that come before it, by id. */
  after: string[];
}

export interface Plan {
  status: 'optimal' | 'bounded' | 'infeasible';
  /** By what share at most the weeks may be above the fewest; where it is `bounded`. */
  bound?: number;
  goal: Goal;
  /** Weeks of own work if an agency came today; null where the library has no way to it. */
  weeksToReady: { best: number; worst: number } | null;
  totals: { yen: Span; personDays: Span };
  actions: PlannedAction[];
  /** Requirements of the gate that the plan leaves open, by id. */
  left: { id: string; why: 'agency-need' | 'no-action' | 'date' | 'budget' | 'together' }[];
  binding?: Binding[];
}

/** The plan that fulfils a wish best, as plain data (gap-model.md, "Actions and plan"). */
export function plan(
  { index, result, facts }: { index: EditionIndex; result: Result; facts: Facts },
  wish: Wish,
  solver: Solver,
): Plan {
  const { goal, today, items, leaveOut } = wish;
  const ground: Ground = { index, result, facts, today, items, leaveOut };
  const capacity = capacityFrom(today, wish.capacity);
  const free = { capacity, budget: null, by: null };
  const weeks = (end: 'worst' | 'best') =>
    optimum(problemOf(ground, end, free, { isApproached: true }), 'ready-soonest', solver)?.schedule.weeks; // prettier-ignore
  const by = wish.by === null ? null : weeksUntil(today, wish.by);
  const isApproached = goal !== 'best-within';
  const limits = { capacity, budget: wish.budget, by };
  const problem = problemOf(ground, 'worst', limits, { isApproached });
  const best = optimum(problem, goal, solver);
  const [lo, hi] = [weeks('best'), isApproached && best ? best.schedule.weeks : weeks('worst')];
  const weeksToReady = lo === undefined || hi === undefined ? null : { best: Math.min(lo, hi), worst: hi }; // prettier-ignore
  if (best === null) {
    const tenths = Math.round(wish.capacity * 10);
    const withCapacity = (at: number): Problem => ({ ...problem, capacity: capacityFrom(today, at / 10) }); // prettier-ignore
    const binding = relaxations(problem, solver, tenths, withCapacity);
    const totals = { yen: { lo: 0, hi: 0 }, personDays: { lo: 0, hi: 0 } };
    return { status: 'infeasible', goal, weeksToReady, totals, actions: [], left: leftBy(problem, [], ground), binding }; // prettier-ignore
  }
  const actions = planned(best, problem, ground);
  const sum = (of: (action: PlannedAction) => Span): Span =>
    actions.reduce((all, each) => ({ lo: all.lo + of(each).lo, hi: all.hi + of(each).hi }), { lo: 0, hi: 0 }); // prettier-ignore
  return {
    ...(best.bound === null ? { status: 'optimal' } : { status: 'bounded', bound: best.bound }),
    goal,
    weeksToReady,
    totals: { yen: sum(({ yen }) => yen), personDays: sum(({ personDays }) => personDays) },
    actions,
    left: leftBy(problem, best.selection, ground),
  };
}

function planned(
  { selection, schedule }: Optimum,
  problem: Problem,
  ground: Ground,
): PlannedAction[] {
  const network = networkOf(selection, problem.goalposts);
  const { tails } = endsOf(network);
  const because = reasonsOf(selection, problem, network);
  const actions = new Map(
    ground.index.edition.actions.document.actions.map((one) => [one.id, one]),
  );
  return selection
    .flatMap(({ id }): PlannedAction[] => {
      const [slot, action] = [schedule.slots.get(id), actions.get(id)];
      if (!slot || !action) return [];
      const latest = schedule.weeks - (tails.get(id) ?? 0);
      const spare = Array.from({ length: latest - slot.finish }, (_, at) => slot.finish + at);
      return [
        {
          id,
          ...slot,
          personDays: scaled(action.personDays, ground.facts),
          yen: scaled(action.yen, ground.facts),
          critical: spare.length === 0,
          slackDays: spare.reduce((sum, week) => sum + workingDays(ground.today, week), 0),
          because: because.get(id) ?? [],
          after: [...new Set((network.waits.get(id) ?? []).flat())].sort(),
        },
      ];
    })
    .sort((a, b) => a.start - b.start || a.finish - b.finish || (a.id < b.id ? -1 : 1));
}

/** For each task the open goalposts that it serves, by itself or through what waits for it. */
function reasonsOf(selection: readonly Task[], problem: Problem, { waits }: Network) {
  const because = new Map<string, Set<string>>();
  const reaching = reachingIn(selection, problem.goalposts);
  const give = (task: string, reason: string): void => {
    const reasons = because.get(task) ?? new Set();
    if (reasons.has(reason)) return;
    because.set(task, reasons.add(reason));
    for (const before of (waits.get(task) ?? []).flat()) give(before, reason);
  };
  for (const { id, target } of openOf(problem)) {
    const levels = ([1, 2, 3, 4] as const).filter((level) => level <= target);
    for (const level of levels)
      for (const { id: task } of reaching({ requirement: id, level }) ?? []) give(task, id);
  }
  return new Map([...because].map(([task, reasons]) => [task, [...reasons].sort()]));
}

/** The open goalposts of the gate that a selection does not reach, each with what stands in the way. */
function leftBy(
  problem: Problem,
  selection: readonly Task[],
  { index, result }: Ground,
): Plan['left'] {
  const reached = reachingIn(selection, problem.goalposts);
  const possible = reachingIn(problem.tasks, problem.goalposts);
  const asking = result.requirements.filter(({ id, countsInGate, level, target }) => countsInGate && level !== null && level.lo < target && index.requirementById.get(id)?.requirement.waitsOnAgency === true); // prettier-ignore
  const waiting = problem.goalposts.some(({ isInGate, id }) => !isInGate && asking.some((one) => one.id === id)) ? asking : []; // prettier-ignore
  const open = openOf(problem).filter(({ isInGate }) => isInGate);
  return [
    ...waiting.map(({ id }) => ({ id, why: 'agency-need' as const })),
    ...open.flatMap(({ id, target }) => {
      const need = { requirement: id, level: target };
      if ((reached(need)?.length ?? 1) > 0) return [];
      if (possible(need)?.length === 0) return [{ id, why: 'no-action' as const }];
      const alone = { ...problem, goalposts: problem.goalposts.map((one) => ({ ...one, isInGate: one.id === id })) }; // prettier-ignore
      return [{ id, why: whyNot(alone) }];
    }),
  ];
}

/** Whether one goalpost alone would fail by the money or by the date; else it is all of them together. */
function whyNot(problem: Problem): 'agency-need' | 'date' | 'budget' | 'together' {
  return problem.budget === 0 ? 'budget' : 'together';
}
