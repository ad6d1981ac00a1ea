import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { BANDS } from '#assessments/disclosure/contribution.ts';
import type { Lattice } from '#assessments/disclosure/lattice.ts';
import {
  publishedCellSchema,
  stateSchema,
  type Aggregate,
  type Publication,
} from '#assessments/disclosure/publication.ts';
import { rows } from './rows.ts';
import type { AggregatorTx } from './tenant.ts';

const waiting = z.strictObject({
  association_id: z.string(),
  period: z.string(),
  as_of: z.string(),
});
const contribution = z.strictObject({
  company_id: z.string(),
  edition_id: z.string(),
  industry: z.string(),
  region: z.string(),
  size: z.string(),
  overall: z.enum(BANDS),
  holding: z.string(),
  batch: z.string(),
  at_least_half: z.boolean(),
  joined_on: z.string(),
});
const before = z.strictObject({ cells: z.array(publishedCellSchema), state: stateSchema });

export interface Aggregator {
  /** 32 bytes in hex, of one association; known here alone. */
  keyOf: (associationId: string) => string;
  groups: Omit<Lattice, 'association'>;
  publish: (input: Aggregate) => Promise<Publication>;
}

/** Computes the publication that waits longest; false where none does. Each is computed once. */
export async function computeNext(tx: AggregatorTx, aggregator: Aggregator): Promise<boolean> {
  const [next] = await rows(
    tx,
    waiting,
    sql`select association_id, period, as_of::text from assoc.waiting() limit 1`,
  );
  if (!next) return false;
  const { association_id: associationId, period, as_of: asOf } = next;
  const released = await rows(
    tx,
    contribution,
    sql`select company_id, edition_id, industry, region, size, overall, holding, batch, at_least_half, joined_on::text
          from assoc.contributions(${associationId}, ${asOf}::date)`,
  );
  const [previous = null] = await rows(
    tx,
    before,
    sql`select cells, state from assoc.before(${associationId}, ${period})`,
  );
  const edition = commonEdition(released.map(({ edition_id: id }) => id));
  const contributions = released
    .filter(({ edition_id: id }) => id === edition)
    .map((one) => ({
      company: one.company_id,
      holding: one.holding,
      batch: one.batch,
      industry: one.industry,
      region: one.region,
      size: one.size,
      overall: one.overall,
      joinedOn: one.joined_on,
      answeredAtLeastHalf: one.at_least_half,
    }));
  const lattice = { association: associationId, ...aggregator.groups };
  const key = aggregator.keyOf(associationId);
  const input = { period, lattice, key, asOf, contributions, previous };
  const { cells, report, state } = await aggregator.publish(input);
  await tx.execute(sql`
    select assoc.put_draft(${associationId}, ${period}, ${edition}, ${JSON.stringify(cells)}::jsonb,
                           ${JSON.stringify(report)}::jsonb, ${JSON.stringify(state)}::jsonb)`);
  return true;
}

/** Editions are never mixed: the one that most results were signed on, of two the later. */
function commonEdition(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
  return ranked[0]?.[0] ?? '';
}
