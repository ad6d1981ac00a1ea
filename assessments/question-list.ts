import type { Answer, Answers } from './answer.ts';
import type { EditionIndex, IndexedQuestion } from './edition-index.ts';
import { shownOn, validityOn, type References, type Validity } from './evidence-validity.ts';
import type { Facts } from './fact.ts';
import { journey } from './journey.ts';
import type { Kleene } from './kleene.ts';
import type { Day } from './plan/calendar.ts';
import { domainOf } from './question-id.ts';
import type { Mode } from './questionnaire.ts';

export const FILTERS = [
  'all',
  'unanswered',
  'unknown',
  'not-applicable',
  'no-evidence',
  'ending-evidence',
  'hidden',
] as const;
export type Filter = (typeof FILTERS)[number];

export type QuestionState = 'hidden' | 'unanswered' | 'unknown' | 'not-applicable' | 'level';

/** A question that the mode asks, and where it stands. */
export interface ListedQuestion {
  id: string;
  entry: IndexedQuestion;
  domain: string;
  shown: Kleene;
  answer: Answer | null;
  state: QuestionState;
  /** It claims practice (level 3 or 4) and names no document that holds. */
  lacksEvidence: boolean;
  /** Of the documents that it names, how the first to end stands. */
  documents: Validity;
}

/** The questions that the mode asks, in order, each with its state. */
export function questionList(
  index: EditionIndex,
  given: { mode: Mode; facts: Facts; answers: Answers },
  { references, day }: { references: References; day: Day },
): ListedQuestion[] {
  const shown = shownOn(day, references);
  return journey(index, given.mode, given.facts).map(({ entry, shown: isShown }) => {
    const answer = given.answers[entry.id] ?? null;
    const state = isShown === false ? 'hidden' : stateOf(answer);
    const claims = state === 'level' && answer !== null && 'level' in answer && answer.level >= 3;
    return {
      id: entry.id,
      entry,
      domain: domainOf(entry.id),
      shown: isShown,
      answer,
      state,
      lacksEvidence: claims && !shown.has(entry.id),
      documents: firstToEnd(day, references.get(entry.id) ?? []),
    };
  });
}

function firstToEnd(day: Day, untils: readonly (Day | null)[]): Validity {
  const all = new Set(untils.map((until) => validityOn(day, until)));
  return (['expired', 'ending'] as const).find((one) => all.has(one)) ?? 'current';
}

function stateOf(answer: Answer | null): QuestionState {
  if (answer === null) return 'unanswered';
  if ('unknown' in answer) return 'unknown';
  return 'notApplicable' in answer ? 'not-applicable' : 'level';
}

/** Whether a filter lists a question; hidden questions stand in their own filter alone. */
export function passes(filter: Filter, question: ListedQuestion): boolean {
  if (filter === 'hidden') return question.state === 'hidden';
  if (question.state === 'hidden') return false;
  if (filter === 'all') return true;
  if (filter === 'no-evidence') return question.lacksEvidence;
  if (filter === 'ending-evidence') return question.documents !== 'current';
  return question.state === filter;
}

export interface ListProgress {
  /** Shown questions with any answer, わからない included. */
  answered: number;
  asked: number;
  /** About what the unanswered ones take. */
  minutesLeft: number;
}

export function listProgress(list: readonly ListedQuestion[]): ListProgress {
  const asked = list.filter((question) => passes('all', question));
  const open = asked.filter((question) => question.state === 'unanswered');
  return {
    answered: asked.length - open.length,
    asked: asked.length,
    minutesLeft: open.reduce((sum, { entry }) => sum + entry.question.minutes, 0),
  };
}

/** The first unanswered question after this one, from the top again at the end; never itself. */
export function nextUnanswered(
  list: readonly ListedQuestion[],
  after: string | null,
): string | null {
  const open = list.filter(({ state, id }) => state === 'unanswered' && id !== after);
  const later = after === null ? undefined : open.find(({ id }) => id > after);
  return (later ?? open[0])?.id ?? null;
}

/** The shown questions just before and after. */
export function neighbours(
  list: readonly ListedQuestion[],
  id: string,
): { previous: string | null; next: string | null } {
  const shown = list.filter((question) => passes('all', question));
  return {
    previous: shown.findLast((question) => question.id < id)?.id ?? null,
    next: shown.find((question) => question.id > id)?.id ?? null,
  };
}
