import { z } from 'zod';
import { levelSchema, type Level } from './gap-model.ts';

/** What a person can say to a level question. Unanswered is the absence of an answer. */
export type Answer = { level: Level } | { unknown: true } | { notApplicable: string };

/** The longest reason that may stand beside 該当しない, in characters as a person counts them. */
export const REASON_MAX = 200;

export function isReason(text: string): boolean {
  return text !== '' && Array.from(text).length <= REASON_MAX;
}

export const answerSchema: z.ZodType<Answer> = z.union([
  z.strictObject({ level: levelSchema }),
  z.strictObject({ unknown: z.literal(true) }),
  z.strictObject({ notApplicable: z.string().trim().refine(isReason) }),
]);

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
