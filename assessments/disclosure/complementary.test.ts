import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openSolver, type Solver } from '../plan/solver.ts';
import { suppressed } from './complementary.ts';
import { feasibleInterval } from './feasible.ts';

const SEED = 20_261_127;

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const tableOf = (counts: number[][]) => ({
  rows: counts.map((_, at) => String(at)),
  columns: (counts[0] ?? []).map((_, at) => String(at)),
  count: (row: string, column: string) => counts[Number(row)]?.[Number(column)] ?? 0,
});
const counts = fc.array(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});

test('a two-way table gives no hidden count away: each stays open by five and three tenths, where more could be hidden', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const table = tableOf(all);
      const { hidden, intervals } = suppressed(table, solver);
      const places = new Set(hidden.map((place) => place.join('/')));
      for (const [row, line] of all.entries())
        for (const [column, count] of line.entries())
          expect(count >= 10 || places.has(`${row}/${column}`)).toBe(true);
      expect(intervals.map(({ place }) => place.join('/')).toSorted()).toEqual(
        [...places].toSorted(),
      );
      for (const { place, interval } of intervals) {
        const [row, column] = place;
        const again = feasibleInterval(table, (r, c) => places.has(`${r}/${c}`), place, solver);
        const count = table.count(row, column);
        expect(again.low).toBeLessThanOrEqual(count);
        expect(again.high).toBeGreaterThanOrEqual(count);
        const beside = all.some((line, r) =>
          line.some(
            (_, c) => (String(r) === row || String(c) === column) && !places.has(`${r}/${c}`),
          ),
        );
        const wide = interval.high - interval.low >= Math.max(5, count * 0.3);
        expect(wide || !beside).toBe(true);
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('the interval is what trying every table finds', () => {
  const all = [
    [4, 30, 12],
    [11, 3, 20],
    [25, 14, 7],
  ];
  const table = tableOf(all);
  const hidden = new Set(['0/0', '0/2', '2/0', '2/2']);
  const isHidden = (row: string, column: string) => hidden.has(`${row}/${column}`);
  // One count of a square of four decides the other three.
  const feasible = Array.from({ length: 17 }, (_, a) => a).filter(
    (a) => 16 - a >= 0 && 29 - a >= 0 && 32 - (29 - a) >= 0,
  );
  expect(feasibleInterval(table, isHidden, ['0', '0'], solver)).toEqual({
    low: Math.min(...feasible),
    high: Math.max(...feasible),
  });
});
