import { z } from 'zod';
import type { Condition } from './condition.ts';

const factValue = z.union([z.boolean(), z.int(), z.string()]);

/** Apart from `condition.ts`, so that the engine reaches a browser without a schema library. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ fact: z.string(), eq: factValue }),
    z.strictObject({ fact: z.string(), in: z.array(factValue).min(1) }),
    z.strictObject({ fact: z.string(), gte: z.int() }),
    z.strictObject({ fact: z.string(), lte: z.int() }),
  ]),
);
