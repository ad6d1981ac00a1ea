import { plan, type Standpoint, type Wish } from '../plan.ts';
import { addDays, type Day } from '../plan/calendar.ts';
import type { Hold } from '../plan/cases.ts';
import type { Solver } from '../plan/solver.ts';
import type { Span } from '../worklist.ts';
import type { Assessed } from './hint.ts';

/** What waiting for a grant does to a plan: 「補助を待つと X 週遅れ、Y 円軽くなります」. */
export interface Waiting {
  programme: string;
  /** The actions that would have to wait, by id. */
  actions: string[];
  /** When a decision may be there at the latest that is expected; nothing is known for sure. */
  decision: Day;
  /** Weeks that the plan ends later; null where there is then no plan within the wish. */
  weeksLater: number | null;
  /** Yen that may be saved: from nothing on, where applications are selected. */
  yenLess: Span;
}

/** The day on which a decision is expected at the latest; null where no round or no waiting time is known. */
export function decisionOf({ programme, window }: Assessed): Day | null {
  const { round } = window;
  const { weeks } = programme.document;
  if (round === null) return null;
  if (round.decisionExpected) return lastDayOf(round.decisionExpected);
  return weeks ? addDays(round.closesAt.slice(0, 10), 7 * weeks.toDecision.hi) : null;
}

/**
 * For each programme that forbids orders before its decision and covers actions of the plan: the same
 * wish with these held back until then, solved again.
 */
export function waitingFor(
  standpoint: Standpoint,
  wish: Wish,
  assessed: readonly Assessed[],
  solver: Solver,
): Waiting[] {
  const now = plan(standpoint, wish, solver);
  const planned = new Set(now.actions.map(({ id }) => id));
  return assessed.flatMap((one): Waiting[] => {
    const { hint, programme, items, support } = one;
    const decision = decisionOf(one);
    const actions = items.flatMap(({ item, isTooEarly }) =>
      planned.has(item.id) && isTooEarly !== true ? [item.id] : [],
    );
    const isPossible = hint.verdict === 'LIKELY' || hint.verdict === 'NEED_INFO';
    const holds = programme.document.order.beforeDecision === 'excluded' && support.range.hi > 0;
    if (!isPossible || !holds || decision === null || actions.length === 0) return [];
    const held = actions.map((action) => ({ action, until: decision }));
    const later = plan(standpoint, { ...wish, holds: [...wish.holds, ...held] }, solver);
    const weeksLater = later.status === 'infeasible' ? null : endOf(later) - endOf(now);
    return [
      {
        programme: hint.programme,
        actions,
        decision,
        weeksLater,
        yenLess: { lo: 0, hi: support.range.hi },
      },
    ];
  });
}

/** What keeps the actions that some programmes may cover back until their decisions. */
export function holdsFor(assessed: readonly Assessed[], programmes: readonly string[]): Hold[] {
  return assessed.flatMap((one): Hold[] => {
    const decision = programmes.includes(one.hint.programme) ? decisionOf(one) : null;
    if (decision === null) return [];
    const open = one.items.filter(({ isTooEarly }) => isTooEarly !== true);
    return open.map(({ item }) => ({ action: item.id, until: decision }));
  });
}

function endOf({ actions }: { actions: readonly { finish: number }[] }): number {
  return Math.max(0, ...actions.map(({ finish }) => finish));
}

/** The last day that a date can mean which names a month or a year alone. */
function lastDayOf(partial: string): Day {
  const [year = 0, month = 12, day] = partial.split('-').map(Number);
  return new Date(Date.UTC(year, day === undefined ? month : month - 1, day ?? 0))
    .toISOString()
    .slice(0, 10);
}
