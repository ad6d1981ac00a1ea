import { data } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';
import type { IndexedQuestion } from '#assessments/edition-index.ts';
import type { SavedAnswer } from '#db/answers.ts';
import { typed, type Submitted } from '../forms.ts';
import { answering } from '../messages/answering.ts';
import { givenOf, givenWords, shortMoment } from '../views/answering-words.server.ts';
import type { Given, Outcome, Problems } from './outcome.ts';

function givenIn(submitted: Submitted): Given {
  if (typed(submitted, 'intent') === 'clear') return givenOf(undefined);
  return {
    level: typed(submitted, 'level'),
    reason: typed(submitted, 'reason'),
    note: typed(submitted, 'note'),
  };
}

/** Reason codes become sentences here, in the reader's language. */
export function refused(problems: Problems, submitted: Submitted, language: Language) {
  const words = answering[language].problems;
  const sentences = Object.entries(problems).map(([field, problem]) => [
    ['level', 'reason', 'note'].includes(field) ? field : 'form',
    words[problem] ?? (isCode(problem) ? words['form'] : problem) ?? problem,
  ]);
  return answer({
    ok: false,
    reason: 'refused',
    problems: Object.fromEntries(sentences),
    given: givenIn(submitted),
    base: Number(/^\d{1,9}$/.exec(typed(submitted, 'base'))?.[0] ?? 0),
  });
}

/** A sentence of the free-text guard is finished; zod's own words are not for people. */
function isCode(problem: string): boolean {
  return /^[a-z-]+$/.test(problem) || /^(?:Unrecognized|Invalid)/.test(problem);
}

/** Both answers in words; with a `problem`, the form of the conflict once more. */
export function conflict(
  theirs: SavedAnswer | null,
  { question }: IndexedQuestion,
  submitted: Submitted,
  language: Language,
  problem?: string,
) {
  const given = givenIn(submitted);
  return answer({
    ok: false,
    reason: 'stale',
    ...(problem !== undefined && { problem }),
    conflict: {
      name: theirs?.byName ?? '',
      time: theirs ? shortMoment(theirs.at, language) : '',
      version: theirs?.version ?? 0,
      theirs: givenWords(givenOf(theirs ?? undefined), question, language),
      mine: givenWords(given, question, language),
      given,
    },
  });
}

const STATUS = { refused: 422, stale: 409, 'signed-out': 401, away: 503, gone: 404 } as const;

export function answer(outcome: Outcome) {
  if (outcome.ok) return data(outcome, { status: 200 });
  const isRefused = outcome.reason === 'stale' && outcome.problem !== undefined;
  return data(outcome, { status: isRefused ? STATUS.refused : STATUS[outcome.reason] });
}
