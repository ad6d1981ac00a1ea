import { publish } from '#assessments/disclosure.ts';
import { BANDS } from '#assessments/disclosure/contribution.ts';
import type { Aggregate, Publication } from '#assessments/disclosure/publication.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import type { App } from './app.ts';

const QUARTERS = [
  ['2026-Q1', '2026-03-31'],
  ['2026-Q2', '2026-06-30'],
] as const;

/** Publishes two quarters of so many fictional members, past all verbs; of 260 every rule fires somewhere. */
export async function publishFigures(
  app: Pick<App, 'superuser'>,
  association: string,
  members = 260,
): Promise<void> {
  const lattice = standardLattice(association);
  const contributions = Array.from({ length: members }, (_, at) => ({
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
  await publishContributions(app, association, { lattice, contributions });
}

/** Publishes two quarters of these contributions; what was computed, newest last. */
export async function publishContributions(
  { superuser }: Pick<App, 'superuser'>,
  association: string,
  { lattice, contributions }: Pick<Aggregate, 'lattice' | 'contributions'>,
): Promise<Publication[]> {
  const solver = await openSolver();
  const key = 'ab'.repeat(32);
  const publications: Publication[] = [];
  for (const [period, asOf] of QUARTERS) {
    const previous = publications.at(-1) ?? null;
    const publication = publish({ period, lattice, key, asOf, contributions, previous }, solver);
    const { cells, state, report } = publication;
    publications.push(publication);
    await superuser.query(
      `insert into assoc.draft (association_id, period, as_of, asked_by, asked_by_name, edition_id, cells, report, state,
                                computed_at, released_by, released_by_name, released_at)
       values ($1, $2, $3, gen_random_uuid(), '事務局 一', '2026-11', $4, $5, $6, now(), gen_random_uuid(), '事務局 二', now())`,
      [association, period, asOf, ...[cells, report, state].map((one) => JSON.stringify(one))],
    );
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
  return publications;
}
