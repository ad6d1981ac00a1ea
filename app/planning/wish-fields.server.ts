import { isCapacity } from '#assessments/plan-sheet.ts';
import { isDay } from '#assessments/plan/calendar.ts';
import { GOALS, type Goal } from '#assessments/plan/optimum.ts';
import { DEFAULT_CAPACITY_DAYS, type Wish } from '#assessments/plan.ts';
import { narrow } from '../forms.ts';

/** The fields of a wish as they were typed; they stand in the address, so that a plan can be linked. */
export interface WishFields {
  goal: Goal;
  budget: string;
  capacity: string;
  by: string;
}

export type WishRead =
  | { ok: true; fields: WishFields; wish: Pick<Wish, 'goal' | 'budget' | 'capacityDays' | 'by'> }
  /** Reason codes by field. */
  | { ok: false; fields: WishFields; problems: Partial<Record<keyof WishFields, string>> };

const MOST_YEN = 1e12;

/** Reads a wish from an address; what is left away is no limit. */
export function readWish(search: URLSearchParams): WishRead {
  const given = (name: string) => narrow(search.get(name) ?? '');
  const goal = GOALS.find((one) => one === search.get('goal'));
  const fields = {
    goal: goal ?? 'ready-soonest',
    budget: given('budget'),
    capacity: given('capacity'),
    by: given('by'),
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
  return { ok: true, fields, wish: { goal: fields.goal, budget: yen, capacityDays: days, by } };
}

/** A number with or without thousands separators and its unit; NaN where it is none. */
function numberOf(text: string): number {
  const digits = text.replaceAll(/[,、\s]|円$|人日$/g, '');
  return /^\d{1,13}(\.\d)?$/.test(digits) ? Number(digits) : NaN;
}
