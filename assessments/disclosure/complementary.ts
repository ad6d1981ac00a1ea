import type { Solver } from '../plan/solver.ts';
import { LEAST_COUNTED } from './counted-range.ts';
import { feasibleInterval, type CountTable, type Interval } from './feasible.ts';

type Place = readonly [row: string, column: string];

/** What must be hidden of a two-way table, and how wide each hidden count stays. */
export interface Suppressed {
  hidden: Place[];
  intervals: { place: Place; interval: Interval }[];
}

/** Patterns that were solved before, by their counts: they hold while the counts are unchanged. */
export type Patterns = Map<string, Suppressed>;

/** A hidden count must stay open by five, and by three tenths of itself. */
const LEAST_WIDE = 5;
const wideEnough = ({ low, high }: Interval, count: number): boolean =>
  high - low >= LEAST_WIDE && (high - low) * 10 >= count * 3;

/**
 * Hides what is below ten, and then more, smallest first in its row and column, until no hidden count can be
 * worked out from the others and the sums (security.md 5.2, step 6). Where nothing is left to hide beside a
 * count, the sums alone tell it, and its interval says so.
 */
export function suppressed(
  table: CountTable,
  solver: Solver,
  patterns: Patterns = new Map(),
): Suppressed {
  const counts = table.rows.map((row) => table.columns.map((column) => table.count(row, column)));
  const key = JSON.stringify([table.rows, table.columns, counts]);
  const known = patterns.get(key);
  if (known) return known;
  const solved = solvePattern(table, solver);
  patterns.set(key, solved);
  return solved;
}

function solvePattern(table: CountTable, solver: Solver): Suppressed {
  const hidden = new Map<string, Place>();
  const hide = (place: Place) => hidden.set(place.join('/'), place);
  const isHidden = (...place: Place) => hidden.has(place.join('/'));
  const all = table.rows.flatMap((row) => table.columns.map((column): Place => [row, column]));
  for (const place of all) if (table.count(...place) < LEAST_COUNTED) hide(place);
  const intervals = new Map<string, { place: Place; interval: Interval }>();
  // Whoever passed goes on passing: hiding more only widens what is open.
  const waiting = [...hidden.values()];
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    const interval = feasibleInterval(table, isHidden, place, solver);
    const [row, column] = place;
    const beside = all.filter(([r, c]) => (r === row || c === column) && !isHidden(r, c));
    const next = beside.toSorted((a, b) => table.count(...a) - table.count(...b))[0];
    if (wideEnough(interval, table.count(...place)) || !next) {
      intervals.set(place.join('/'), { place, interval });
      continue;
    }
    hide(next);
    waiting.push(next, place);
  }
  return { hidden: [...hidden.values()], intervals: [...intervals.values()] };
}
