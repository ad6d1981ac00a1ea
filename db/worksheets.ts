import type { Answer } from '#assessments/answer.ts';
import type { Edition } from '#assessments/edition.ts';
import { shownOn, type References } from '#assessments/evidence-validity.ts';
import type { Facts } from '#assessments/fact.ts';
import { dayInJapan, endOfDay } from '#assessments/japanese-day.ts';
import type { Day } from '#assessments/plan/calendar.ts';
import { currentAnswers, type CurrentAnswer } from './answers.ts';
import {
  getAssessment,
  getAssessmentBefore,
  listAssessments,
  type Assessment,
} from './assessments.ts';
import { getCompany, type Company } from './companies.ts';
import { readEditionOf, readNewestEdition } from './content.ts';
import { listEvidence, type ListedEvidence } from './evidence.ts';
import { partOf, readReach, type Part } from './part.ts';
import { currentProfile, type Profile } from './profiles.ts';
import type { CompanyTx } from './tenant.ts';

/** All that stands of one assessment now: what the engine takes, and who said it when. */
export interface Worksheet {
  company: Company;
  assessment: Assessment;
  /** As far as this capability goes; `part` says how far. */
  edition: Edition;
  part: Pick<Part, 'sections' | 'isWhole'>;
  /** The day by which documents are held current, in Japan: today, or the day that was asked for. */
  day: Day;
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

/** The last days of the documents that each question names. */
export const referencesIn = ({ evidence }: Pick<Worksheet, 'evidence'>): References =>
  new Map([...evidence].map(([id, list]) => [id, list.map(({ validUntil }) => validUntil)]));

/** The questions that name a document which still holds. */
export const shownBy = (worksheet: Pick<Worksheet, 'evidence' | 'day'>): ReadonlySet<string> =>
  shownOn(worksheet.day, referencesIn(worksheet));

/** Whether anything is answered in it. */
export const isAnswered = ({ answers }: Worksheet): boolean => Object.keys(answers).length > 0;

/**
 * Null where the company has no such assessment, or had none then. `asOf`: as everything stood when that day
 * was over in Japan.
 */
export async function readWorksheet(
  tx: CompanyTx,
  assessmentId: string,
  asOf?: Day,
): Promise<Worksheet | null> {
  const before = asOf === undefined ? undefined : endOfDay(asOf);
  // One round trip: none of the statements needs another's answer.
  const [assessment, whole, reach, company, profile, rows, references] = await Promise.all([
    before ? getAssessmentBefore(tx, assessmentId, before) : getAssessment(tx, assessmentId),
    readEditionOf(tx, assessmentId, before),
    readReach(tx),
    getCompany(tx),
    currentProfile(tx, before),
    currentAnswers(tx, assessmentId, before),
    listEvidence(tx, { assessmentId, before }),
  ]);
  if (!assessment || (before && assessment.createdAt >= before)) return null;
  if (!whole) throw new Error(`Edition ${assessment.editionId} of an assessment is not published.`);
  const { edition, ...part } = partOf(whole, reach);
  const evidence = new Map<string, ListedEvidence[]>();
  for (const one of references) {
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
    part,
    day: asOf ?? dayInJapan(new Date()),
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
  const [company, assessments] = await Promise.all([getCompany(tx), listAssessments(tx)]);
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
  const [profile, assessments, edition] = await Promise.all([
    currentProfile(tx),
    listAssessments(tx),
    readNewestEdition(tx),
  ]);
  return { edition, profile, hasAssessment: assessments.length > 0 };
}
