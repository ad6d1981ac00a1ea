import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isClosed, lockOf, standing, standingOf } from './assessment-states.ts';
import { record, recordRefusal } from './audit.ts';
import { rows } from './rows.ts';
import { reviewDate } from './schema/review-date.ts';
import type { CompanyTx } from './tenant.ts';

/** By when an assessment is looked at again. */
export interface ReviewDate {
  version: number;
  /** `YYYY-MM-DD`; null where it was taken back. */
  dueOn: string | null;
  byName: string;
  at: Date;
}

export type ReviewDateSet =
  | { ok: true; version: number }
  /** Somebody set it since `base`: theirs stands. */
  | { ok: false; reason: 'stale'; theirs: ReviewDate | null }
  /** `closed`: another assessment goes on from it, or its carrying was undone. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'closed' };

export interface ReviewDateToSet {
  assessmentId: string;
  /** The version that the person saw; 0 where there was none yet. */
  base: number;
  /** Null takes it back. */
  dueOn: string | null;
  byName: string;
}

/** Sets the day of review, as version `base + 1`. Open, submitted or signed; for owners and preparers. */
export async function setReviewDate(tx: CompanyTx, given: ReviewDateToSet): Promise<ReviewDateSet> {
  const { assessmentId, base, dueOn, byName } = given;
  await tx.execute(lockOf(assessmentId));
  const [stands] = await rows(tx, standing, standingOf(assessmentId));
  if (!stands) return { ok: false, reason: 'not-found' };
  if (!stands.may_write || !['owner', 'preparer'].includes(stands.role)) {
    await recordRefusal(tx, 'review.set', `assessment/${assessmentId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (stands.state === 'undone' || stands.state === 'carried' || stands.is_carried_on)
    return { ok: false, reason: 'closed' };
  const newest = await readReviewDate(tx, assessmentId);
  // The same form sent twice.
  if (newest?.version === base + 1 && newest.dueOn === dueOn)
    return { ok: true, version: newest.version };
  if ((newest?.version ?? 0) !== base) return { ok: false, reason: 'stale', theirs: newest };
  const version = base + 1;
  await tx.insert(reviewDate).values({ assessmentId, version, dueOn, actorName: byName });
  await record(tx, 'review.set', {
    target: `assessment/${assessmentId}`,
    fields: { version },
    sealed: { due: dueOn },
  });
  return { ok: true, version };
}

export interface ReviewDue {
  assessmentId: string;
  editionId: string;
  title: string;
  isSigned: boolean;
  /** `YYYY-MM-DD` */
  dueOn: string;
}

const due = z.strictObject({
  assessmentId: z.uuid(),
  editionId: z.string(),
  title: z.string(),
  isSigned: z.boolean(),
  dueOn: z.string(),
});

/** The days that are set of assessments from which nothing goes on, soonest first. */
export async function listReviewDates(tx: CompanyTx): Promise<ReviewDue[]> {
  return rows(
    tx,
    due,
    sql`
      select a.assessment_id as "assessmentId", a.edition_id as "editionId", a.title,
             a.state = 'approved' as "isSigned", d.due_on::text as "dueOn"
        from (select distinct on (assessment_id) * from junbi.review_date order by assessment_id, version desc) d
        join junbi.assessment a on a.company_id = d.company_id and a.assessment_id = d.assessment_id
       where d.due_on is not null and not ${isClosed}
       order by d.due_on, a.assessment_id`,
  );
}

/** The day as it stands, also one that was taken back; null where none was ever set. */
export async function readReviewDate(
  tx: CompanyTx,
  assessmentId: string,
): Promise<ReviewDate | null> {
  const [newest] = await tx
    .select({
      version: reviewDate.version,
      dueOn: reviewDate.dueOn,
      byName: reviewDate.actorName,
      at: reviewDate.at,
    })
    .from(reviewDate)
    .where(eq(reviewDate.assessmentId, assessmentId))
    .orderBy(desc(reviewDate.version))
    .limit(1);
  return newest ?? null;
}
