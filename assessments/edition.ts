import { z } from 'zod';
import { actionLibrarySchema } from './action.ts';
import { bilingualSchema } from './bilingual.ts';
import { sourcesSchema } from './citation.ts';
import { contradictionsSchema } from './contradiction.ts';
import { profileSchema } from './fact.ts';
import { gapModelSchema } from './gap-model.ts';
import { mappingSchema } from './mapping.ts';
import { overlaySchema } from './overlay.ts';
import { questionnaireSchema } from './questionnaire.ts';

/** `<kind>/<id>@<version>`, the key under which a document is published for ever. */
const keySchema = z.string().regex(/^[a-z-]+\/[a-z0-9-]+@[0-9a-z-]+$/);

/** What stands in `editions/<id>.yaml`: the versions that belong together. */
export const editionFileSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{2}$/),
  title: bilingualSchema,
  /** The day of the law texts that the content was checked against. */
  lawAsOf: z.iso.date(),
  publishedOn: z.iso.date(),
  profile: keySchema,
  sources: keySchema,
  questionnaires: z.array(keySchema).min(1),
  gapModel: keySchema,
  actions: keySchema,
  /** The edition whose assessments can be carried into this one, and how its questions changed. */
  follows: z.strictObject({ edition: z.string(), mappings: z.array(keySchema) }).optional(),
  /** Rules that point at answers which do not go together. */
  contradictions: keySchema.optional(),
  /** What industries add, each on its own line. */
  overlays: z.array(keySchema).min(1).optional(),
});
export type EditionFile = z.infer<typeof editionFileSchema>;

/** A published document: its content and the SHA-256 of its canonical JSON. */
const published = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ key: keySchema, hash: z.string().regex(/^[0-9a-f]{64}$/), document: schema });

/** An edition with all it pins, as the engine, the database and the pages use it. */
export const editionSchema = z.strictObject({
  id: z.string(),
  title: bilingualSchema,
  lawAsOf: z.iso.date(),
  publishedOn: z.iso.date(),
  hash: z.string(),
  profile: published(profileSchema),
  sources: published(sourcesSchema),
  questionnaires: z.array(published(questionnaireSchema)),
  gapModel: published(gapModelSchema),
  actions: published(actionLibrarySchema),
  follows: z
    .strictObject({ edition: z.string(), mappings: z.array(published(mappingSchema)) })
    .optional(),
  contradictions: published(contradictionsSchema).optional(),
  overlays: z.array(published(overlaySchema)).optional(),
});
export type Edition = z.infer<typeof editionSchema>;
