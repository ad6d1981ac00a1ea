import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { FILTERS, passes, type Filter, type ListedQuestion } from '#assessments/question-list.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { answering } from '../messages/answering.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';

/** The longest search that is looked at. */
const QUERY_MAX = 100;

/** The questions that a filter and a search leave. */
export function listView(
  sheet: Worksheet,
  wish: { filter: string | null; query: string | null },
  language: Language,
) {
  const index = indexEdition(sheet.edition);
  const list = listedQuestions(sheet);
  const filter = FILTERS.find((one) => one === wish.filter) ?? 'all';
  const query = (wish.query ?? '').slice(0, QUERY_MAX).trim();
  const titleOf = ({ entry }: ListedQuestion) =>
    entry.question.requirements
      .map((id) => index.requirementById.get(id)?.requirement.title[language] ?? '')
      .join(' ');
  const terms = searchTerms(query);
  const found = list.filter(
    (one) =>
      passes(filter, one) &&
      contains(`${one.id} ${titleOf(one)} ${one.entry.question.text[language]}`, terms),
  );
  return {
    frame: frameView(sheet, list, language),
    filter: filter satisfies Filter,
    query,
    rows: found.map((one) => ({
      id: one.id,
      code: one.entry.question.requirements[0] ?? one.id,
      title: titleOf(one),
      text: one.entry.question.text[language],
      state: stateWords(one, language),
      lacksEvidence: one.lacksEvidence,
      documents: one.documents,
      minutes: one.state === 'unanswered' ? one.entry.question.minutes : null,
    })),
  };
}

function stateWords({ state, answer }: ListedQuestion, language: Language): string {
  const t = answering[language];
  if (state === 'hidden') return t.filters.hidden;
  if (state === 'unanswered') return t.filters.unanswered;
  if (answer === null || !('level' in answer))
    return t.filters[state === 'unknown' ? 'unknown' : 'not-applicable'];
  return `${answer.level} ${t.levels[answer.level] ?? ''}`;
}

/** Words as they are compared: full-width and half-width, upper and lower case are one. */
export function searchTerms(query: string): string[] {
  return folded(query)
    .split(/\s+/)
    .filter((term) => term !== '');
}

export function contains(text: string, terms: readonly string[]): boolean {
  const whole = folded(text);
  return terms.every((term) => whole.includes(term));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
