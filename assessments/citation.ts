import { z } from 'zod';
import { bilingualSchema, type Bilingual } from './bilingual.ts';

/**
 * How far a statement is carried by its source:
 * `law` the text of an Act, Order or Rule that binds companies, read in full ·
 * `analogue` a rule that binds agencies only, shown as 「行政側の規則の例」 ·
 * `secondary` reported by somebody else, the primary text not read, shown as 「二次資料」 ·
 * `unverified` general knowledge with no source read, shown as 「要確認」.
 */
export const BASES = ['law', 'analogue', 'secondary', 'unverified'] as const;
export type Basis = (typeof BASES)[number];

export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  title: bilingualSchema,
  /** Name as it is written in a citation. */
  short: bilingualSchema,
  basis: z.enum(BASES),
  url: z.url().optional(),
  /** The day of the text that was read. */
  asOf: z.iso.date().optional(),
});

export const sourcesSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  sources: z.array(sourceSchema),
});
export type Sources = z.infer<typeof sourcesSchema>;

/**
 * `at` and `through` are places in a text: article, `-branch`, `(paragraph)`, roman item, as in
 * `10(3)ii`, `5-5`, `26-27`, `11(1)v-xii`; several are separated by commas. `through` names the
 * article that `at` refers on to: 施行令16条1項 → 11条1項6号.
 */
export const citationSchema = z.strictObject({
  source: z.string(),
  at: z.string().optional(),
  through: z.string().optional(),
  /** What the place says, in a few words. */
  note: bilingualSchema.optional(),
  /** Only where the statement is carried by less than its source, e.g. recalled and not read. */
  basis: z.enum(BASES).optional(),
});
export type Citation = z.infer<typeof citationSchema>;

export interface ReadableCitation {
  text: Bilingual;
  basis: Basis;
  url?: string;
}
