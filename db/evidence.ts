import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '#assessments/questionnaire.ts';
import type { Location } from './evidence-locations.ts';
import { inSections } from './answers.ts';
import { record, recordRefusal } from './audit.ts';
import { rows } from './rows.ts';
import { stateOf, type Closed } from './assessments.ts';
import { evidence, evidenceWithdrawal } from './schema/evidence.ts';
import { STATES } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';

export type EvidenceReference = {
  evidenceId: string;
  questionId: string;
  questionnaire: string;
  title: string;
  /** As the document names it, e.g. 「第2版」. */
  versionLabel: string | null;
  /** The day on the document, `YYYY-MM-DD`. */
  dated: string | null;
  ownerRole: Role;
  location: Location;
  /** Computed in the browser from a file that never leaves it. */
  sha256: string | null;
};

export type ListedEvidence = EvidenceReference & {
  byName: string;
  at: Date;
  withdrawn: { byName: string; at: Date } | null;
};

export type EvidenceWithdrawn =
  { ok: true } | { ok: false; reason: 'not-found' | 'not-allowed' } | Closed;
/** `request-reused`: the same form has already noted another reference. */
export type EvidenceAdded = EvidenceWithdrawn | { ok: false; reason: 'request-reused' };

const permission = z.strictObject({
  state: z.enum(STATES).nullable(),
  may_write: z.boolean(),
  changed: z.boolean(),
});

const REFERENCE = ['title', 'versionLabel', 'dated', 'ownerRole', 'location', 'sha256'] as const;

/** Notes a reference. `evidenceId` is a random id that the form carries: the same sent twice stands once. */
export async function addEvidence(
  tx: CompanyTx,
  given: EvidenceReference & { assessmentId: string; byName: string },
): Promise<EvidenceAdded> {
  const [one] = await rows(
    tx,
    permission,
    sql`
      with may as (
        select ctx.company_rw() is not null and ${given.questionnaire} = any (ctx.questionnaires())
               and ${inSections(given.questionId)} as write),
      added as (
        insert into junbi.evidence (company_id, evidence_id, assessment_id, question_id, questionnaire, title,
                                    version_label, dated, owner_role, location, sha256, actor_name)
        select a.company_id, ${given.evidenceId}, a.assessment_id, ${given.questionId}, ${given.questionnaire}, ${given.title},
               ${given.versionLabel}, ${given.dated}::date, ${given.ownerRole}, ${given.location}, ${given.sha256}, ${given.byName}
          from junbi.assessment a, may where a.assessment_id = ${given.assessmentId} and may.write and a.state = 'open'
           for key share of a
        on conflict do nothing
        returning 1)
      select (select state from junbi.assessment where assessment_id = ${given.assessmentId}) as state,
             may.write as may_write, exists (select from added) as changed from may`,
  );
  if (!one || one.state === null) return { ok: false, reason: 'not-found' };
  const target = `evidence/${given.evidenceId}`;
  if (!one.may_write) {
    await recordRefusal(tx, 'evidence.noted', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (!one.changed) {
    if (await standsAlready(tx, given)) return { ok: true };
    // A submission that came in between is seen by a new statement alone.
    const state = await stateOf(tx, given.assessmentId);
    return state === 'open'
      ? { ok: false, reason: 'request-reused' }
      : { ok: false, reason: 'closed', state };
  }
  await record(tx, 'evidence.noted', {
    target,
    fields: {
      assessment: given.assessmentId,
      question: given.questionId,
      questionnaire: given.questionnaire,
    },
    sealed: { title: given.title, sha256: given.sha256 },
  });
  return { ok: true };
}

// A row that a simultaneous save has committed is seen by a new statement alone.
async function standsAlready(
  tx: CompanyTx,
  given: EvidenceReference & { assessmentId: string },
): Promise<boolean> {
  const listed = await listEvidence(tx, given);
  const found = listed.find(({ evidenceId }) => evidenceId === given.evidenceId);
  return found !== undefined && REFERENCE.every((part) => found[part] === given[part]);
}

/** Marks a reference as no longer valid; the row stays. Withdrawing twice keeps the first. */
export async function withdrawEvidence(
  tx: CompanyTx,
  given: { assessmentId: string; evidenceId: string; byName: string },
): Promise<EvidenceWithdrawn> {
  const [one] = await rows(
    tx,
    permission,
    sql`
      with theirs as (
        select e.company_id, e.evidence_id, e.questionnaire, a.state
          from junbi.evidence e join junbi.assessment a using (company_id, assessment_id)
         where e.assessment_id = ${given.assessmentId} and e.evidence_id = ${given.evidenceId}
           and ${inSections(sql`e.question_id`)}),
      standing as (
        select company_id from junbi.assessment
         where assessment_id = ${given.assessmentId} and state = 'open' for key share),
      withdrawn as (
        insert into junbi.evidence_withdrawal (company_id, evidence_id, questionnaire, actor_name)
        select t.company_id, t.evidence_id, t.questionnaire, ${given.byName} from theirs t join standing using (company_id)
         where ctx.company_rw() is not null
        on conflict do nothing
        returning evidence_id)
      select (select state from theirs) as state, ctx.company_rw() is not null as may_write,
             exists (select from withdrawn) as changed`,
  );
  if (!one || one.state === null) return { ok: false, reason: 'not-found' };
  const target = `evidence/${given.evidenceId}`;
  if (!one.may_write) {
    await recordRefusal(tx, 'evidence.withdrawn', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.state !== 'open') return { ok: false, reason: 'closed', state: one.state };
  if (one.changed)
    await record(tx, 'evidence.withdrawn', {
      target,
      fields: { assessment: given.assessmentId },
      sealed: {},
    });
  return { ok: true };
}

/** All references of an assessment, or of one question, oldest first; withdrawn ones are marked. */
export async function listEvidence(
  tx: CompanyTx,
  of: { assessmentId: string; questionId?: string },
): Promise<ListedEvidence[]> {
  const found = await tx
    .select({
      evidenceId: evidence.evidenceId,
      questionId: evidence.questionId,
      questionnaire: evidence.questionnaire,
      title: evidence.title,
      versionLabel: evidence.versionLabel,
      dated: evidence.dated,
      ownerRole: evidence.ownerRole,
      location: evidence.location,
      sha256: evidence.sha256,
      byName: evidence.actorName,
      at: evidence.at,
      withdrawn: { byName: evidenceWithdrawal.actorName, at: evidenceWithdrawal.at },
    })
    .from(evidence)
    .leftJoin(
      evidenceWithdrawal,
      and(
        eq(evidenceWithdrawal.companyId, evidence.companyId),
        eq(evidenceWithdrawal.evidenceId, evidence.evidenceId),
      ),
    )
    .where(
      and(
        eq(evidence.assessmentId, of.assessmentId),
        inSections(evidence.questionId),
        of.questionId === undefined ? undefined : eq(evidence.questionId, of.questionId),
      ),
    )
    .orderBy(evidence.at, evidence.evidenceId);
  return found;
}
