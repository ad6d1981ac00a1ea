import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';

export type FactValue = boolean | number | string;
/** What a company says about itself. Absent and 'unknown' mean the same: not known. */
export type Facts = Readonly<Record<string, FactValue>>;

const common = {
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** Groups the facts into the sections of the profile form. */
  group: z.enum(['company', 'ownership', 'people', 'places', 'dealings']),
  title: bilingualSchema,
  /** One sentence: what is meant, and what the answer changes. */
  help: bilingualSchema,
};

export const factSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('boolean') }),
  z.strictObject({
    ...common,
    type: z.literal('integer'),
    unit: bilingualSchema,
  }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), title: bilingualSchema }))
      .min(2),
  }),
]);
export type Fact = z.infer<typeof factSchema>;

/** The facts that an edition asks of a company: versioned, immutable once published. */
export const profileSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  facts: z.array(factSchema),
});
export type ProfileForm = z.infer<typeof profileSchema>;
