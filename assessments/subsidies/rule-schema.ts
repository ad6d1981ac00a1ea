import { z } from 'zod';
import type { Rule } from './rule.ts';

const value = z.union([z.boolean(), z.int(), z.string()]);

/** Apart from `rule.ts`, so that the rules are read without a schema library. */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ruleSchema).min(1) }),
    z.strictObject({ any: z.array(ruleSchema).min(1) }),
    z.strictObject({ not: ruleSchema }),
    z.strictObject({ fact: z.string(), eq: value }),
    z.strictObject({ fact: z.string(), in: z.array(value).min(1) }),
    z.strictObject({ fact: z.string(), gte: z.int() }),
    z.strictObject({ fact: z.string(), lte: z.int() }),
    z.strictObject({ fact: z.string(), includes: z.string() }),
    z.strictObject({ is: z.enum(['sme', 'small', 'deemed-large', 'tax-sme']) }),
    z.strictObject({ awarded: z.array(z.string()).min(1), withinMonths: z.int().positive() }),
    z.strictObject({
      awarded: z.array(z.string()).min(1),
      still: z.enum(['running', 'unreported']),
    }),
    z.strictObject({ awarded: z.array(z.string()).min(1), ever: z.literal(true) }),
  ]),
);
