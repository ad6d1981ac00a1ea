import {
  oneOf,
  place,
  readAnswerSheet,
  record,
  SheetProblem,
  type AnswerSheet,
  type EditionsAtHand,
} from './answer-sheet.ts';
import type { Edition } from './edition.ts';
import { isDay, type Day } from './plan/calendar.ts';
import type { Item } from './plan/cases.ts';
import { DEFAULT_CAPACITY_DAYS } from './plan.ts';

export interface PlanSheet extends AnswerSheet {
  items: Item[];
  /** Person-days a week. */
  capacityDays: number;
}

const MOST_DAYS = 500;
const STATES = ['ordered', 'done'] as const;

/** Person-days a week with one decimal at most, as a plan can reckon with them. */
export function isCapacity(days: number): boolean {
  return days > 0 && days <= MOST_DAYS && Number.isInteger(Math.round(days * 1e6) / 1e5);
}

/**
 * Reads what `plan` takes: a sheet as for `score`, with what is ordered or done and how many person-days
 * a week there are.
 * @throws SheetProblem for the first thing that is wrong.
 */
export function readPlanSheet(
  sheet: unknown,
  flags: { stage?: string | undefined; mode?: string | undefined },
  editions: EditionsAtHand,
): PlanSheet {
  const base = readAnswerSheet(sheet, flags, editions);
  const { items, capacity } = record(sheet, 'the file', 'a JSON object');
  return { ...base, items: readItems(items, base.edition), capacityDays: readCapacity(capacity) };
}

function readCapacity(value: unknown): number {
  if (value === undefined) return DEFAULT_CAPACITY_DAYS;
  if (typeof value === 'number' && isCapacity(value)) return value;
  throw new SheetProblem(
    'capacity',
    `person-days a week from 0.1 to ${MOST_DAYS}, one decimal at most`,
    value,
  );
}

function readItems(value: unknown, edition: Edition): Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new SheetProblem('items', 'a list', value);
  const seen = new Set<string>();
  return value.map((each: unknown, at) => {
    const item = readItem(each, `items[${at}]`, edition);
    if (seen.has(item.action))
      throw new SheetProblem(`items[${at}].action`, 'each action once', item.action);
    seen.add(item.action);
    return item;
  });
}

function readItem(value: unknown, path: string, edition: Edition): Item {
  const { action, state, finish, orderedOn, ...rest } = record(
    value,
    path,
    '{"action": …, "state": …}',
  );
  const [other] = Object.keys(rest);
  if (other !== undefined)
    throw new SheetProblem(place(path, other), 'only action, state, finish and orderedOn');
  const ids = edition.actions.document.actions.map(({ id }) => id);
  const known = ids.find((id) => id === action);
  if (known === undefined)
    throw new SheetProblem(`${path}.action`, `an action of edition ${edition.id}`, action ?? null);
  const ordered = orderedOn === undefined ? null : readDay(orderedOn, `${path}.orderedOn`);
  if (oneOf(state, `${path}.state`, STATES) === 'done')
    return { action: known, state: 'done', orderedOn: ordered };
  const until = finish === undefined ? null : readDay(finish, `${path}.finish`);
  return { action: known, state: 'ordered', finish: until, orderedOn: ordered };
}

function readDay(value: unknown, path: string): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new SheetProblem(path, 'a day as 2026-11-26', value);
}
