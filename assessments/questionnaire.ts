import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { conditionSchema } from './condition-schema.ts';

export const MODES = ['quick', 'standard', 'full'] as const;
export type Mode = (typeof MODES)[number];

/** Who in a company usually knows: shown in 「調べることリスト」 as the one to ask. */
export const ROLES = [
  'management',
  'general-affairs',
  'hr',
  'it',
  'quality',
  'legal',
  'purchasing',
  'facilities',
] as const;
export type Role = (typeof ROLES)[number];

export const questionSchema = z.strictObject({
  /** Stable for ever: `<requirement>.level`. */
  id: z.string().regex(/^[A-L]-\d\d\.[a-z]+$/),
  kind: z.literal('level'),
  requirements: z.array(z.string()).min(1),
  modes: z.array(z.enum(MODES)).min(1),
  condition: conditionSchema.optional(),
  allowsNotApplicable: z.boolean(),
  text: bilingualSchema,
  /** Why it is asked, with the article in words where there is one. */
  why: bilingualSchema,
  /** Levels 0 to 4 in the question's own words; each includes the one below. */
  levels: z.tuple([
    bilingualSchema,
    bilingualSchema,
    bilingualSchema,
    bilingualSchema,
    bilingualSchema,
  ]),
  /** Examples of what shows it; their titles are the choices for an evidence reference. */
  evidence: z.array(bilingualSchema).min(1),
  /** What must not be written into an evidence reference here. */
  evidenceNote: bilingualSchema.optional(),
  /** What to do, in one or two sentences. */
  todo: bilingualSchema,
  ask: z.enum(ROLES),
  /** About how long it takes to find out and answer. */
  minutes: z.int().positive(),
});
export type Question = z.infer<typeof questionSchema>;

export const questionnaireSchema = z.strictObject({
  id: z.enum(['governance', 'facility', 'personnel', 'separation']),
  version: z.int().positive(),
  title: bilingualSchema,
  summary: bilingualSchema,
  domains: z.array(z.string().regex(/^[A-L]$/)).min(1),
  questions: z.array(questionSchema).min(1),
  /** Ids of the version before that this one asks no more; their answers stay where they were given. */
  retired: z.array(z.string()).optional(),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;
