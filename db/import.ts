import { sql } from 'drizzle-orm';
import { checkFreeText } from '#assessments/free-text.ts';
import type { Edition } from '#assessments/edition.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { withOverlays } from '#assessments/overlaid.ts';
import { record } from './audit.ts';
import { readEdition } from './content.ts';
import { WRITTEN_OF_DOCUMENT } from './evidence.ts';
import { hashOf, rowsIn } from './export.ts';
import type { CompanyExport } from './export-file.ts';
import { company } from './schema/company.ts';
import type { CompanyTx } from './tenant.ts';

export type Imported =
  | { ok: true }
  /** Sentences: what of the file may not be kept, or does not fit the published editions. */
  | { ok: false; reason: 'refused'; problems: string[] };

/**
 * Writes an export into the company that `withNewCompany` has just registered. Names and times stay those
 * of the export; the author of every row is the person who imports. Refused, nothing is written.
 */
export async function importCompany(tx: CompanyTx, data: CompanyExport): Promise<Imported> {
  const problems = await problemsOf(tx, data);
  if (problems.length > 0) return { ok: false, reason: 'refused', problems };
  const { name, createdByName, createdAt } = data.company;
  await tx.insert(company).values({ name, createdByName, createdAt: new Date(createdAt) });
  await tx.execute(sql`
    insert into junbi.profile_version (version, facts, request_id, actor_name, at)
    select version, facts, "requestId", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.profiles)}::jsonb)
        x (version int, facts jsonb, "requestId" uuid, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.support_facts_version (version, facts, request_id, actor_name, at)
    select version, facts, "requestId", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.supportFacts)}::jsonb)
        x (version int, facts jsonb, "requestId" uuid, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.assessment (assessment_id, edition_id, mode, stage, title, overlays, version, created_by_name, created_at)
    select "assessmentId", "editionId", mode, stage, title, overlays, version, "createdByName", "createdAt"
      from jsonb_to_recordset(${JSON.stringify(data.assessments)}::jsonb)
        x ("assessmentId" uuid, "editionId" text, mode text, stage text, title text, overlays text[], version int,
           "createdByName" text, "createdAt" timestamptz)`);
  await tx.execute(sql`
    insert into junbi.past_scope (assessment_id, version, mode, stage, overlays, until)
    select "assessmentId", version, mode, stage, overlays, until
      from jsonb_to_recordset(${JSON.stringify(data.pastScopes)}::jsonb)
        x ("assessmentId" uuid, version int, mode text, stage text, overlays text[], until timestamptz)`);
  await tx.execute(sql`
    insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, note, request_id, actor_name, at)
    select "assessmentId", "questionId", version, questionnaire, answer, note, "requestId", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.answers)}::jsonb)
        x ("assessmentId" uuid, "questionId" text, version int, questionnaire text, answer jsonb, note text,
           "requestId" uuid, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.evidence (evidence_id, assessment_id, question_id, questionnaire, title, version_label,
                                dated, owner_role, location, sha256, document_id, covers_from, covers_to, valid_until, actor_name, at)
    select "evidenceId", "assessmentId", "questionId", questionnaire, title, "versionLabel", dated,
           "ownerRole", location, sha256, "documentId", "coversFrom", "coversTo", "validUntil", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.evidence)}::jsonb)
        x ("evidenceId" uuid, "assessmentId" uuid, "questionId" text, questionnaire text, title text,
           "versionLabel" text, dated date, "ownerRole" text, location text, sha256 text, "documentId" uuid, "coversFrom" date,
           "coversTo" date, "validUntil" date, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.evidence_withdrawal (evidence_id, questionnaire, actor_name, at)
    select "evidenceId", questionnaire, "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.withdrawals)}::jsonb)
        x ("evidenceId" uuid, questionnaire text, "byName" text, at timestamptz)`);
  await importPlans(tx, data);
  await importTogether(tx, data);
  await importStates(tx, data);
  await record(tx, 'company.imported', {
    target: 'company/import',
    fields: { rows: rowsIn(data), sha256: hashOf(data) },
    sealed: { name },
  });
  return { ok: true };
}

