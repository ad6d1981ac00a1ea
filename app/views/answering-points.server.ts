import { contradictionsIn } from '#assessments/contradiction.ts';
import type { Language } from '#assessments/bilingual.ts';
import { codeOf } from '#assessments/question-id.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';

/** Rules that point at answers which hardly go together; those that name one question, where it is given. */
export function pointsView(
  { edition, facts, answers }: Pick<Worksheet, 'edition' | 'facts' | 'answers'>,
  language: Language,
  questionId?: string,
) {
  return contradictionsIn(edition, { answers, facts })
    .filter(({ questions }) => questionId === undefined || questions.includes(questionId))
    .map(({ id, says, look, questions }) => ({
      id,
      says: pick(says, language),
      look: pick(look, language),
      questions: questions.map((question) => ({ id: question, code: codeOf(question) })),
    }));
}
