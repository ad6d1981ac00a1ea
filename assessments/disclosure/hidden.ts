import type { Solver } from '../plan/solver.ts';
import { suppressed, type Patterns } from './complementary.ts';
import type { ComputedLattice } from './computed.ts';
import { countedRange, LEAST_COUNTED } from './counted-range.ts';
import type { Interval } from './feasible.ts';
import { cellOf, DIMENSIONS, OTHER, PAIRS, type Lattice } from './lattice.ts';
import type { Report } from './publication.ts';

/** Two-way tables are told from so many contributors on. */
const LEAST_FOR_PAIRS = 200;

export interface Hidden {
  /** By the id of the cell, in the order in which the rules were asked. */
  cells: Map<string, 'pooled' | 'pairs-need-200' | 'complementary'>;
  intervals: Report['intervals'];
}

/** What is hidden for how many stand in it and beside it, whatever their bands are. */
export function hiddenBySize(
  computed: ComputedLattice,
  lattice: Lattice,
  solver: Solver,
  patterns?: Patterns,
): Hidden {
  const cells: Hidden['cells'] = new Map();
  for (const dimension of DIMENSIONS) {
    const pooled = computed.pooled.get(dimension) ?? null;
    for (const group of pooled ?? [...lattice[dimension], OTHER])
      cells.set(cellOf({ [dimension]: group }).id, 'pooled');
  }
  if (computed.size({}) < LEAST_FOR_PAIRS) {
    for (const { cell } of computed.cells)
      if (cell.kind === 'pair') cells.set(cell.id, 'pairs-need-200');
    return { cells, intervals: [] };
  }
  const intervals = PAIRS.flatMap(([rows, columns]) => {
    const at = (row: string, column: string) => ({ [rows]: row, [columns]: column });
    const count = (row: string, column: string) => computed.size(at(row, column));
    const table = { rows: lattice[rows], columns: lattice[columns], count };
    const { hidden, intervals: open } = suppressed(table, solver, patterns);
    for (const place of hidden)
      if (count(...place) >= LEAST_COUNTED) cells.set(cellOf(at(...place)).id, 'complementary');
    return open.map(({ place, interval }) => ({
      cell: cellOf(at(...place)).id,
      open: width(interval),
    }));
  });
  return { cells, intervals };
}

function width({ low, high }: Interval): Report['intervals'][number]['open'] {
  const wide = high - low;
  if (wide >= LEAST_COUNTED) return countedRange(wide);
  return wide < 5 ? '0-4' : '5-9';
}
