import { z } from 'zod';
import { CHOICES } from '#assessments/chosen-answer.ts';

/** Characters; the table takes more, people need less. */
export const ANSWER_NOTE_MAX = 120;

/** Own words as they are kept; the page and a plain form send different line ends. */
const text = z
  .string({ error: 'form' })
  .max(2_000, { error: 'form' })
  .transform((words) => words.replaceAll('\r\n', '\n').trim());

/** What the form of one question posts. The messages are reason codes. */
export const answerFields = z.strictObject({
  intent: z.enum(['save', 'next', 'clear', 'resolve'], { error: 'form' }),
  level: z.enum(CHOICES, { error: 'choose-level' }).optional(),
  reason: text.default(''),
  note: text
    .refine((note) => Array.from(note).length <= ANSWER_NOTE_MAX, { error: 'note-long' })
    .default(''),
  base: z.stringFormat('version', /^\d{1,9}$/, { error: 'form' }).transform(Number),
  request: z.uuid({ error: 'form' }),
  /** Who the page was made for: another person's session must not save their answer. */
  person: z.uuid({ error: 'form' }),
  return: z.enum(['question', 'section'], { error: 'form' }).default('question'),
  /** Only with `resolve`. */
  choice: z.enum(['theirs', 'mine'], { error: 'choose-side' }).optional(),
});
export type AnswerFields = z.infer<typeof answerFields>;
