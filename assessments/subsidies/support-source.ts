import { z } from 'zod';
import { bilingualSchema } from '../bilingual.ts';

const sourceSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+$/),
  /** `third-party`: a file by a private person that quotes official pages; `secondary`: private pages. */
  kind: z.enum(['official', 'third-party', 'secondary']),
  title: bilingualSchema,
  url: z.url().optional(),
});
export type SupportSource = z.infer<typeof sourceSchema>;

/** What the values of the programmes were read in. */
export const supportSourcesSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  sources: z.array(sourceSchema),
});
export type SupportSources = z.infer<typeof supportSourcesSchema>;
