import { randomUUID } from 'node:crypto';
import { and, eq, ne, sql } from 'drizzle-orm';
import { carry, type Carried } from '#assessments/carry.ts';
import type { Edition } from '#assessments/edition.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { withOverlays } from '#assessments/overlaid.ts';
import { lockOf, standing, standingOf, stateRow } from './assessment-states.ts';
import { getAssessment } from './assessments.ts';
import { record, recordRefusal } from './audit.ts';
import { carriedPlanRows, previewCarriedPlan, type CarriedPlan } from './carried-plan.ts';
import { keepingSummaries } from './client-summaries.ts';
import { listEditions, readEdition, readEditionOf } from './content.ts';
import { rows } from './rows.ts';
import { assessment } from './schema/assessment.ts';
import { carrying } from './schema/assessment-state.ts';
import type { State } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';
import { readWorksheet, type Worksheet } from './worksheets.ts';

/** An assessment and what its answers become in an edition: of the next one, or of its own in a new run. */
export interface CarryPreview {
  worksheet: Worksheet;
  /** The edition of the assessment, whole even for who sees a part of its answers. */
  before: Edition;
  /** With the overlays of the assessment laid over it, as far as it carries them. */
  edition: Edition;
  carried: Carried;
  plan: CarriedPlan;
}

export type CarriedOn =
  | { ok: true; assessmentId: string }
  /** `stands`: it is submitted, undone or already carried on. */
  | { ok: false; reason: 'stands'; state: State }
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'no-such-step' };

/** The newest edition into which answers of this one can be carried; null where there is none. */
export async function readFollower(tx: CompanyTx, editionId: string): Promise<Edition | null> {
  for (const { id } of await listEditions(tx)) {
    const edition = await readEdition(tx, id);
    if (edition?.follows?.edition === editionId) return edition;
  }
  return null;
}

/** Null where there is no such assessment or no such step; writes nothing. */
export async function previewCarry(
  tx: CompanyTx,
  of: { assessmentId: string; editionId: string },
): Promise<CarryPreview | null> {
  const worksheet = await readWorksheet(tx, of.assessmentId);
  const before = await readEditionOf(tx, of.assessmentId);
  const whole = await readEdition(tx, of.editionId);
  if (!worksheet || !before || !whole) return null;
  const own = worksheet.assessment.editionId;
  if (whole.id !== own && whole.follows?.edition !== own) return null;
  const edition = withOverlays(whole, worksheet.assessment.overlays);
  return {
    worksheet,
    before,
    edition,
    carried: carry(before, edition, worksheet.answers),
    plan: await previewCarriedPlan(tx, { assessmentId: of.assessmentId, edition }),
  };
}

/**
 * Begins a new assessment with the answers that mean the same, and closes the old one where it was open;
 * nothing of the old one changes. `assessmentId` is a random id that the form carries: sent twice it
 * stands once. A new run of the same edition needs a signed one. For owners and preparers.
 */
export async function carryForward(
  tx: CompanyTx,
  given: {
    assessmentId: string;
    fromAssessmentId: string;
    editionId: string;
    title: string;
    byName: string;
  },
): Promise<CarriedOn> {
  return keepingSummaries(tx, () => carryOn(tx, given));
}

