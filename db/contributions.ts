import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { BANDS, type Band } from '#assessments/disclosure/contribution.ts';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import { answerEvent } from './schema/assessment.ts';
import type { CompanyTx } from './tenant.ts';

/** What a company releases to one association; all of it is on the preview. */
export interface Release {
  associationId: string;
  editionId: string;
  /** The signed result that it is taken from. */
  resultId: string;
  industry: string;
  region: string;
  size: string;
  overall: Band;
  /** Keyed hashes in hex: companies that share one count as one. */
  holding: string;
  batch: string;
  answeredAtLeastHalf: boolean;
}

/** For the company's confirmed owner; a later release takes the place of an earlier one. */
export async function contribute(
  tx: CompanyTx,
  { byName, ...given }: Release & { byName: string },
): Promise<Granted> {
  return granted(
    tx,
    sql`ctx.contribute(${given.associationId}, ${given.editionId}, ${given.resultId}, ${given.industry}, ${given.region},
                       ${given.size}, ${given.overall}, ${given.holding}, ${given.batch}, ${given.answeredAtLeastHalf}, ${byName})`,
  );
}

/** For the company's confirmed owner: from now on nothing is computed with it. */
export async function withdrawContribution(tx: CompanyTx, associationId: string): Promise<Granted> {
  return granted(tx, sql`ctx.withdraw_contribution(${associationId})`);
}

const filler = z.strictObject({ consultancy_id: z.string() });

/**
 * The consultancy that gave more than half of an assessment's current answers; null where none did, and for a
 * consultant. Such companies count as one in an association's figures (security.md 5.2, step 3).
 */
export async function filledBy(tx: CompanyTx, assessmentId: string): Promise<string | null> {
  const [one] = await rows(
    tx,
    filler,
    sql`
      with given as (
        select distinct on (question_id) actor from ${answerEvent}
         where assessment_id = ${assessmentId} order by question_id, version desc)
      select o.consultancy_id from given g join ctx.outside_answerers() o on o.account_id = g.actor
       group by o.consultancy_id having count(*) * 2 > (select count(*) from given)`,
  );
  return one?.consultancy_id ?? null;
}

export type Contributed = Omit<Release, 'holding' | 'batch' | 'answeredAtLeastHalf'> & {
  releasedAt: Date;
  releasedByName: string;
};

const contributed = z.strictObject({
  association_id: z.string(),
  edition_id: z.string(),
  result_id: z.string(),
  industry: z.string(),
  region: z.string(),
  size: z.string(),
  overall: z.enum(BANDS),
  released_at: instant,
  released_by_name: z.string(),
});

/** What stands released, by association; empty for a consultant. */
export async function listContributions(tx: CompanyTx): Promise<Contributed[]> {
  const found = await rows(tx, contributed, sql`select * from ctx.own_contributions()`);
  return found.map((row) => ({
    associationId: row.association_id,
    editionId: row.edition_id,
    resultId: row.result_id,
    industry: row.industry,
    region: row.region,
    size: row.size,
    overall: row.overall,
    releasedAt: row.released_at,
    releasedByName: row.released_by_name,
  }));
}
