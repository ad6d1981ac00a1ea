import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { publishedCellSchema, type PublishedCell } from '#assessments/disclosure/publication.ts';
import { rows } from './rows.ts';
import type { PublishedTx } from './tenant.ts';

/** A quarter for which something was published. */
export interface PublishedHead {
  period: string;
  editionId: string;
  /** `YYYY-MM-DD` */
  asOf: string;
  /** The cell of all companies together, which stands in every quarter. */
  total: PublishedCell;
}

/** What was published for a quarter; the same for the association and for each of its members. */
export interface PublishedPeriod extends PublishedHead {
  cells: PublishedCell[];
}

const head = z.strictObject({
  period: z.string(),
  edition_id: z.string(),
  as_of: z.string(),
  total: publishedCellSchema,
});
const cells = z.strictObject({ cells: z.array(publishedCellSchema) });

/** Every quarter, newest first; empty for who is neither officer nor member of the association. */
export async function listPublished(
  tx: PublishedTx,
  associationId: string,
): Promise<PublishedHead[]> {
  const found = await rows(
    tx,
    head,
    sql`
      select p.period, p.edition_id, p.as_of::text, c.cell as total
        from assoc.published_period p
        join assoc.published_cell c using (association_id, period)
       where p.association_id = ${associationId} and c.position = 0 order by p.period desc`,
  );
  return found.map((row) => ({
    period: row.period,
    editionId: row.edition_id,
    asOf: row.as_of,
    total: row.total,
  }));
}

/** All cells of the quarter that is wanted, else of the newest, and the heads of all; null where there is none. */
export async function readPublished(
  tx: PublishedTx,
  associationId: string,
  wanted: string | null = null,
): Promise<{ chosen: PublishedPeriod; all: PublishedHead[] } | null> {
  const all = await listPublished(tx, associationId);
  const found = all.find(({ period }) => period === wanted) ?? all[0];
  if (!found) return null;
  const [row] = await rows(
    tx,
    cells,
    sql`
      select array(select c.cell from assoc.published_cell c
                    where c.association_id = ${associationId} and c.period = ${found.period}
                    order by c.position) as cells`,
  );
  return { chosen: { ...found, cells: row?.cells ?? [] }, all };
}
