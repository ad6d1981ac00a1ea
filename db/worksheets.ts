import type { Answer } from '#assessments/answer.ts';
import type { Edition } from '#assessments/edition.ts';
import type { Facts } from '#assessments/fact.ts';
import { currentAnswers, type CurrentAnswer } from './answers.ts';
import { getAssessment, listAssessments, type Assessment } from './assessments.ts';
import { getCompany, type Company } from './companies.ts';
import { readEdition, readNewestEdition } from './content.ts';
import { listEvidence, type ListedEvidence } from './evidence.ts';
import { currentProfile, type Profile } from './profiles.ts';
import type { CompanyTx } from './tenant.ts';

/** All that stands of one assessment now: what the engine takes, and who said it when. */
export interface Worksheet {
  company: Company;
  assessment: Assessment;
  edition: Edition;
  facts: Facts;
  /** Answers for the engine; taken-back ones are absent. */
  answers: Record<string, Answer>;
  /** The saved rows behind them, taken-back ones included. */
  saved: Map<string, CurrentAnswer>;
  /** References that were not withdrawn, by question. */
  evidence: Map<string, ListedEvidence[]>;
  /** The newest moment of any of it; the start of the assessment where nothing was answered. */
  at: Date;
}

/** Null where the company has no such assessment. */
export async function readWorksheet(
  tx: CompanyTx,
  assessmentId: string,
): Promise<Worksheet | null> {
  const assessment = await getAssessment(tx, assessmentId);
  if (!assessment) return null;
  const company = await getCompany(tx);
  const edition = await readEdition(tx, assessment.editionId);
  if (!edition)
    throw new Error(`Edition ${assessment.editionId} of an assessment is not published.`);
  const profile = await currentProfile(tx);
  const rows = await currentAnswers(tx, assessmentId);
  const evidence = new Map<string, ListedEvidence[]>();
  for (const one of await listEvidence(tx, { assessmentId })) {
    if (one.withdrawn !== null) continue;
    const list = evidence.get(one.questionId);
    if (list) list.push(one);
    else evidence.set(one.questionId, [one]);
  }
  const answers: Record<string, Answer> = {};
  let at = assessment.createdAt;
  for (const row of rows) {
    if (!('cleared' in row.answer)) answers[row.questionId] = row.answer;
    if (row.at > at) at = row.at;
  }
  return {
    company,
    assessment,
    edition,
    facts: profile?.facts ?? {},
    answers,
    saved: new Map(rows.map((row) => [row.questionId, row])),
    evidence,
    at: profile && profile.at > at ? profile.at : at,
  };
}

/** The worksheet of the newest assessment, or null where none was started. */
export async function readNewestWorksheet(
  tx: CompanyTx,
): Promise<{ company: Company; assessments: Assessment[]; worksheet: Worksheet | null }> {
  const company = await getCompany(tx);
  const assessments = await listAssessments(tx);
  const [newest] = assessments;
  const worksheet = newest ? await readWorksheet(tx, newest.assessmentId) : null;
  return { company, assessments, worksheet };
}

/** What the company says about itself, and the newest edition, whose facts the form asks. */
export async function readProfileSheet(tx: CompanyTx): Promise<{
  edition: Edition;
  profile: Profile | null;
  hasAssessment: boolean;
}> {
  const profile = await currentProfile(tx);
  const assessments = await listAssessments(tx);
  return { edition: await readNewestEdition(tx), profile, hasAssessment: assessments.length > 0 };
}
