import { isReason, type Answer } from './answer.ts';
import type { Level } from './gap-model.ts';
import type { Question } from './questionnaire.ts';

/** What a person can choose, as it stands in a form. */
export const CHOICES = ['0', '1', '2', '3', '4', 'unknown', 'na'] as const;
export type Choice = (typeof CHOICES)[number];

const LEVELS: Record<string, Level> = { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 };

export type ChosenAnswer =
  | { ok: true; answer: Answer }
  | {
      ok: false;
      field: 'level' | 'reason';
      problem: 'choose-level' | 'not-allowed' | 'reason-missing';
    };

/** A choice and its reason as an answer to this question. The reason counts only beside 該当しない. */
export function chosenAnswer(
  question: Question,
  choice: Choice | undefined,
  reason: string,
): ChosenAnswer {
  if (choice === undefined) return { ok: false, field: 'level', problem: 'choose-level' };
  if (choice === 'unknown') return { ok: true, answer: { unknown: true } };
  const level = LEVELS[choice];
  if (level !== undefined) return { ok: true, answer: { level } };
  if (!question.allowsNotApplicable) return { ok: false, field: 'level', problem: 'not-allowed' };
  const why = reason.trim();
  if (!isReason(why)) return { ok: false, field: 'reason', problem: 'reason-missing' };
  return { ok: true, answer: { notApplicable: why } };
}

/** The choice that an answer was. */
export function choiceOf(answer: Answer): Choice {
  if ('unknown' in answer) return 'unknown';
  if ('notApplicable' in answer) return 'na';
  return CHOICES[answer.level] ?? 'unknown';
}
