import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { fingerprintOfFrozen, frozenSchema, type Frozen } from '#assessments/frozen-result.ts';
import { progress } from '#assessments/journey.ts';
import { codeOf } from '#assessments/question-id.ts';
import { changesSince, type SignedChange } from '#assessments/signed-changes.ts';
import { answerSchema } from '#assessments/answer.ts';
import { carriedTo } from '#db/carrying.ts';
import { readReviewDate, type ReviewDate } from '#db/review-dates.ts';
import { listStates, type Moved } from '#db/assessment-states.ts';
import { frozenOf, listSignedResults, type SignedResult } from '#db/signed-results.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { isAnswered, readWorksheet, type Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { signOff } from '../messages/sign-off.ts';
import { listText, momentText, withBrackets } from '../print.ts';
import { pointsView } from './answering-points.server.ts';
import { answerWord } from './answering-words.server.ts';
import { reviewView } from './review.server.ts';

export interface SignOff {
  worksheet: Worksheet;
  states: Moved[];
  results: SignedResult[];
  date: ReviewDate | null;
  /** The assessment that goes on from this one. */
  next: string | null;
}

/** Null where there is no such assessment. */
export async function readSignOff(tx: CompanyTx, assessmentId: string): Promise<SignOff | null> {
  const worksheet = await readWorksheet(tx, assessmentId);
  if (!worksheet) return null;
  const [states, results, date, next] = await Promise.all([
    listStates(tx, assessmentId),
    listSignedResults(tx, assessmentId),
    readReviewDate(tx, assessmentId),
    carriedTo(tx, assessmentId),
  ]);
  return { worksheet, states, results, date, next };
}

export function signOffView(found: SignOff, language: Language) {
  const { worksheet, states, results, date, next } = found;
  const { assessment, edition, facts, answers, part } = worksheet;
  const index = indexEdition(edition);
  const open = progress(index, assessment.mode, facts, answers);
  const [newest] = results;
  const frozen = frozenOf(worksheet);
  const signed = newest ? parsed(newest) : null;
  return {
    state:
      assessment.state === 'open' && !isAnswered(worksheet) ? ('draft' as const) : assessment.state,
    isWhole: part.isWhole,
    unanswered: open.unanswered.length,
    unknown: open.unknown.length,
    points: pointsView(worksheet, language),
    review: reviewView(
      { state: assessment.state, date, next, signedAt: newest?.at ?? null },
      language,
    ),
    submittedBy: states[0]?.state === 'submitted' ? states[0].actor : null,
    fingerprint: part.isWhole ? fingerprintOfFrozen(frozen) : null,
    results: results.map((one) => {
      const { prepared, declared } = parsed(one);
      return {
        id: one.resultId,
        at: momentText(one.at.toISOString(), language),
        prepared: prepared.name,
        declared: declared.name,
        key: one.keyId,
      };
    }),
    // What is signed right now is what stands: there is nothing to compare until it is opened again.
    changed:
      signed && assessment.state !== 'approved'
        ? changesSince(signed, frozen).map((one) => changeView(one, worksheet, language))
        : null,
    history: states.map(({ version, state, reason, byName, at }) => ({
      version,
      state,
      reason,
      byName,
      at: momentText(at.toISOString(), language),
    })),
  };
}

const parsed = ({ body }: SignedResult): Frozen => frozenSchema.parse(JSON.parse(body));

function changeView(
  { kind, id, was, is }: SignedChange,
  { edition }: Worksheet,
  language: Language,
) {
  const { none } = signOff[language];
  const index = indexEdition(edition);
  const text = (value: unknown): string => {
    if (value === null) return none;
    if (kind === 'answer') return answerWord(answerSchema.parse(value), language);
    if (kind === 'evidence') return withQuestions(value, language);
    if (Array.isArray(value)) return value.join(' ') || none;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const fact = edition.profile.document.facts.find((one) => one.id === id);
  const what = {
    answer: `${codeOf(id)} ${pick(index.questionById.get(id)?.question.text ?? { ja: '', en: '' }, language)}`,
    fact: fact ? pick(fact.title, language) : id,
    scope: id,
    edition: id,
    evidence: titleOf(was ?? is),
  }[kind];
  return { kind, id, what, was: text(was), is: text(is) };
}

/** A document by its title, with the questions that name it: these are what may have changed. */
function withQuestions(value: unknown, language: Language): string {
  const ids =
    typeof value === 'object' &&
    value !== null &&
    'questions' in value &&
    Array.isArray(value.questions)
      ? value.questions.map(String)
      : [];
  return ids.length === 0
    ? titleOf(value)
    : withBrackets(titleOf(value), listText(ids.map(codeOf), language), language);
}

function titleOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'title' in value ? String(value.title) : '';
}
