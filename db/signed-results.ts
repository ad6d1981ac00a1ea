import { desc, eq, sql } from 'drizzle-orm';
import { fingerprintOfFrozen, freeze } from '#assessments/frozen-result.ts';
import type { Stage } from '#assessments/gap-model.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { canonicalJson } from '#assessments/canonical-json.ts';
import type { Mode } from '#assessments/questionnaire.ts';
import { hashOfText, type Signature } from '#assessments/signed-file.ts';
import {
  listStates,
  lockOf,
  refusal,
  standing,
  standingOf,
  stateRow,
  type Moving,
} from './assessment-states.ts';
import { record, recordRefusal } from './audit.ts';
import { eachDocument } from './evidence.ts';
import { rows } from './rows.ts';
import { signedResult } from './schema/assessment-state.ts';
import type { CompanyTx } from './tenant.ts';
import { readWorksheet, type Worksheet } from './worksheets.ts';

export interface SignedResult {
  resultId: string;
  assessmentId: string;
  version: number;
  /** The canonical text that was signed. */
  body: string;
  signature: string;
  keyId: string;
  /** SubjectPublicKeyInfo (DER) in base64. */
  publicKey: string;
  byName: string;
  at: Date;
}

export type Signing =
  | Moving
  /** What would be signed is not what was on the page. */
  | { ok: false; reason: 'changed' };

/** What would be signed of an assessment as it stands now; a document once, with all the answers that name it. */
export function frozenOf(worksheet: Worksheet) {
  const { company, assessment, edition, facts, answers, evidence, day } = worksheet;
  const references = [...evidence.values()].flat();
  const { assessmentId: id, title, overlays, mode, stage } = assessment;
  return freeze({
    company: { id: company.companyId, name: company.name },
    assessment: { id, title, overlays },
    edition,
    said: { mode, stage, facts, answers },
    asOf: day,
    evidence: eachDocument(references).map((one) => ({
      id: one.documentId,
      questions: references
        .filter(({ documentId }) => documentId === one.documentId)
        .map(({ questionId }) => questionId)
        .toSorted(),
      title: one.title,
      version: one.versionLabel,
      dated: one.dated,
      ownerRole: one.ownerRole,
      location: one.location,
      sha256: one.sha256,
      covers: { from: one.coversFrom, to: one.coversTo },
      validUntil: one.validUntil,
    })),
  });
}

/**
 * Freezes a submitted assessment, has it signed and keeps it, all in one transaction. `expected` is the
 * fingerprint of what the declarer saw. For another person than the one who submitted, freshly confirmed.
 */
export async function signAssessment(
  tx: CompanyTx,
  given: {
    resultId: string;
    assessmentId: string;
    expected: string;
    byName: string;
    now: Date;
    sign: (text: string) => Signature;
  },
): Promise<Signing> {
  const { assessmentId, resultId, byName, now } = given;
  const [known] = await tx
    .select(columns)
    .from(signedResult)
    .where(eq(signedResult.resultId, resultId));
  if (known) return { ok: true, version: known.version };
  await tx.execute(lockOf(assessmentId));
  const [stands = null] = await rows(tx, standing, standingOf(assessmentId));
  const worksheet = await readWorksheet(tx, assessmentId);
  const frozen = worksheet && frozenOf({ ...worksheet, day: dayInJapan(now) });
  const refused = refusal('approved', stands);
  if (refused) {
    if (refused.reason !== 'stands' && refused.reason !== 'not-found')
      await recordRefusal(tx, 'assessment.approved', `assessment/${assessmentId}`);
    return refused;
  }
  if (frozen && fingerprintOfFrozen(frozen) !== given.expected)
    return { ok: false, reason: 'changed' };
  const version = (stands?.version ?? 0) + 1;
  await tx.execute(stateRow({ assessmentId, state: 'approved', version, reason: null, byName }));
  const submitted = (await listStates(tx, assessmentId)).find(({ state }) => state === 'submitted');
  if (!frozen || !submitted) throw new Error('What was approved is not there.');
  const body = canonicalJson({
    ...frozen,
    prepared: { name: submitted.byName, at: submitted.at.toISOString() },
    declared: { name: byName, at: now.toISOString() },
  });
  const { signature, keyId, publicKey } = given.sign(body);
  await tx.execute(sql`
    insert into junbi.signed_result (result_id, assessment_id, version, rests_on, body, signature, key_id, public_key, actor_name)
    values (${resultId}, ${assessmentId}, ${version}, ctx.reach(), ${body}, ${signature}, ${keyId}, ${publicKey}, ${byName})`);
  await record(tx, 'assessment.approved', {
    target: `assessment/${assessmentId}`,
    fields: { version, result: resultId, sha256: hashOfText(body), key: keyId },
    sealed: {},
  });
  return { ok: true, version };
}

const columns = {
  resultId: signedResult.resultId,
  assessmentId: signedResult.assessmentId,
  version: signedResult.version,
  body: signedResult.body,
  signature: signedResult.signature,
  keyId: signedResult.keyId,
  publicKey: signedResult.publicKey,
  byName: signedResult.actorName,
  at: signedResult.at,
};

/** The signed results of an assessment, newest first; none for who does not see the whole of it. */
export async function listSignedResults(
  tx: CompanyTx,
  assessmentId: string,
): Promise<SignedResult[]> {
  return tx
    .select(columns)
    .from(signedResult)
    .where(eq(signedResult.assessmentId, assessmentId))
    .orderBy(desc(signedResult.version));
}

/** The newest signed result of any assessment in that mode, judged at that stage. */
export async function newestSignedResult(
  tx: CompanyTx,
  { mode, stage }: { mode: Mode; stage: Stage },
): Promise<SignedResult | null> {
  const judged = sql`${signedResult.body}::jsonb -> 'assessment'`;
  const [found] = await tx
    .select(columns)
    .from(signedResult)
    .where(sql`${judged} ->> 'mode' = ${mode} and ${judged} ->> 'stage' = ${stage}`)
    .orderBy(desc(signedResult.at), desc(signedResult.resultId))
    .limit(1);
  return found ?? null;
}

export async function getSignedResult(
  tx: CompanyTx,
  resultId: string,
): Promise<SignedResult | null> {
  const [found] = await tx
    .select(columns)
    .from(signedResult)
    .where(eq(signedResult.resultId, resultId));
  return found ?? null;
}
