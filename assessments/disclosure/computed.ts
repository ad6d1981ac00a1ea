import type { Band, Contribution } from './contribution.ts';
import type { Keyed } from './keyed.ts';
import { cellOf, cellsOf, DIMENSIONS, OTHER, PAIRS, type Cell, type Dimension } from './lattice.ts';
import { pooledGroups } from './pooled.ts';
import type { Aggregate } from './publication.ts';
import { refreshed, type CellState } from './refresh.ts';

/** A cell with what it is computed from: now, or when it was last. */
export interface Computed {
  cell: Cell;
  state: CellState;
  isCarried: boolean;
}

export interface ComputedLattice {
  /** In the order of the lattice. */
  cells: Computed[];
  size: (where: Cell['where']) => number;
  /** By dimension the groups that are counted together; null where nothing of it may be told. */
  pooled: ReadonlyMap<Dimension, readonly string[] | null>;
}

/** Every cell of the lattice, anew where enough has changed. What is pooled is decided by these. */
export function computedLattice(
  { period, lattice, previous }: Pick<Aggregate, 'period' | 'lattice' | 'previous'>,
  contributors: readonly Contribution[],
  { digest }: Keyed,
): ComputedLattice {
  const members = membersByCell(contributors, digest);
  const compute = (cell: Cell): Computed => {
    const before = previous?.state.cells[cell.id];
    const anew = refreshed(before, members.get(cell.id) ?? {}, period);
    if (anew) return { cell, state: anew, isCarried: false };
    return { cell, state: before ?? NOBODY, isCarried: true };
  };
  const all = cellsOf(lattice);
  const computed = new Map(
    all.filter(({ isPool }) => !isPool).map((cell) => [cell.id, compute(cell)]),
  );
  const size = (where: Cell['where']) => sizeOf(computed.get(cellOf(where).id)?.state ?? NOBODY);
  const pooled = new Map(
    DIMENSIONS.map((dimension) => {
      const sizes = lattice[dimension].map(
        (group) => [group, size({ [dimension]: group })] as const,
      );
      return [dimension, pooledGroups(new Map(sizes))?.pooled ?? null] as const;
    }),
  );
  for (const [dimension, groups] of pooled) {
    const pool = cellOf({ [dimension]: OTHER });
    const within = (groups ?? lattice[dimension]).map((group) => cellOf({ [dimension]: group }).id);
    members.set(pool.id, Object.assign({}, ...within.map((id) => members.get(id))));
    computed.set(pool.id, compute(pool));
  }
  return { cells: all.flatMap(({ id }) => computed.get(id) ?? []), pooled, size };
}

const NOBODY: CellState = { members: {}, counted: {} };

export const sizeOf = ({ members }: CellState): number => Object.keys(members).length;

/** Who falls into which cell with which band, in one walk. */
function membersByCell(
  contributors: readonly Contribution[],
  digest: Keyed['digest'],
): Map<string, Record<string, Band>> {
  const members = new Map<string, Record<string, Band>>();
  const places = new Map<string, readonly string[]>();
  for (const one of contributors) {
    const who = digest(one.company);
    const place = DIMENSIONS.map((dimension) => one[dimension]).join('/');
    const ids = places.get(place) ?? FALLS_INTO.map((dimensions) => idWithin(dimensions, one));
    places.set(place, ids);
    for (const id of ids) {
      const known = members.get(id) ?? {};
      known[who] = one.overall;
      members.set(id, known);
    }
  }
  return members;
}

function idWithin(dimensions: readonly Dimension[], one: Contribution): string {
  return cellOf(Object.fromEntries(dimensions.map((name) => [name, one[name]]))).id;
}

const FALLS_INTO: readonly (readonly Dimension[])[] = [
  [],
  ...DIMENSIONS.map((dimension) => [dimension]),
  ...PAIRS,
];
