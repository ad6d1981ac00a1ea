import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { citationSchema } from './citation.ts';
import { levelSchema } from './gap-model.ts';
import { questionSchema } from './questionnaire.ts';

/** A requirement that only an industry is asked: recommended, with a target of its own. */
const overlayRequirementSchema = z.strictObject({
  id: z.string().regex(/^[A-L]-9\d$/),
  title: bilingualSchema,
  target: levelSchema,
  citations: z.array(citationSchema).min(1),
  /** Asked like any other, in the section of its domain. */
  question: questionSchema.omit({ condition: true, requirements: true, modes: true }),
});
export type OverlayRequirement = z.infer<typeof overlayRequirementSchema>;

/**
 * What an industry adds to an edition: guidance and examples beside its questions, and recommended
 * requirements that form a line of their own. It has no means to touch a common requirement.
 */
export const overlaySchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  version: z.int().positive(),
  title: bilingualSchema,
  /** For whom it is, and what it rests on. */
  summary: bilingualSchema,
  guidance: z.array(z.strictObject({ question: z.string(), text: bilingualSchema })),
  examples: z.array(z.strictObject({ question: z.string(), evidence: bilingualSchema })),
  requirements: z.array(overlayRequirementSchema).min(1),
});
export type Overlay = z.infer<typeof overlaySchema>;
