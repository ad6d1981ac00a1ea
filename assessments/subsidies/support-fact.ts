import { z } from 'zod';
import { bilingualSchema } from '../bilingual.ts';

const common = {
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  group: z.enum(['company', 'ownership', 'people', 'registrations', 'history', 'project']),
  title: bilingualSchema,
  /** What is meant, and why it is asked: which programmes it settles. */
  help: bilingualSchema,
};

const option = z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), title: bilingualSchema });

/** A fact that hints ask for. All of them may stay unknown. */
export const supportFactSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('boolean') }),
  z.strictObject({ ...common, type: z.literal('integer'), unit: bilingualSchema }),
  z.strictObject({ ...common, type: z.literal('choice'), options: z.array(option).min(2) }),
  z.strictObject({ ...common, type: z.literal('set'), options: z.array(option).min(2) }),
  /** Who owns the company: shares and kinds of owner, without names. */
  z.strictObject({ ...common, type: z.literal('owners') }),
  /** Public support that it received: programme and date, without amounts. */
  z.strictObject({ ...common, type: z.literal('awards') }),
]);
export type SupportFact = z.infer<typeof supportFactSchema>;

export const supportFactsSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  /** Facts of the company profile that hints use as they stand there. */
  profile: z.array(z.string()),
  facts: z.array(supportFactSchema),
});
export type SupportFacts = z.infer<typeof supportFactsSchema>;