/** They rest on the whole of their assessments, which the importer has in full. */
async function importPlans(tx: CompanyTx, data: CompanyExport): Promise<void> {
  await tx.execute(sql`
    insert into junbi.scenario (scenario_id, assessment_id, rests_on, name, wish, actor_name, at)
    select "scenarioId", "assessmentId", ctx.reach(), name, wish, "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.scenarios)}::jsonb)
        x ("scenarioId" uuid, "assessmentId" uuid, name text, wish jsonb, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.plan (plan_id, assessment_id, rests_on, name, wish, answer, today, actor_name, at)
    select "planId", "assessmentId", ctx.reach(), name, wish, answer, today, "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.plans)}::jsonb)
        x ("planId" uuid, "assessmentId" uuid, name text, wish jsonb, answer jsonb, today date,
           "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.plan_item_event (plan_id, action_id, version, rests_on, state, owner_role, due_on,
                                       evidence_id, reason, request_id, actor_name, at)
    select "planId", "actionId", version, ctx.reach(), state, "ownerRole", "dueOn", "evidenceId", reason,
           "requestId", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.planItems)}::jsonb)
        x ("planId" uuid, "actionId" text, version int, state text, "ownerRole" text, "dueOn" date,
           "evidenceId" uuid, reason text, "requestId" uuid, "byName" text, at timestamptz)`);
}

/** Of people the names alone came along. */
async function importTogether(tx: CompanyTx, data: CompanyExport): Promise<void> {
  await tx.execute(sql`
    insert into junbi.section_task (assessment_id, section, version, rests_on, owner_name, due_on, actor_name, at)
    select "assessmentId", section, version, ctx.reach(), "ownerName", "dueOn", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.sectionTasks)}::jsonb)
        x ("assessmentId" uuid, section text, version int, "ownerName" text, "dueOn" date, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.review_date (assessment_id, version, due_on, actor_name, at)
    select "assessmentId", version, "dueOn", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.reviewDates)}::jsonb)
        x ("assessmentId" uuid, version int, "dueOn" date, "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.comment (comment_id, assessment_id, question_id, rests_on, body, mentioned_names, actor_name, at)
    select "commentId", "assessmentId", "questionId", ctx.reach(), body, "mentionedNames", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.comments)}::jsonb)
        x ("commentId" uuid, "assessmentId" uuid, "questionId" text, body text, "mentionedNames" text[], "byName" text, at timestamptz)`);
  await tx.execute(sql`
    insert into junbi.comment_settlement (comment_id, rests_on, actor_name, at)
    select "commentId", ctx.reach(), "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.commentSettlements)}::jsonb)
        x ("commentId" uuid, "byName" text, at timestamptz)`);
}

/** Last: what is locked by its states takes nothing more. Each row moves its assessment on (0013). */
async function importStates(tx: CompanyTx, data: CompanyExport): Promise<void> {
  await tx.execute(sql`
    insert into junbi.carrying (assessment_id, from_assessment_id, rests_on, actor_name, at)
    select "assessmentId", "fromAssessmentId", ctx.reach(), "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.carryings)}::jsonb)
        x ("assessmentId" uuid, "fromAssessmentId" uuid, "byName" text, at timestamptz)`);
  for (const { assessmentId, version, state, reason, byName, at } of data.states)
    await tx.execute(sql`
      insert into junbi.assessment_state (assessment_id, version, state, reason, actor_name, at)
      values (${assessmentId}, ${version}, ${state}, ${reason}, ${byName}, ${at}::timestamptz)`);
  await tx.execute(sql`
    insert into junbi.signed_result (result_id, assessment_id, version, rests_on, body, signature, key_id, public_key, actor_name, at)
    select "resultId", "assessmentId", version, ctx.reach(), body, signature, "keyId", "publicKey", "byName", at
      from jsonb_to_recordset(${JSON.stringify(data.signedResults)}::jsonb)
        x ("resultId" uuid, "assessmentId" uuid, version int, body text, signature text, "keyId" text, "publicKey" text,
           "byName" text, at timestamptz)`);
}

const MOST_PROBLEMS = 20;
/** What is not written of a document that is named by its date alone. */
const NOT_DATE_ONLY = ['versionLabel', 'coversFrom', 'coversTo', 'validUntil'] as const;

