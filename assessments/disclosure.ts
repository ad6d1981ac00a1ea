import { noisyCounts, toldOf, type Told } from './disclosure/coarse.ts';
import { computedLattice, sizeOf, type Computed } from './disclosure/computed.ts';
import type { Patterns } from './disclosure/complementary.ts';
import { contributorsOf } from './disclosure/contributors.ts';
import { tooClose } from './disclosure/differences.ts';
import { hiddenBySize } from './disclosure/hidden.ts';
import { cellsOf, type Lattice } from './disclosure/lattice.ts';
import { keyed, type Keyed } from './disclosure/keyed.ts';
import {
  RULES,
  type Aggregate,
  type Publication,
  type PublishedCell,
} from './disclosure/publication.ts';
import type { Solver } from './plan/solver.ts';

/**
 * What an association is told of its members for a quarter: a fixed lattice of cells, each with a coarse
 * figure or nothing, so that nobody learns where one member stands (security.md 5.2). Everything that decides
 * what is told looks at the cells as they were computed last: too few changes change nothing at all. The same
 * input gives the same bytes. `state` is secret.
 */
export function publish(input: Aggregate, solver: Solver, patterns?: Patterns): Publication {
  const { period, lattice, previous, asOf } = input;
  if (previous !== null && !isOf(lattice, previous.cells))
    throw new RangeError('Groups that were declared anew begin a new series.');
  const secret = keyed(input.key, lattice.association);
  const contributors = contributorsOf(input.contributions, { lattice, asOf, secret });
  const computed = computedLattice(input, contributors, secret);
  const hidden = hiddenBySize(computed, lattice, solver, patterns);
  const before = new Map(previous?.cells.map((cell) => [cell.id, toldBefore(cell)]));
  const told = new Map(
    computed.cells.map((one) => {
      const isHidden = hidden.cells.has(one.cell.id);
      return [one.cell.id, isHidden ? HIDDEN : tell(one, before.get(one.cell.id), secret)];
    }),
  );
  const close = tooClose(
    computed.cells
      .filter(({ cell }) => told.get(cell.id)?.status !== 'hidden')
      .map(({ cell, state }) => ({ id: cell.id, members: new Set(Object.keys(state.members)) })),
  );
  for (const id of close) told.set(id, HIDDEN);
  const cells = computed.cells.map(({ cell: { id, where }, isCarried }): PublishedCell => {
    const tells = told.get(id) ?? HIDDEN;
    return { id, where, ...tells, carried: isCarried && tells.status !== 'hidden' };
  });
  const ruleOf = ({ id, status, carried }: PublishedCell) => {
    if (status !== 'hidden') return carried ? 'ten-changes' : null;
    return hidden.cells.get(id) ?? (close.has(id) ? 'ten-apart' : 'few-or-alike');
  };
  const rules = RULES.map((rule) => ({
    rule,
    cells: cells.filter((cell) => ruleOf(cell) === rule).map(({ id }) => id),
  })).filter((fired) => fired.cells.length > 0);
  const states = computed.cells.map(({ cell, state }) => [cell.id, state] as const);
  return {
    period,
    cells,
    state: { period, cells: Object.fromEntries(states) },
    report: { rules, intervals: hidden.intervals },
  };
}

function isOf(lattice: Lattice, cells: readonly PublishedCell[]): boolean {
  const ids = cellsOf(lattice).map(({ id }) => id);
  return ids.length === cells.length && ids.every((id, at) => cells[at]?.id === id);
}

const HIDDEN: Told = { status: 'hidden' };

/** What was told stands until the cell is computed anew. */
function tell({ cell, state, isCarried }: Computed, before: Told | undefined, secret: Keyed): Told {
  if (isCarried) return before ?? HIDDEN;
  return toldOf(cell, sizeOf(state), noisyCounts(state.members, secret));
}

function toldBefore({ status, n, word, shares }: PublishedCell): Told {
  if (n === undefined || status === 'hidden') return HIDDEN;
  if (word !== undefined) return { status: 'published', n, word };
  if (shares !== undefined) return { status: 'published', n, shares };
  return { status: 'count-only', n };
}
