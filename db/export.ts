import { createHash } from 'node:crypto';
import type { AuditChain } from '#assessments/audit-chain.ts';
import type { PublicKey } from '#assessments/audit-anchor.ts';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { record, recordRefusal } from './audit.ts';
import { readChain } from './audit-log.ts';
import { getCompany } from './companies.ts';
import { listEngagements } from './engagements.ts';
import { companyExportSchema, type CompanyExport } from './export-file.ts';
import { listMembers } from './members.ts';
import { listJoinedAssociations } from './participation.ts';
import { answerEvent, assessment, pastScope } from './schema/assessment.ts';
import { assessmentState, carrying, signedResult } from './schema/assessment-state.ts';
import { profileVersion, supportFactsVersion } from './schema/company.ts';
import { evidence, evidenceWithdrawal } from './schema/evidence.ts';
import { plan, planItemEvent, scenario } from './schema/plan.ts';
import { reviewDate } from './schema/review-date.ts';
import { comment, commentSettlement, sectionTask } from './schema/working-together.ts';
import type { CompanyTx } from './tenant.ts';

export type Exported =
  | { ok: true; data: CompanyExport; chain: AuditChain }
  /** Not an owner who has just confirmed. */
  | { ok: false; reason: 'not-allowed' };

/**
 * Everything of the company with its access log, whose last entry is this export: it holds the number of
 * rows and the SHA-256 of the data as canonical JSON.
 */
export async function exportCompany(tx: CompanyTx, keys: readonly PublicKey[]): Promise<Exported> {
  if (!(await readChain(tx, keys))) {
    await recordRefusal(tx, 'export.made', 'company/export');
    return { ok: false, reason: 'not-allowed' };
  }
  const data = await readAll(tx);
  await record(tx, 'export.made', {
    target: 'company/export',
    fields: { rows: rowsIn(data), sha256: hashOf(data) },
    sealed: {},
  });
  const chain = await readChain(tx, keys);
  if (!chain) throw new Error('The chain was there a moment ago.');
  return { ok: true, data, chain };
}

export const hashOf = (data: CompanyExport): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex');

/** The company itself and every row of every list. */
export const rowsIn = (data: CompanyExport): number =>
  Object.values(data).reduce((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 1);

async function readAll(tx: CompanyTx): Promise<CompanyExport> {
  const company = await getCompany(tx);
  const profiles = await tx.select().from(profileVersion).orderBy(profileVersion.version);
  const supportFacts = await tx
    .select()
    .from(supportFactsVersion)
    .orderBy(supportFactsVersion.version);
  const assessments = await tx
    .select()
    .from(assessment)
    .orderBy(assessment.createdAt, assessment.assessmentId);
  const pastScopes = await tx
    .select()
    .from(pastScope)
    .orderBy(pastScope.assessmentId, pastScope.version);
  const answers = await tx
    .select()
    .from(answerEvent)
    .orderBy(answerEvent.assessmentId, answerEvent.questionId, answerEvent.version);
  const noted = await tx.select().from(evidence).orderBy(evidence.at, evidence.evidenceId);
  const withdrawals = await tx
    .select()
    .from(evidenceWithdrawal)
    .orderBy(evidenceWithdrawal.at, evidenceWithdrawal.evidenceId);
  const scenarios = await tx.select().from(scenario).orderBy(scenario.at, scenario.scenarioId);
  const plans = await tx.select().from(plan).orderBy(plan.at, plan.planId);
  const planItems = await tx
    .select()
    .from(planItemEvent)
    .orderBy(planItemEvent.planId, planItemEvent.actionId, planItemEvent.version);
  const sectionTasks = await tx
    .select()
    .from(sectionTask)
    .orderBy(sectionTask.assessmentId, sectionTask.section, sectionTask.version);
  const reviewDates = await tx
    .select()
    .from(reviewDate)
    .orderBy(reviewDate.assessmentId, reviewDate.version);
  const comments = await tx.select().from(comment).orderBy(comment.at, comment.commentId);
  const commentSettlements = await tx
    .select()
    .from(commentSettlement)
    .orderBy(commentSettlement.at, commentSettlement.commentId);
  const carryings = await tx.select().from(carrying).orderBy(carrying.at, carrying.assessmentId);
  const states = await tx
    .select()
    .from(assessmentState)
    .orderBy(assessmentState.at, assessmentState.assessmentId, assessmentState.version);
  const signedResults = await tx
    .select()
    .from(signedResult)
    .orderBy(signedResult.at, signedResult.resultId);
  const engagements = await listEngagements(tx);
  return companyExportSchema.parse({
    format: 'junbi-export-1',
    company: { ...company, createdAt: company.createdAt.toISOString() },
    profiles: profiles.map(plain),
    supportFacts: supportFacts.map(plain),
    assessments: assessments.map(plain),
    pastScopes: pastScopes.map(plain),
    answers: answers.map(plain),
    evidence: noted.map(plain),
    withdrawals: withdrawals.map(plain),
    scenarios: scenarios.map(plain),
    plans: plans.map(plain),
    planItems: planItems.map(plain),
    sectionTasks: sectionTasks.map(plain),
    reviewDates: reviewDates.map(plain),
    comments: comments.map(plain),
    commentSettlements: commentSettlements.map(plain),
    carryings: carryings.map(plain),
    states: states.map(plain),
    signedResults: signedResults.map(plain),
    members: (await listMembers(tx)).map(plain),
    engagements: engagements.map(plain),
    associations: (await listJoinedAssociations(tx)).map(plain),
  });
}

const OF_THIS_INSTANCE = new Set([
  'restsOn',
  'companyId',
  'actor',
  'createdBy',
  'accountId',
  'people',
  'owner',
  'mentions',
]);

/**
 * A row without its company, without ids of accounts, which say nothing elsewhere, and without the people
 * whom an engagement lets in today, which is the consultancy's own affair.
 */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !OF_THIS_INSTANCE.has(name))
      .map(([name, value]) => [
        name === 'actorName' ? 'byName' : name,
        value instanceof Date ? value.toISOString() : value,
      ]),
  );
}