async function carryOn(
  tx: CompanyTx,
  given: Parameters<typeof carryForward>[1],
): Promise<CarriedOn> {
  const { assessmentId, fromAssessmentId, byName } = given;
  const known = await carriedFrom(tx, assessmentId);
  if (known)
    return known.assessmentId === fromAssessmentId
      ? { ok: true, assessmentId }
      : { ok: false, reason: 'no-such-step' };
  // An id that another assessment of the company has is none that a form made.
  if (await getAssessment(tx, assessmentId)) return { ok: false, reason: 'no-such-step' };
  await tx.execute(lockOf(fromAssessmentId));
  const [stands = null] = await rows(tx, standing, standingOf(fromAssessmentId));
  if (!stands) return { ok: false, reason: 'not-found' };
  if (!stands.may_write || !['owner', 'preparer'].includes(stands.role)) {
    await recordRefusal(tx, 'assessment.carried', `assessment/${fromAssessmentId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  const preview = await previewCarry(tx, {
    assessmentId: fromAssessmentId,
    editionId: given.editionId,
  });
  if (!preview) return { ok: false, reason: 'no-such-step' };
  const isNewRun = preview.edition.id === preview.worksheet.assessment.editionId;
  const isReady = stands.state === 'approved' || (stands.state === 'open' && !isNewRun);
  if (!isReady || stands.is_carried_on) return { ok: false, reason: 'stands', state: stands.state };

  await begin(tx, given, preview);
  for (const written of carriedPlanRows(preview.plan, given)) await tx.execute(written);
  if (stands.state === 'open')
    await tx.execute(
      stateRow({
        assessmentId: fromAssessmentId,
        state: 'carried',
        version: stands.version + 1,
        reason: null,
        byName,
      }),
    );
  await record(tx, 'assessment.carried', {
    target: `assessment/${assessmentId}`,
    fields: {
      from: fromAssessmentId,
      edition: given.editionId,
      answers: Object.keys(preview.carried.given).length,
      scenarios: preview.plan.scenarios.length,
      items: preview.plan.actions.length,
    },
    sealed: { title: given.title },
  });
  return { ok: true, assessmentId };
}

async function begin(
  tx: CompanyTx,
  { assessmentId, fromAssessmentId, title, byName }: Parameters<typeof carryForward>[1],
  { worksheet, edition, carried }: CarryPreview,
): Promise<void> {
  const { mode, stage } = worksheet.assessment;
  const known = new Set((edition.overlays ?? []).map(({ document }) => document.id));
  const overlays = worksheet.assessment.overlays.filter((id) => known.has(id));
  await tx.execute(sql`
    insert into junbi.assessment (assessment_id, edition_id, mode, stage, title, overlays, created_by_name)
    values (${assessmentId}, ${edition.id}, ${mode}, ${stage}, ${title}, ${sql.param(overlays)}::text[], ${byName})`);
  await tx.execute(sql`
    insert into junbi.carrying (assessment_id, from_assessment_id, rests_on, actor_name)
    values (${assessmentId}, ${fromAssessmentId}, ctx.reach(), ${byName})`);
  // Who has a section goes on having it; the dates were those of the run before.
  await tx.execute(sql`
    insert into junbi.section_task (assessment_id, section, version, rests_on, owner, owner_name, actor_name)
    select ${assessmentId}, t.section, 1, t.rests_on, t.owner, t.owner_name, ${byName}
      from (select distinct on (section) * from junbi.section_task where assessment_id = ${fromAssessmentId}
             order by section, version desc) t
     where t.owner_name is not null`);
  const { questionById } = indexEdition(edition);
  const questionnaireOf = (id: string) => questionById.get(id)?.questionnaire ?? '';
  const answers = Object.entries(carried.given).map(([id, answer]) => ({
    id,
    questionnaire: questionnaireOf(id),
    answer,
    note: worksheet.saved.get(carried.questions[id]?.from[0] ?? '')?.note ?? null,
    request: randomUUID(),
  }));
  await tx.execute(sql`
    insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, note, request_id, actor_name)
    select ${assessmentId}, x.id, 1, x.questionnaire, x.answer, x.note, x.request, ${byName}
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
        x (id text, questionnaire text, answer jsonb, note text, request uuid)`);
  const references = carriedReferences(worksheet, carried).map((one) => ({
    ...one,
    questionnaire: questionnaireOf(one.questionId),
  }));
  await tx.execute(sql`
    insert into junbi.evidence (evidence_id, assessment_id, question_id, questionnaire, title, version_label, dated,
                                owner_role, location, sha256, document_id, covers_from, covers_to, valid_until, actor_name)
    select x."evidenceId", ${assessmentId}, x."questionId", x.questionnaire, x.title, x."versionLabel", x.dated,
           x."ownerRole", x.location, x.sha256, x."documentId", x."coversFrom", x."coversTo", x."validUntil", ${byName}
      from jsonb_to_recordset(${JSON.stringify(references)}::jsonb)
        x ("evidenceId" uuid, "questionId" text, questionnaire text, title text, "versionLabel" text, dated date,
           "ownerRole" text, location text, sha256 text, "documentId" uuid, "coversFrom" date, "coversTo" date, "validUntil" date)`);
}

/** With new ids; what named one document names one document again, once beside each answer. */
function carriedReferences({ evidence }: Worksheet, carried: Carried) {
  const firsts = new Map<string, string>();
  const standing = new Set<string>();
  return [...evidence].flatMap(([from, list]) =>
    targetsOf(carried, from).flatMap((questionId) =>
      list.flatMap((one) => {
        // Two questions that named it were merged.
        const place = `${one.documentId} ${questionId}`;
        if (standing.has(place)) return [];
        standing.add(place);
        const evidenceId = randomUUID();
        const documentId = firsts.get(one.documentId) ?? null;
        if (documentId === null) firsts.set(one.documentId, evidenceId);
        return [{ ...one, evidenceId, questionId, documentId }];
      }),
    ),
  );
}

/** References go where their answer went, or where it waits to be confirmed. */
function targetsOf({ questions }: Carried, from: string): string[] {
  return Object.entries(questions).flatMap(([id, one]) => {
    const isKept = one.rule !== 'split' && one.rule !== 'new';
    return isKept && one.from.includes(from) ? [id] : [];
  });
}

export type CarryUndone =
  | { ok: true; assessmentId: string }
  | { ok: false; reason: 'stands'; state: State }
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'signed' };

/** Takes a carrying back before anybody signs: the old assessment goes on where it was. */
export async function undoCarrying(
  tx: CompanyTx,
  given: { assessmentId: string; byName: string },
): Promise<CarryUndone> {
  return keepingSummaries(tx, () => undo(tx, given));
}

async function undo(
  tx: CompanyTx,
  { assessmentId, byName }: Parameters<typeof undoCarrying>[1],
): Promise<CarryUndone> {
  const from = await carriedFrom(tx, assessmentId);
  if (!from) return { ok: false, reason: 'not-found' };
  await tx.execute(lockOf(from.assessmentId));
  const [old = null] = await rows(tx, standing, standingOf(from.assessmentId));
  await tx.execute(lockOf(assessmentId));
  const [stands = null] = await rows(tx, standing, standingOf(assessmentId));
  if (!old || !stands) return { ok: false, reason: 'not-found' };
  if (!stands.may_write || !['owner', 'preparer'].includes(stands.role)) {
    await recordRefusal(tx, 'assessment.carry-undone', `assessment/${assessmentId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (stands.state === 'undone') return { ok: true, assessmentId: from.assessmentId };
  if (stands.was_signed) return { ok: false, reason: 'signed' };
  if (stands.state !== 'open') return { ok: false, reason: 'stands', state: stands.state };
  await tx.execute(
    stateRow({ assessmentId, state: 'undone', version: stands.version + 1, reason: null, byName }),
  );
  if (old.state === 'carried')
    await tx.execute(
      stateRow({
        assessmentId: from.assessmentId,
        state: 'uncarried',
        version: old.version + 1,
        reason: null,
        byName,
      }),
    );
  await record(tx, 'assessment.carry-undone', {
    target: `assessment/${assessmentId}`,
    fields: { from: from.assessmentId },
    sealed: {},
  });
  return { ok: true, assessmentId: from.assessmentId };
}

export interface CarriedFrom {
  assessmentId: string;
  byName: string;
  at: Date;
}

/** From which assessment this one goes on; null where it began by itself, or for who sees only a part. */
export async function carriedFrom(
  tx: CompanyTx,
  assessmentId: string,
): Promise<CarriedFrom | null> {
  const [found] = await tx
    .select({
      assessmentId: carrying.fromAssessmentId,
      byName: carrying.actorName,
      at: carrying.at,
    })
    .from(carrying)
    .where(eq(carrying.assessmentId, assessmentId));
  return found ?? null;
}

/** The assessment that goes on from this one and was not undone. */
export async function carriedTo(tx: CompanyTx, fromAssessmentId: string): Promise<string | null> {
  const [found] = await tx
    .select({ assessmentId: carrying.assessmentId })
    .from(carrying)
    .innerJoin(
      assessment,
      and(
        eq(assessment.companyId, carrying.companyId),
        eq(assessment.assessmentId, carrying.assessmentId),
        ne(assessment.state, 'undone'),
      ),
    )
    .where(eq(carrying.fromAssessmentId, fromAssessmentId));
  return found?.assessmentId ?? null;
}
