import { z } from 'zod';

/** Readiness bands, lowest first (gap-model.md, "Band"). */
export const BANDS = ['low', 'mid', 'high'] as const;
export type Band = (typeof BANDS)[number];

/** What one company released to one association. */
export interface Contribution {
  /** Opaque: stands for the company and tells nothing of it. */
  company: string;
  /** Companies of one holding, and answers that one consultant filled in together, count as one. */
  holding: string;
  batch: string;
  industry: string;
  region: string;
  size: string;
  overall: Band;
  /** `YYYY-MM-DD` */
  joinedOn: string;
  answeredAtLeastHalf: boolean;
}

const opaque = z.string().min(1).max(200);
export const contributionSchema: z.ZodType<Contribution> = z.strictObject({
  company: opaque,
  holding: opaque,
  batch: opaque,
  industry: opaque,
  region: opaque,
  size: opaque,
  overall: z.enum(BANDS),
  joinedOn: z.iso.date(),
  answeredAtLeastHalf: z.boolean(),
});
