import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '#assessments/questionnaire.ts';
import type { Location } from './evidence-locations.ts';
import { inSections } from './answers.ts';
import { lockOf } from './assessment-states.ts';
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
  /** The days that the document tells of, `YYYY-MM-DD`; open where null. */
  coversFrom: string | null;
  coversTo: string | null;
  /** Its last day, `YYYY-MM-DD`; null where it has none. */
  validUntil: string | null;
};

export type ListedEvidence = EvidenceReference & {
  /** Shared by all references that name the same document: the first one's id. */
  documentId: string;
  byName: string;
  at: Date;
  withdrawn: { byName: string; at: Date } | null;
};

export type EvidenceWithdrawn =
  { ok: true } | { ok: false; reason: 'not-found' | 'not-allowed' } | Closed;
/** `request-reused`: the same form has already noted another reference. */
export type EvidenceAdded = EvidenceWithdrawn | { ok: false; reason: 'request-reused' };

type Period = Pick<EvidenceReference, 'coversFrom' | 'coversTo' | 'validUntil'>;
type EvidenceToAdd = Omit<EvidenceReference, keyof Period> &
  Partial<Period> & { assessmentId: string; byName: string };

const permission = z.strictObject({
  state: z.enum(STATES).nullable(),
  may_write: z.boolean(),
  changed: z.boolean(),
});

const withdrawing = permission.extend({ changed: z.array(z.string()) });

/** What is written of a document; each reference that names it repeats it. */
export const WRITTEN_OF_DOCUMENT = [
  'title',
  'versionLabel',
  'dated',
  'ownerRole',
  'location',
  'sha256',
  'coversFrom',
  'coversTo',
  'validUntil',
] as const;

/** Notes a reference. `evidenceId` is a random id that the form carries: the same sent twice stands once. */
export async function addEvidence(tx: CompanyTx, given: EvidenceToAdd): Promise<EvidenceAdded> {
  return add(tx, { ...given, documentId: null, isThere: false });
}

async function add(
  tx: CompanyTx,
  // Where it stands already, all that is left to say is whether one may.
  given: EvidenceToAdd & { documentId: string | null; isThere: boolean },
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
                                    version_label, dated, owner_role, location, sha256, document_id,
                                    covers_from, covers_to, valid_until, actor_name)
        select a.company_id, ${given.evidenceId}, a.assessment_id, ${given.questionId}, ${given.questionnaire}, ${given.title},
               ${given.versionLabel}, ${given.dated}::date, ${given.ownerRole}, ${given.location}, ${given.sha256},
               ${given.documentId}, ${given.coversFrom ?? null}::date, ${given.coversTo ?? null}::date, ${given.validUntil ?? null}::date, ${given.byName}
          from junbi.assessment a, may where a.assessment_id = ${given.assessmentId} and may.write and a.state = 'open' and not ${given.isThere}
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
    if (given.isThere || (await standsAlready(tx, given))) return { ok: true };
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

/** Each document once: the first of the references that name it. */
export function eachDocument(references: readonly ListedEvidence[]): ListedEvidence[] {
  const known = new Set<string>();
  return references.filter(({ documentId }) => !known.has(documentId) && known.add(documentId));
}

// A row that a simultaneous save has committed is seen by a new statement alone.
async function standsAlready(tx: CompanyTx, given: EvidenceToAdd): Promise<boolean> {
  const listed = await listEvidence(tx, given);
  const found = listed.find(({ evidenceId }) => evidenceId === given.evidenceId);
  return (
    found?.questionId === given.questionId &&
    WRITTEN_OF_DOCUMENT.every((part) => found[part] === (given[part] ?? null))
  );
}

/**
 * Names a document that another answer of the assessment names already. Twice beside one answer it stands
 * once; `not-found` where the document is withdrawn, or noted where this capability does not reach.
 */
