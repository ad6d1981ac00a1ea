import type { Item } from '#assessments/plan/cases.ts';
import { DEFAULT_CAPACITY_DAYS } from '#assessments/plan.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { reckoned, type InForce } from './in-force.server.ts';
import { headline, planTask, type Planned } from './planner.server.ts';

/** The soonest plan without limits of money and time: the own work if an agency came on that day. */
export interface OwnWork {
  solved: Planned;
  capacityDays: number;
  /** How many actions it takes as done or under way. */
  reckoned: number;
}

/** At the pace of the plan that holds, with what is done and under way in it. */
export function ownWorkOn(
  today: string,
  worksheet: Worksheet,
  inForce: InForce | null,
  signal: AbortSignal,
): Promise<OwnWork> {
  const capacityDays = inForce?.plan.wish.capacityDays ?? DEFAULT_CAPACITY_DAYS;
  return ownWork(today, worksheet, { capacityDays, items: reckoned(inForce) }, signal);
}

/** By the answers alone, at the pace that is reckoned with where nothing was said. */
export function ownWorkByAnswers(
  today: string,
  worksheet: Worksheet,
  signal: AbortSignal,
): Promise<OwnWork> {
  return ownWork(today, worksheet, { capacityDays: DEFAULT_CAPACITY_DAYS, items: [] }, signal);
}

async function ownWork(
  today: string,
  worksheet: Worksheet,
  { capacityDays, items }: { capacityDays: number; items: Item[] },
  signal: AbortSignal,
): Promise<OwnWork> {
  const free = { budget: null, by: null, leaveOut: [], holds: [] };
  const wish = { goal: 'ready-soonest' as const, today, capacityDays, items, ...free };
  const solved = await headline(planTask(worksheet, wish), signal);
  return { solved, capacityDays, reckoned: items.length };
}
