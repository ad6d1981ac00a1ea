import { z } from 'zod';
import { bilingualSchema } from '../bilingual.ts';
import { provenanceSchema } from './provenance.ts';

/** Industries as the limits of size know them. */
export const SIZE_INDUSTRIES = [
  'manufacturing',
  'wholesale',
  'retail',
  'service',
  'software',
  'rubber',
  'hotel',
  'entertainment',
] as const;

const yen = z.int().positive();
const people = z.int().positive();

/** Who is small or medium-sized: a company is where capital or employees are within the limit (subsidies.md 1). */
export const sizeTableSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  title: bilingualSchema,
  /** Whether bodies that are no companies count. */
  otherForms: z.union([z.boolean(), z.literal('unknown')]),
  rows: z.array(
    z.strictObject({
      industries: z.array(z.enum(SIZE_INDUSTRIES)).min(1),
      capitalYen: yen,
      employees: people,
      smallEmployees: people,
    }),
  ),
  /** Tax law goes by capital, owners and income instead. */
  tax: z
    .strictObject({ capitalYen: yen, employeesWithoutCapital: people, averageIncomeYen: yen })
    .optional(),
  from: provenanceSchema,
});
export type SizeTable = z.infer<typeof sizeTableSchema>;

export const DEEMED_LARGE_RULES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] as const;
export type DeemedLargeRule = (typeof DEEMED_LARGE_RULES)[number];

/** Which companies are taken for large ones because of who owns and leads them (subsidies.md 1.3). */
export const deemedLargeSchema = z
  .strictObject({
    id: z.string(),
    version: z.int().positive(),
    title: bilingualSchema,
    rules: z.array(z.enum(DEEMED_LARGE_RULES)).min(1),
    /** Whether outside directors and auditors count among the officers. */
    officers: z.enum(['all', 'inside']),
    /** For A6. */
    incomeAboveYen: yen.optional(),
    from: provenanceSchema,
  })
  .refine(
    ({ rules, incomeAboveYen }) => rules.includes('A6') === (incomeAboveYen !== undefined),
    'A6 and incomeAboveYen belong together',
  );
export type DeemedLarge = z.infer<typeof deemedLargeSchema>;