export async function useEvidence(
  tx: CompanyTx,
  given: {
    assessmentId: string;
    /** Any reference to the document. */
    of: string;
    evidenceId: string;
    questionId: string;
    questionnaire: string;
    byName: string;
  },
): Promise<EvidenceAdded> {
  const { of, ...place } = given;
  // Of two at once the second sees the first.
  await tx.execute(lockOf(given.assessmentId));
  const listed = await listEvidence(tx, { assessmentId: given.assessmentId });
  const standing = listed.filter(({ withdrawn }) => withdrawn === null);
  const document = standing.find(({ evidenceId }) => evidenceId === of);
  if (!document) return { ok: false, reason: 'not-found' };
  const { documentId } = document;
  const isThere = standing.some(
    (one) => one.documentId === documentId && one.questionId === given.questionId,
  );
  return add(tx, { ...document, ...place, documentId, isThere });
}

/**
 * Marks a reference as no longer valid; the row stays. Withdrawing twice keeps the first. `everywhere`:
 * beside every answer that names the document, as far as this capability reaches.
 */
export async function withdrawEvidence(
  tx: CompanyTx,
  given: { assessmentId: string; evidenceId: string; everywhere?: boolean; byName: string },
): Promise<EvidenceWithdrawn> {
  const { assessmentId, evidenceId, everywhere = false, byName } = given;
  const [one] = await rows(
    tx,
    withdrawing,
    sql`
      with named as (
        select e.company_id, e.evidence_id, e.questionnaire, a.state, coalesce(e.document_id, e.evidence_id) as document
          from junbi.evidence e join junbi.assessment a using (company_id, assessment_id)
         where e.assessment_id = ${assessmentId} and ${inSections(sql`e.question_id`)}),
      theirs as (select * from named where evidence_id = ${evidenceId}),
      standing as (
        select company_id from junbi.assessment
         where assessment_id = ${assessmentId} and state = 'open' for key share),
      withdrawn as (
        insert into junbi.evidence_withdrawal (company_id, evidence_id, questionnaire, actor_name)
        select n.company_id, n.evidence_id, n.questionnaire, ${byName}
          from named n join theirs t using (company_id, document) join standing using (company_id)
         where ctx.company_rw() is not null and (${everywhere} or n.evidence_id = t.evidence_id)
        on conflict do nothing
        returning evidence_id)
      select (select state from theirs) as state, ctx.company_rw() is not null as may_write,
             array(select evidence_id::text from withdrawn order by 1) as changed`,
  );
  if (!one || one.state === null) return { ok: false, reason: 'not-found' };
  if (!one.may_write) {
    await recordRefusal(tx, 'evidence.withdrawn', `evidence/${evidenceId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.state !== 'open') return { ok: false, reason: 'closed', state: one.state };
  for (const id of one.changed)
    await record(tx, 'evidence.withdrawn', {
      target: `evidence/${id}`,
      fields: { assessment: assessmentId },
      sealed: {},
    });
  return { ok: true };
}

/**
 * All references of an assessment, or of one question, oldest first; withdrawn ones are marked. With
 * `before`, as they stood at that moment.
 */
export async function listEvidence(
  tx: CompanyTx,
  of: { assessmentId: string; questionId?: string; before?: Date | undefined },
): Promise<ListedEvidence[]> {
  return tx
    .select({
      evidenceId: evidence.evidenceId,
      documentId: sql<string>`coalesce(${evidence.documentId}, ${evidence.evidenceId})`,
      questionId: evidence.questionId,
      questionnaire: evidence.questionnaire,
      title: evidence.title,
      versionLabel: evidence.versionLabel,
      dated: evidence.dated,
      ownerRole: evidence.ownerRole,
      location: evidence.location,
      sha256: evidence.sha256,
      coversFrom: evidence.coversFrom,
      coversTo: evidence.coversTo,
      validUntil: evidence.validUntil,
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
        of.before && lt(evidenceWithdrawal.at, of.before),
      ),
    )
    .where(
      and(
        eq(evidence.assessmentId, of.assessmentId),
        inSections(evidence.questionId),
        of.questionId === undefined ? undefined : eq(evidence.questionId, of.questionId),
        of.before && lt(evidence.at, of.before),
      ),
    )
    .orderBy(evidence.at, evidence.evidenceId);
}
