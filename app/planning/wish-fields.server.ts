import type { Edition } from '#assessments/edition.ts';
import { isCapacity } from '#assessments/plan-sheet.ts';
import { isDay } from '#assessments/plan/calendar.ts';
import type { Item } from '#assessments/plan/cases.ts';
import { GOALS, type Goal } from '#assessments/plan/optimum.ts';
import { DEFAULT_CAPACITY_DAYS, type Wish } from '#assessments/plan.ts';
import type { ScenarioWish } from '#db/plan-json.ts';
import { narrow } from '../forms.ts';

/** The fields of a wish as they were typed; they stand in the address, so that a plan can be linked. */
export interface WishFields {
  goal: Goal;
  budget: string;
  capacity: string;
  by: string;
  /** Actions left out, requirements assumed met, programmes waited for; by id. */
  leave: string[];
  assume: string[];
  wait: string[];
}

export type WishRead =
  | { ok: true; fields: WishFields; wish: ScenarioWish }
  /** Reason codes by field. */
  | { ok: false; fields: WishFields; problems: Partial<Record<keyof WishFields, string>> };

const MOST_YEN = 1e12;

/** Reads a wish from an address or a form; what is left away is no limit, and unknown ids are no part. */
export function readWish(
  search: URLSearchParams,
  { actions, gapModel }: Edition,
  programmes: readonly string[],
): WishRead {
  const given = (name: string) => narrow(search.get(name) ?? '');
  const among = (name: string, ids: readonly string[]) =>
    ids.filter((id) => search.getAll(name).includes(id));
  const goal = GOALS.find((one) => one === search.get('goal'));
  const fields = {
    goal: goal ?? 'ready-soonest',
    budget: given('budget'),
    capacity: given('capacity'),
    by: given('by'),
    leave: among(
      'leave',
      actions.document.actions.map(({ id }) => id),
    ),
    assume: among(
      'assume',
      gapModel.document.requirements.map(({ id }) => id),
    ),
    wait: among('wait', programmes),
  };
  const yen = fields.budget === '' ? null : numberOf(fields.budget);
  const days = fields.capacity === '' ? DEFAULT_CAPACITY_DAYS : numberOf(fields.capacity);
  const by = fields.by === '' ? null : fields.by;
  const problems = {
    ...(search.has('goal') && !goal && { goal: 'goal' }),
    ...(yen !== null && !(Number.isInteger(yen) && yen <= MOST_YEN) && { budget: 'budget' }),
    ...(!isCapacity(days) && { capacity: 'capacity' }),
    ...(by !== null && !isDay(by) && { by: 'by' }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, fields, problems };
  const { leave: leaveOut, assume: assumeMet, wait: support } = fields;
  return {
    ok: true,
    fields,
    wish: { goal: fields.goal, budget: yen, capacityDays: days, by, leaveOut, assumeMet, support },
  };
}

/** A wish as the address of the plan page holds it. */
export function searchOf(wish: ScenarioWish): string {
  const search = new URLSearchParams({ goal: wish.goal, capacity: String(wish.capacityDays) });
  if (wish.budget !== null) search.set('budget', String(wish.budget));
  if (wish.by !== null) search.set('by', wish.by);
  for (const id of wish.leaveOut) search.append('leave', id);
  for (const id of wish.assumeMet) search.append('assume', id);
  for (const id of wish.support) search.append('wait', id);
  return `?${search.toString()}`;
}

/** The wish of a scenario on a day, with what is done and under way by then. */
export function wishOn(today: string, wish: ScenarioWish, items: readonly Item[]): Wish {
  const { support: _, ...rest } = wish;
  return { ...rest, today, items, holds: [] };
}

/** A number with or without thousands separators and its unit; NaN where it is none. */
function numberOf(text: string): number {
  const digits = text.replaceAll(/[,、\s]|円$|人日$/g, '');
  return /^\d{1,13}(\.\d)?$/.test(digits) ? Number(digits) : NaN;
}
