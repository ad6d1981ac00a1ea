import { z } from 'zod';

/** `2026`, `2026-08` or `2026-08-02`: as exactly as the source tells it. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/**
 * Where a value comes from. `read` a page or file that was opened, `known` general knowledge with no page
 * read, `inferred` concluded by us. Whatever the basis, a value is unverified until a person has opened the
 * official page and has written down the day.
 */
export const provenanceSchema = z
  .strictObject({
    basis: z.enum(['read', 'known', 'inferred']),
    /** A key of the sources; needed for `read`. */
    source: z.string().optional(),
    /** Document or page within the source. */
    page: z.string().optional(),
    confidence: z.enum(['H', 'M', 'L']),
    asOf: partialDate,
    verifiedOn: z.iso.date().nullable(),
    verifiedBy: z.string().optional(),
  })
  .refine(({ basis, source }) => basis !== 'read' || source !== undefined, 'read without a source')
  .refine(
    ({ verifiedOn, verifiedBy }) => (verifiedOn === null) === (verifiedBy === undefined),
    'verifiedOn and verifiedBy belong together',
  );
export type Provenance = z.infer<typeof provenanceSchema>;
