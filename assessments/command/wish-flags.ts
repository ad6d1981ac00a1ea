import { isDay, type Day } from '../plan/calendar.ts';
import { isCapacity } from '../plan-sheet.ts';
import { GOALS, type Goal } from '../plan/optimum.ts';
import { BadInput } from './input.ts';

/** @throws BadInput where it is none of the goals. */
export function goalFlag(value: string | undefined): Goal {
  const goal = GOALS.find((one) => one === value);
  if (goal === undefined) throw wrong('goal', `one of ${GOALS.join(', ')}`, value);
  return goal;
}

/** @throws BadInput where it is no day of the calendar. */
export function dayFlag(name: string, value: string | undefined): Day {
  if (value === undefined || !isDay(value)) throw wrong(name, 'a day as 2026-11-26', value);
  return value;
}

/** @throws BadInput where it is no whole number of yen. */
export function yenFlag(name: string, value: string): number {
  const yen = /^\d{1,13}$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(yen)) throw wrong(name, 'a whole number of yen, 0 or more', value);
  return yen;
}

/** @throws BadInput where it is no number of person-days a week. */
export function daysFlag(name: string, value: string): number {
  const days = value.trim() === '' ? NaN : Number(value);
  if (!isCapacity(days))
    throw wrong(name, 'person-days a week from 0.1 to 500, one decimal at most', value);
  return days;
}

function wrong(name: string, expected: string, value: string | undefined): BadInput {
  const got = value === undefined ? 'nothing' : JSON.stringify(value);
  return new BadInput(`--${name}: expected ${expected}, got ${got}`);
}
