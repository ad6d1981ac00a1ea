import { waitingForNeed } from './agency-need.ts';
import { becauseOf } from './plan/because.ts';
import { endsOf } from './plan/bounds.ts';
import { capacityFrom, EFFORT_UNITS, weeksUntil, workingDays, type Day } from './plan/calendar.ts';
import { problemOf, type Ground, type Hold, type Item, type Limits } from './plan/cases.ts';
import { leftBy, LIMITS, type Left } from './plan/left.ts';
import { networkOf } from './plan/network.ts';
import { optimum, type Goal, type Optimum } from './plan/optimum.ts';
import { relaxations, type Binding } from './plan/relaxations.ts';
import { slackOf } from './plan/slack.ts';
import type { Solver } from './plan/solver.ts';
import type { Problem } from './plan/task.ts';
import { scaled, type Span } from './worklist.ts';

/** Person-days a week where a company has not said otherwise: two people for two days. */
export const DEFAULT_CAPACITY_DAYS = 4;

/** What a company wishes of its plan. */
export interface Wish {
  goal: Goal;
  today: Day;
  /** Person-days in a week of five working days, one decimal at most. */
  capacityDays: number;
  /** Yen; null where money is no limit. */
  budget: number | null;
  by: Day | null;
  items: readonly Item[];
  /** Actions that are not to be done, by id. */
  leaveOut: readonly string[];
  holds: readonly Hold[];
  /** Requirements that are taken as met for a what-if, by id. */
  assumeMet?: readonly string[];
}

export interface PlannedAction {
  id: string;
  /** Weeks from today in the worst case; it is finished before week `finish` begins. */
  start: number;
  finish: number;
  personDays: Span;
  yen: Span;
  /** Whether it could not be shown that a week of delay leaves the end where it is. */
  critical: boolean;
  /** Working days by which it may surely be late without delaying the end. */
  slackDays: number;
  /** Requirements that call for it, by id. */
  because: string[];
  /** Actions of the plan that come before it, by id. */
  after: string[];
  /** It starts only once an agency's need is visible. */
  waitsForNeed: boolean;
}

export interface Plan {
  status: 'optimal' | 'bounded' | 'infeasible';
  /** Where it is `bounded`: by what share at most the best plan may be better. */
  bound?: number;
  goal: Goal;
  /** Weeks of own work if an agency came today; null where the library has no way to it. */
  weeksToReady: { best: number; worst: number } | null;
  totals: { yen: Span; personDays: Span };
  /** In the order in which they start. */
  actions: PlannedAction[];
  /** Requirements of the gate that stay open. */
  left: Left[];
  /** Where it is `infeasible`: the limits that stand in the way. */
  binding?: Binding[];
  trace: Trace;
}

/** What was reckoned with, so that a reader can do it again. */
export interface Trace {
  capacityDays: number;
  /** Open requirements of the gate, with where they are in the worst case. */
  open: { id: string; level: number; target: number }[];
  /** Each action at hand in the worst case. */
  tasks: { id: string; personDays: number; yen: number; weeks: number; notBefore: number }[];
  /** No plan of these actions takes fewer weeks; null where there is no plan. */
  leastWeeks: number | null;
}

export type Standpoint = Pick<Ground, 'index' | 'result' | 'facts'>;

/**
 * The plan that fulfils a wish best (gap-model.md, "Actions and plan"). `ready-soonest` and
 * `cheapest-ready` take what waits on an agency as met; `best-within` starts nothing that waits for it.
 * @throws SolverGaveUp where the limit of nodes is reached before anything is known
 */
export function plan(standpoint: Standpoint, wish: Wish, solver: Solver): Plan {
  const { goal, today } = wish;
  const ground: Ground = { ...standpoint, ...wish };
  const capacity = capacityFrom(today, wish.capacityDays);
  const by = wish.by === null ? null : weeksUntil(today, wish.by);
  const limits = { capacity, budget: wish.budget, by };
  const isApproached = goal !== 'best-within';
  const problem = problemOf(ground, 'worst', limits, { isApproached });
  const best = optimum(problem, goal, solver);
  const widened = {
    problem,
    withAll: problemOf({ ...ground, leaveOut: [] }, 'worst', limits, { isApproached }),
    approached: problemOf(ground, 'worst', limits, { isApproached: true }),
  };
  const left = [...waitingOnAgency(ground), ...leftBy(best?.selection ?? [], widened, solver)];
  const common = {
    goal,
    weeksToReady: weeksToReady(ground, capacity, isApproached ? best : null, solver),
    trace: traceOf(problem, best, wish),
  };
  if (best === null) {
    const withCapacity = (tenths: number): Problem => ({
      ...problem,
      capacity: capacityFrom(today, tenths / 10),
    });
    const binding = relaxations(problem, solver, Math.round(wish.capacityDays * 10), withCapacity);
    // What a limit leaves open is all of it: the limits are told by `binding`.
    const unreached = left.filter(({ why }) => !LIMITS.includes(why));
    return {
      status: 'infeasible',
      ...common,
      totals: totalsOf([]),
      actions: [],
      left: unreached,
      binding,
    };
  }
  const actions = planned(best, problem, ground);
  const status =
    best.bound === null
      ? { status: 'optimal' as const }
      : { status: 'bounded' as const, bound: best.bound };
  return { ...status, ...common, totals: totalsOf(actions), actions, left };
}

