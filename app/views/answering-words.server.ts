import { choiceOf } from '#assessments/chosen-answer.ts';
import type { Language } from '#assessments/bilingual.ts';
import type { Question } from '#assessments/questionnaire.ts';
import type { StoredAnswer } from '#db/answers.ts';
import type { AnswerWords, Given } from '../answering/outcome.ts';
import { answering } from '../messages/answering.ts';
import { dateText, timeText } from '../print.ts';

/** 14:03, and the day before it where that was not today. */
export function shortMoment(at: Date, language: Language, now = new Date()): string {
  const iso = at.toISOString();
  const day = dateText(iso, language);
  const time = timeText(iso);
  return day === dateText(now.toISOString(), language) ? time : `${day} ${time}`;
}

/** What a form shows of a stored answer. */
export function givenOf(saved: { answer: StoredAnswer; note: string | null } | undefined): Given {
  if (!saved) return { level: '', reason: '', note: '' };
  const { answer, note } = saved;
  return {
    level: 'cleared' in answer ? '' : choiceOf(answer),
    reason: 'notApplicable' in answer ? answer.notApplicable : '',
    note: note ?? '',
  };
}

/** 2, わからない, 該当しない, 取消し: for the history. */
export function answerWord(answer: StoredAnswer | null, language: Language): string {
  const t = answering[language];
  if (answer === null) return t.unanswered;
  if ('cleared' in answer) return t.cleared;
  if ('unknown' in answer) return t.unknownWord;
  return 'notApplicable' in answer ? t.notApplicableWord : String(answer.level);
}

/** An answer as it stands in a form, in words. */
export function givenWords(given: Given, question: Question, language: Language): AnswerWords {
  const t = answering[language];
  const { level, reason, note } = given;
  if (level === '') return { title: t.unanswered, text: '', note };
  if (level === 'unknown') return { title: t.unknown.label, text: t.unknown.text, note };
  if (level === 'na') return { title: t.notApplicable.label, text: reason, note };
  const at = Number(level);
  return {
    title: `${level} ${t.levels[at] ?? ''}`,
    text: question.levels[at]?.[language] ?? '',
    note,
  };
}
