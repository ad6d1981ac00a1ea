import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import {
  FILTERS,
  listProgress,
  nextUnanswered,
  passes,
  questionList,
  type ListedQuestion,
} from '#assessments/question-list.ts';
import { referencesIn, type Worksheet } from '#db/worksheets.ts';

export function listedQuestions(sheet: Worksheet): ListedQuestion[] {
  const { edition, assessment, facts, answers, day } = sheet;
  return questionList(
    indexEdition(edition),
    { mode: assessment.mode, facts, answers },
    { references: referencesIn(sheet), day },
  );
}

/** What stands round every answering page: progress, filters with counts, domains with n/m. */
export function frameView(
  { edition, assessment }: Pick<Worksheet, 'edition' | 'assessment'>,
  list: readonly ListedQuestion[],
  language: Language,
) {
  return {
    state: assessment.state,
    ...listProgress(list),
    resume: nextUnanswered(list, null),
    filters: FILTERS.map((filter) => ({
      filter,
      count: list.filter((question) => passes(filter, question)).length,
    })),
    domains: edition.gapModel.document.domains.flatMap(({ id, title }) => {
      const { answered, asked } = listProgress(list.filter(({ domain }) => domain === id));
      return asked === 0 ? [] : [{ id, title: title[language], answered, asked }];
    }),
  };
}
export type FrameView = ReturnType<typeof frameView>;