/** From the best case to the worst: the worst is that of the plan where it makes ready. */
function weeksToReady(
  ground: Ground,
  capacity: Limits['capacity'],
  found: Optimum | null,
  solver: Solver,
): Plan['weeksToReady'] {
  const free = { capacity, budget: null, by: null };
  const soonest = (end: 'best' | 'worst') =>
    optimum(problemOf(ground, end, free, { isApproached: true }), 'ready-soonest', solver);
  const worst = (found ?? soonest('worst'))?.schedule.weeks;
  const best = soonest('best')?.schedule.weeks;
  if (worst === undefined || best === undefined) return null;
  return { best: Math.min(best, worst), worst };
}

/** Requirements that only an agency's need can meet, while they are open. */
function waitingOnAgency({ index, result, assumeMet }: Ground): Left[] {
  return result.requirements
    .filter(({ id }) => index.requirementById.get(id)?.requirement.waitsOnAgency === true)
    .filter(
      ({ countsInGate, level, target }) => countsInGate && level !== null && level.lo < target,
    )
    .filter(({ id }) => assumeMet?.includes(id) !== true)
    .map(({ id }) => ({ id, why: 'agency-need' }));
}

function planned({ selection, schedule }: Optimum, problem: Problem, ground: Ground) {
  const { index, facts, result, today } = ground;
  const network = networkOf(selection, problem.goalposts);
  const because = becauseOf(selection, problem, network);
  const slack = slackOf(network, endsOf(network, problem.capacity), schedule, problem.capacity);
  const library = new Map(index.edition.actions.document.actions.map((one) => [one.id, one]));
  const rows = selection
    .flatMap(({ id }) => {
      const [slot, action] = [schedule.slots.get(id), library.get(id)];
      if (!slot || !action) return [];
      const after = [...new Set((network.waits.get(id) ?? []).flat())].sort();
      return [{ id, slot, action, after }];
    })
    .sort(
      (a, b) =>
        a.slot.start - b.slot.start || a.slot.finish - b.slot.finish || (a.id < b.id ? -1 : 1),
    );
  const waiting = waitingForNeed(index, result, rows);
  return rows.map(({ id, slot, action, after }): PlannedAction => {
    const spare = Array.from({ length: slack.get(id) ?? 0 }, (_, at) => slot.finish + at);
    return {
      id,
      start: slot.start,
      finish: slot.finish,
      personDays: scaled(action.personDays, facts),
      yen: scaled(action.yen, facts),
      critical: spare.length === 0,
      slackDays: spare.reduce((sum, week) => sum + workingDays(today, week), 0),
      because: because.get(id) ?? [],
      after,
      waitsForNeed: waiting.has(id),
    };
  });
}

function totalsOf(actions: readonly PlannedAction[]): Plan['totals'] {
  const sum = (of: (action: PlannedAction) => Span): Span => ({
    lo: actions.reduce((all, each) => all + of(each).lo, 0),
    hi: actions.reduce((all, each) => all + of(each).hi, 0),
  });
  return { yen: sum(({ yen }) => yen), personDays: sum(({ personDays }) => personDays) };
}

function traceOf({ tasks, goalposts }: Problem, best: Optimum | null, wish: Wish): Trace {
  return {
    capacityDays: wish.capacityDays,
    open: goalposts
      .filter(({ isInGate, level, target }) => isInGate && level < target)
      .map(({ id, level, target }) => ({ id, level, target })),
    tasks: tasks.map(({ id, effort, yen, weeks, notBefore }) => ({
      id,
      personDays: effort / EFFORT_UNITS,
      yen,
      weeks,
      notBefore,
    })),
    leastWeeks: best?.schedule.least ?? null,
  };
}