async function problemsOf(tx: CompanyTx, data: CompanyExport): Promise<string[]> {
  const problems: string[] = [];
  const editions = new Map<string, Edition>();
  for (const { assessmentId, editionId, overlays } of data.assessments) {
    const edition = await readEdition(tx, editionId);
    if (edition) editions.set(assessmentId, withOverlays(edition, overlays));
    else problems.push(`Edition ${editionId} is not published here.`);
  }
  for (const { assessmentId, questionId, questionnaire } of [...data.answers, ...data.evidence]) {
    const edition = editions.get(assessmentId);
    if (edition && !isAsked(edition, questionnaire, questionId))
      problems.push(`Question ${questionId} is not in ${questionnaire} of edition ${edition.id}.`);
  }
  const byId = new Map(data.evidence.map((one) => [one.evidenceId, one]));
  for (const { documentId, ...one } of data.evidence)
    if (documentId !== null && !isSameDocument(one, byId.get(documentId)))
      problems.push(`Evidence of ${one.questionId} names a document that says something else.`);
  for (const { questionId, coversFrom, coversTo } of data.evidence)
    if (coversFrom !== null && coversTo !== null && coversFrom > coversTo)
      problems.push(`Evidence of ${questionId} covers a period that ends before it begins.`);
  for (const { assessmentId, ...one } of data.evidence) {
    const edition = editions.get(assessmentId);
    if (edition && !mayBeNoted(edition, one))
      problems.push(`Evidence of ${one.questionId} may name a listed document and its date alone.`);
  }
  data.assessments.forEach(({ assessmentId, version }, at) => {
    const past = data.pastScopes.filter((one) => one.assessmentId === assessmentId);
    const versions = new Set(past.map((one) => one.version));
    if (versions.size < past.length || past.some((one) => one.version >= version))
      problems.push(
        `The earlier scopes of assessment ${at + 1} do not lead to the one that it has.`,
      );
  });
  for (const [where, text] of freeTexts(data, editions))
    if (!checkFreeText(text).ok)
      problems.push(`${where}: the text holds what may not be kept (a marking, a person’s data).`);
  return [...new Set(problems)].slice(0, MOST_PROBLEMS);
}

type Noted = CompanyExport['evidence'][number];

/** Rows that name one document repeat what is written of it, and point to the first of them. */
function isSameDocument(use: Omit<Noted, 'documentId'>, first: Noted | undefined): boolean {
  return (
    first?.documentId === null &&
    use.assessmentId === first.assessmentId &&
    WRITTEN_OF_DOCUMENT.every((part) => use[part] === first[part])
  );
}

/** Beside some questions no words of one’s own stand, and nothing but the date (never.md N4). */
function mayBeNoted(edition: Edition, one: Omit<Noted, 'assessmentId'>): boolean {
  const index = indexEdition(edition);
  const entry = index.questionById.get(one.questionId);
  if (!entry || takesOwnWords(index, entry)) return true;
  const listed = entry.question.evidence.some(({ ja, en }) => one.title === ja || one.title === en);
  return listed && NOT_DATE_ONLY.every((part) => one[part] === null);
}

function isAsked(edition: Edition, questionnaire: string, questionId: string): boolean {
  const asked = edition.questionnaires.find(({ document }) => document.id === questionnaire);
  return asked?.document.questions.some(({ id }) => id === questionId) ?? false;
}

/** Every text that a person wrote; titles of evidence that a question offers are not theirs. */
function freeTexts(data: CompanyExport, editions: ReadonlyMap<string, Edition>) {
  const offered = new Set(
    [...editions.values()].flatMap((edition) =>
      edition.questionnaires.flatMap(({ document }) =>
        document.questions.flatMap(({ evidence }) => evidence.flatMap(({ ja, en }) => [ja, en])),
      ),
    ),
  );
  const texts: [string, string | null][] = [
    ['The name of the company', data.company.name],
    ...data.assessments.map(({ title }, at): [string, string] => [`Assessment ${at + 1}`, title]),
    ...data.answers.flatMap(({ questionId, version, answer, note }): [string, string | null][] => [
      [`The note on ${questionId}, version ${version}`, note],
      [
        `The reason on ${questionId}, version ${version}`,
        'notApplicable' in answer ? answer.notApplicable : null,
      ],
    ]),
    ...data.scenarios.map(({ name }, at): [string, string] => [`Scenario ${at + 1}`, name]),
    ...data.plans.map(({ name }, at): [string, string] => [`Plan ${at + 1}`, name]),
    ...data.planItems.map(({ actionId, version, reason }): [string, string | null] => [
      `The reason on ${actionId}, version ${version}`,
      reason,
    ]),
    ...data.comments.map(({ questionId, body }): [string, string] => [
      `A comment on ${questionId}`,
      body,
    ]),
    ...data.states.map(({ state, reason }, at): [string, string | null] => [
      `The reason of state ${at + 1} (${state})`,
      reason,
    ]),
    ...data.evidence.flatMap(({ questionId, title, versionLabel }): [string, string | null][] => [
      [`Evidence of ${questionId}`, offered.has(title) ? null : title],
      [`The version of evidence of ${questionId}`, versionLabel],
    ]),
  ];
  return texts.filter((one): one is [string, string] => one[1] !== null);
}
