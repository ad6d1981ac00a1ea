import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { citationSchema } from './citation.ts';
import { conditionSchema } from './condition-schema.ts';

export const STAGES = ['application', 'holding'] as const;
export type Stage = (typeof STAGES)[number];

export const OBLIGATIONS = ['mandatory', 'conditional', 'expected', 'recommended'] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

export const PHASES = ['pre', 'cert', 'post'] as const;

export const TIERS = ['T0', 'T1', 'T2', 'T3', 'T4', 'T5'] as const;

/** A level that someone must reach, or has reached. */
export const levelSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
]);
export type Level = z.infer<typeof levelSchema>;

export const requirementSchema = z.strictObject({
  id: z.string().regex(/^[A-L]-\d\d$/),
  title: bilingualSchema,
  obligation: z.enum(OBLIGATIONS),
  phase: z.enum(PHASES),
  tier: z.enum(TIERS),
  standard: z.boolean(),
  countsInGate: z.boolean(),
  /** The company cannot meet it alone: an agency has to move first. */
  waitsOnAgency: z.boolean().optional(),
  /** Below target, it is a point to explain to an agency and never a fault (B-01 … B-07). */
  explains: z.boolean().optional(),
  condition: conditionSchema.optional(),
  citations: z.array(citationSchema).min(1),
  /** Laid over an edition by an industry (`withOverlays`), with its own target; never in a gap model. */
  overlay: z.strictObject({ id: z.string(), target: levelSchema }).optional(),
});
export type Requirement = z.infer<typeof requirementSchema>;

const targetsSchema = z.strictObject({ application: levelSchema, holding: levelSchema });

/** The statutory measures and contract terms of the scheme, and the requirements that cover each. */
const coverageSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['measure', 'contract']),
  title: bilingualSchema,
  citation: citationSchema,
  requirements: z.array(z.string()).min(1),
});

export const gapModelSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  weights: z.record(z.enum(OBLIGATIONS), z.int().positive()),
  targets: z.record(z.enum(PHASES), targetsSchema),
  domains: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-L]$/),
      title: bilingualSchema,
      objective: bilingualSchema,
    }),
  ),
  requirements: z.array(requirementSchema).min(1),
  coverage: z.array(coverageSchema),
});
export type GapModel = z.infer<typeof gapModelSchema>;
