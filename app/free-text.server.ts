import type { z } from 'zod';
import { checkFreeText } from '#assessments/free-text.ts';

/** A text field behind the guard of never.md: what may not be kept is refused as `free-text`. */
export function guardText(field: z.ZodString, most?: number) {
  return field.superRefine((text, issues) => {
    if (!checkFreeText(text, undefined, most).ok)
      issues.addIssue({ code: 'custom', message: 'free-text' });
  });
}
