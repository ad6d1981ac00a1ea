import { publish } from '#assessments/disclosure.ts';
import { BANDS } from '#assessments/disclosure/contribution.ts';
import type { Aggregate } from '#assessments/disclosure/publication.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import type { App } from './app.ts';

const QUARTERS = [
  ['2026-Q2', '2026-06-30'],
  ['2026-Q3', '2026-09-30'],
] as const;

/** Publishes two quarters of 260 fictional members, past all verbs; every rule fires somewhere. */
export async function publishFigures(
  { superuser }: Pick<App, 'superuser'>,
  association: string,
): Promise<void> {
  const lattice = standardLattice(association);
  const solver = await openSolver();
  const contributions = Array.from({ length: 260 }, (_, at) => ({
    company: `company ${at}`,
    holding: `holding ${at}`,
    batch: `batch ${at}`,
    industry: lattice.industry[Math.floor((at % 100) ** 2 / 1_000)] ?? '',
    region: lattice.region[(at * 7) % 11] ?? 'kanto',
    size: lattice.size[at % 5] ?? 'below-50',
    overall: BANDS[(at * 5) % 7] ?? 'low',
    joinedOn: '2025-01-15',
    answeredAtLeastHalf: true,
  }));
  let previous: Aggregate['previous'] = null;
  for (const [period, asOf] of QUARTERS) {
    const input: Aggregate = {
      period,
      lattice,
      key: 'ab'.repeat(32),
      asOf,
      contributions,
      previous,
    };
    const { cells, state } = publish(input, solver);
    previous = { cells, state };
    await superuser.query(
      'insert into assoc.published_period (association_id, period, edition_id, as_of) values ($1, $2, $3, $4)',
      [association, period, '2026-11', asOf],
    );
    await superuser.query(
      `insert into assoc.published_cell (association_id, period, position, cell)
       select $1, $2, at - 1, cell from jsonb_array_elements($3::jsonb) with ordinality c (cell, at)`,
      [association, period, JSON.stringify(cells)],
    );
  }
}
