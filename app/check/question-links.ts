import type { CheckQuestion } from '../views/check.server.ts';
import { hashOf } from './steps.ts';

/** The asked question of each requirement and the address of its step, by requirement. */
export function questionLinks(
  questions: readonly CheckQuestion[],
): ReadonlyMap<string, { question: CheckQuestion; href: string }> {
  return new Map(
    questions.map((question, at) => [
      question.requirement,
      { question, href: hashOf({ at: 'question', n: at + 1 }) },
    ]),
  );
}
