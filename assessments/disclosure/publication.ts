import { z } from 'zod';
import { sharesSchema, WORDS } from './coarse.ts';
import { BANDS, contributionSchema } from './contribution.ts';
import { RANGES } from './counted-range.ts';
import { DIMENSIONS, latticeSchema } from './lattice.ts';
import { periodSchema } from './period.ts';

const where = z.partialRecord(z.enum(DIMENSIONS), z.string());
const n = z.enum(RANGES);

/** A cell as it is published: what it tells, and whether that is what it told before. */
export const publishedCellSchema = z.strictObject({
  id: z.string(),
  where,
  status: z.enum(['published', 'count-only', 'hidden']),
  n: n.optional(),
  word: z.enum(WORDS).optional(),
  shares: sharesSchema.optional(),
  carried: z.boolean(),
});
export type PublishedCell = z.infer<typeof publishedCellSchema>;

/** Secret: by cell, what it was computed from last. */
export const stateSchema = z.strictObject({
  period: periodSchema,
  cells: z.record(
    z.string(),
    z.strictObject({
      members: z.record(z.string(), z.enum(BANDS)),
      counted: z.record(z.string(), periodSchema),
    }),
  ),
});
export type AggregateState = z.infer<typeof stateSchema>;

/** What a publication is computed from; nothing else goes into it. */
export const aggregateSchema = z.strictObject({
  period: periodSchema,
  lattice: latticeSchema,
  /** 32 bytes in hex; of the association, and of nobody else. */
  key: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits'),
  asOf: z.iso.date(),
  contributions: z.array(contributionSchema),
  previous: z.strictObject({ cells: z.array(publishedCellSchema), state: stateSchema }).nullable(),
});
export type Aggregate = z.infer<typeof aggregateSchema>;

/** Why cells tell nothing, or what they told before: for the officers who release it, without counts. */
export const RULES = [
  'few-or-alike',
  'pooled',
  'pairs-need-200',
  'complementary',
  'ten-apart',
  'ten-changes',
] as const;
export interface Report {
  rules: { rule: (typeof RULES)[number]; cells: string[] }[];
  /** How far open each count of a two-way table that is hidden stays, as a range. */
  intervals: { cell: string; open: '0-4' | '5-9' | (typeof RANGES)[number] }[];
}

export interface Publication {
  period: string;
  cells: PublishedCell[];
  state: AggregateState;
  report: Report;
}
