import type { Language } from '#assessments/bilingual.ts';
import { codeOf } from '#assessments/question-id.ts';
import type { Comment } from '#db/comments.ts';
import { listText } from '../print.ts';
import { shortMoment } from './answering-words.server.ts';

/** A comment in words. */
export function commentView(one: Comment, language: Language) {
  return {
    id: one.commentId,
    question: one.questionId,
    code: codeOf(one.questionId),
    body: one.body,
    to: listText(one.mentionedNames, language),
    byName: one.byName,
    at: shortMoment(one.at, language),
    settledByName: one.settledByName,
  };
}
