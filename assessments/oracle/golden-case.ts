import { z } from 'zod';
import { answerSchema, type Answer } from '../answer.ts';
import { bilingualSchema } from '../bilingual.ts';
import type { Edition } from '../edition.ts';
import { levelSchema, STAGES } from '../gap-model.ts';
import { MODES } from '../questionnaire.ts';
import { questionsOf } from './assessments.ts';

const fraction = z.string().regex(/^\d+\/[1-9]\d*$/);
const figure = z.strictObject({ lo: fraction, hi: fraction });
const sums = z.strictObject({ lo: z.string(), hi: z.string() });
const said = z.union([
  levelSchema,
  z.literal('unknown'),
  z.literal('unanswered'),
  z.strictObject({ notApplicable: z.string().min(1) }),
]);
const none = z.literal('none');

/** A company, what it answered, and what has to come out: a file of `content/cases`. */
export const caseSchema = z.strictObject({
  company: bilingualSchema,
  edition: z.string(),
  stage: z.enum(STAGES),
  mode: z.enum(MODES),
  facts: z.record(z.string(), z.union([z.boolean(), z.int(), z.string()])),
  answers: z.strictObject({
    all: z.union([levelSchema, z.literal('unknown'), z.literal('unanswered')]),
    except: z.record(z.string(), said).optional(),
  }),
  expected: z.strictObject({
    gate: z.strictObject({
      status: z.enum(['blocked', 'undetermined', 'clear']),
      blockers: z.array(z.string()),
      undetermined: z.array(z.string()),
    }),
    overall: figure,
    domains: z.record(z.string(), z.union([none, figure])),
    sums: z.intersection(z.object({ overall: sums }), z.record(z.string(), z.union([none, sums]))),
  }),
});
export type GoldenCase = z.infer<typeof caseSchema>;

/** The compact answers of a case, written out for every question of its edition. */
export function answersOf({ answers }: GoldenCase, edition: Edition): Record<string, Answer> {
  const ids = questionsOf(edition).map(({ id }) => id);
  for (const id of Object.keys(answers.except ?? {})) {
    if (!ids.includes(id)) throw new Error(`The edition has no question ${id}.`);
  }
  const written: Record<string, Answer> = {};
  for (const id of ids) {
    const said = answers.except?.[id] ?? answers.all;
    if (said === 'unanswered') continue;
    written[id] = answerSchema.parse(
      said === 'unknown' ? { unknown: true } : typeof said === 'number' ? { level: said } : said,
    );
  }
  return written;
}
