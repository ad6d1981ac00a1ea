import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { conditionSchema } from './condition-schema.ts';
import { levelSchema } from './gap-model.ts';
import { ROLES } from './questionnaire.ts';

/** Cost categories as the subsidy programmes name them (room works, access control, safes …). */
export const COST_CATEGORIES = [
  'FAC',
  'ACC',
  'CAM',
  'SAF',
  'SPC',
  'EDR',
  'UTM',
  'NSG',
  'IAM',
  'LOG',
  'ENC',
  'SRV',
  'BCK',
  'VUL',
  'DRL',
  'TRN',
  'CON',
  'LEG',
  'ISM',
  'TIC',
  'SCS',
  'HRP',
  'RNT',
] as const;

/**
 * A low–high estimate for one handling place. `per` multiplies both ends by a fact of the company
 * (an unknown or smaller fact counts as one), for instance the number of handling places.
 */
export const rangeSchema = z
  .strictObject({
    lo: z.int().nonnegative(),
    hi: z.int().nonnegative(),
    per: z.string().optional(),
  })
  .refine((range) => range.lo <= range.hi, 'lo must not exceed hi');
export type Range = z.infer<typeof rangeSchema>;

const requirementLevelSchema = z.strictObject({ requirement: z.string(), level: levelSchema });
export type RequirementLevel = z.infer<typeof requirementLevelSchema>;

export const actionSchema = z.strictObject({
  id: z.string().regex(/^M\d\d\d$/),
  title: bilingualSchema,
  what: bilingualSchema,
  /** What it leaves behind as evidence. */
  evidence: bilingualSchema,
  raises: z.array(requirementLevelSchema).min(1).max(4),
  /** Requirement levels that must be reached before it starts. */
  after: z.array(requirementLevelSchema),
  condition: conditionSchema.optional(),
  owner: z.enum(ROLES),
  personDays: rangeSchema,
  /** Money paid outside, tax included; own salaries excluded. */
  yen: rangeSchema,
  leadTimeWeeks: rangeSchema,
  costCategories: z.array(z.enum(COST_CATEGORIES)),
  /** Worth doing even if no agency ever asks. */
  noRegret: z.boolean(),
});
export type Action = z.infer<typeof actionSchema>;

export const actionLibrarySchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  actions: z.array(actionSchema).min(1),
});
export type ActionLibrary = z.infer<typeof actionLibrarySchema>;
