import { z } from 'zod';
import type { CompanyFacts, Owner, SupportAnswer } from './company.ts';

const day = z.iso.date();
const maybe = z.union([z.boolean(), z.literal('unknown')]);

const ownerSchema: z.ZodType<Owner> = z.lazy(() =>
  z.strictObject({
    share: z.int().min(0).max(10_000),
    kind: z.enum(['individual', 'sme', 'large', 'deemed-large', 'fund', 'company', 'unknown']),
    company: z.exactOptional(companyFactsSchema),
  }),
);

const answerSchema: z.ZodType<SupportAnswer> = z.union([
  z.strictObject({
    value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]),
    asOf: z.exactOptional(z.string()),
    origin: z.exactOptional(z.enum(['entered', 'registry', 'assessment'])),
  }),
  z.strictObject({ owners: z.array(ownerSchema) }),
  z.strictObject({
    awards: z.array(
      z.strictObject({
        programme: z.string(),
        decidedOn: day,
        isRunning: maybe,
        isReported: maybe,
      }),
    ),
  }),
  z.strictObject({ lo: z.number(), hi: z.number() }),
  z.strictObject({ state: z.enum(['declined', 'none']) }),
]);

/** Facts of a company as they are stored and exported. */
export const companyFactsSchema: z.ZodType<CompanyFacts> = z.lazy(() =>
  z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), answerSchema),
);
