/** Counts of a two-way table, row by row. */
export type Counts = readonly (readonly number[])[];
/** Which of its cells are not told. */
export type Pattern = readonly (readonly boolean[])[];
export type Place = readonly [row: number, column: number];
export type Range = readonly [low: number, high: number];

export const countAt = (counts: Counts, [row, column]: Place): number => counts[row]?.[column] ?? 0;

/**
 * Between which counts a hidden cell may lie for whoever knows every sum and every other cell: exactly, by
 * the greatest flow. One company more in it is taken from another hidden cell of its row, given to one of
 * that column, and so on, until it is taken from one of its own column.
 */
export function rangeOf(counts: Counts, hidden: Pattern, place: Place): Range {
  const count = countAt(counts, place);
  const more = flow(counts, hidden, place, 'more');
  return [count - Math.min(count, flow(counts, hidden, place, 'fewer')), count + more];
}

/** The same by trying every table of whole numbers; for small ones. */
export function triedRangeOf(counts: Counts, hidden: Pattern, place: Place): Range {
  const cells = counts.flatMap((row, r) => row.map((_, c) => [r, c] as const));
  const open = cells.filter(([r, c]) => hidden[r]?.[c]);
  const left = {
    rows: counts.map((row, r) => sum(row.filter((_, c) => hidden[r]?.[c]))),
    columns: (counts[0] ?? []).map((_, c) =>
      sum(counts.flatMap((row, r) => (hidden[r]?.[c] ? (row[c] ?? 0) : []))),
    ),
  };
  const found: number[] = [];
  const fill = (nth: number, chosen: number): void => {
    const cell = open[nth];
    if (!cell) {
      if ([...left.rows, ...left.columns].every((rest) => rest === 0)) found.push(chosen);
      return;
    }
    const [r, c] = cell;
    const isIt = r === place[0] && c === place[1];
    const most = Math.min(left.rows[r] ?? 0, left.columns[c] ?? 0);
    for (let n = 0; n <= most; n += 1) {
      add(left.rows, r, -n);
      add(left.columns, c, -n);
      fill(nth + 1, isIt ? n : chosen);
      add(left.rows, r, n);
      add(left.columns, c, n);
    }
  };
  fill(0, -1);
  return [Math.min(...found), Math.max(...found)];
}

const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
const add = (to: number[], at: number, by: number) => (to[at] = (to[at] ?? 0) + by);

/** How far a cell can move: from its row to its column over the other hidden cells. */
function flow(
  counts: Counts,
  hidden: Pattern,
  [row, column]: Place,
  towards: 'more' | 'fewer',
): number {
  const height = counts.length;
  const width = counts[0]?.length ?? 0;
  const size = height + width;
  // A cell can lose what it has, and gain without end.
  const room = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const set = (from: number, to: number, by: number) => add(room[from] ?? [], to, by);
  for (const [r, cells] of counts.entries())
    for (const [c, count] of cells.entries()) {
      if (!hidden[r]?.[c] || (r === row && c === column)) continue;
      set(r, height + c, towards === 'more' ? count : Infinity);
      set(height + c, r, towards === 'more' ? Infinity : count);
    }
  let moved = 0;
  for (;;) {
    const path = shortest(room, row, height + column);
    if (!path) return moved;
    const least = Math.min(...path.map(([from, to]) => room[from]?.[to] ?? 0));
    for (const [from, to] of path) {
      set(from, to, -least);
      set(to, from, least);
    }
    moved += least;
  }
}

function shortest(
  room: readonly (readonly number[])[],
  start: number,
  end: number,
): [number, number][] | null {
  const before = new Map<number, number>([[start, start]]);
  const waiting = [start];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
    for (const [to, free] of (room[at] ?? []).entries())
      if (free > 0 && !before.has(to)) {
        before.set(to, at);
        waiting.push(to);
      }
  if (!before.has(end)) return null;
  const path: [number, number][] = [];
  for (let at = end; at !== start; at = before.get(at) ?? start)
    path.push([before.get(at) ?? start, at]);
  return path;
}
