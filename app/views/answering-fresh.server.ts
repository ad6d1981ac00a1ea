import type { Language } from '#assessments/bilingual.ts';
import { nextUnanswered } from '#assessments/question-list.ts';
import type { SavedAnswer } from '#db/answers.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { historyView } from './answering-history.server.ts';
import { pointsView } from './answering-points.server.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';

/**
 * What an answer changes round its form. It comes with the outcome of a save by the page: a request
 * of its own could fail and take the page with it.
 */
export function freshView(
  sheet: Worksheet,
  questionId: string,
  history: readonly SavedAnswer[],
  language: Language,
) {
  const list = listedQuestions(sheet);
  return {
    frame: frameView(sheet, list, language),
    nextOpen: nextUnanswered(list, questionId),
    history: historyView(history, language),
    points: pointsView(sheet, language, questionId),
    /** Of two that overtake each other, the later one counts. */
    readAt: Date.now(),
  };
}
export type FreshView = ReturnType<typeof freshView>;
