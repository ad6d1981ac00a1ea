import { z } from 'zod';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages; neither may be empty. */
export const bilingualSchema = z.strictObject({
  ja: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type Bilingual = z.infer<typeof bilingualSchema>;
