import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { publishedCellSchema, type PublishedCell } from '#assessments/disclosure/publication.ts';
import { rows } from './rows.ts';
import type { PublishedTx } from './tenant.ts';

/** What was published for a quarter; the same for the association and for each of its members. */
export interface PublishedPeriod {
  period: string;
  editionId: string;
  /** `YYYY-MM-DD` */
  asOf: string;
  cells: PublishedCell[];
}

const published = z.strictObject({
  period: z.string(),
  edition_id: z.string(),
  as_of: z.string(),
  cells: z.array(publishedCellSchema),
});

/** Every publication of the association, newest first; empty for who is neither its officer nor its member. */
export async function listPublished(
  tx: PublishedTx,
  associationId: string,
): Promise<PublishedPeriod[]> {
  const found = await rows(
    tx,
    published,
    sql`
      select p.period, p.edition_id, p.as_of::text, array(
               select c.cell from assoc.published_cell c
                where c.association_id = p.association_id and c.period = p.period order by c.position) as cells
        from assoc.published_period p where p.association_id = ${associationId} order by p.period desc`,
  );
  return found.map((row) => ({
    period: row.period,
    editionId: row.edition_id,
    asOf: row.as_of,
    cells: row.cells,
  }));
}
