import { z } from 'zod';
import { GOALS } from '#assessments/plan/optimum.ts';
import type { Plan } from '#assessments/plan.ts';

/** What was wished of a scenario, without the day: a what-if is solved anew each time it is looked at. */
export const scenarioWishSchema = z.strictObject({
  goal: z.enum(GOALS),
  capacityDays: z.number().positive().max(500),
  /** Yen; null where money is no limit. */
  budget: z.int().min(0).nullable(),
  by: z.iso.date().nullable(),
  /** Actions that are left out, and requirements that are assumed met, by id. */
  leaveOut: z.array(z.string()),
  assumeMet: z.array(z.string()),
  /** Programmes whose decision the covered actions wait for, by id. */
  support: z.array(z.string()),
});
export type ScenarioWish = z.infer<typeof scenarioWishSchema>;

const span = z.strictObject({ lo: z.number(), hi: z.number() });
const id = z.string();

/** A plan as it was promoted; it stays as the engine answered it that day. */
export const planAnswerSchema: z.ZodType<Plan> = z.strictObject({
  status: z.enum(['optimal', 'bounded', 'infeasible']),
  bound: z.exactOptional(z.number()),
  goal: z.enum(GOALS),
  weeksToReady: z.strictObject({ best: z.int(), worst: z.int() }).nullable(),
  totals: z.strictObject({ yen: span, personDays: span }),
  actions: z.array(
    z.strictObject({
      id,
      start: z.int(),
      finish: z.int(),
      personDays: span,
      yen: span,
      critical: z.boolean(),
      slackDays: z.int(),
      because: z.array(id),
      after: z.array(id),
      waitsForNeed: z.boolean(),
    }),
  ),
  left: z.array(
    z.strictObject({
      id,
      why: z.enum(['agency-need', 'no-action', 'left-out', 'budget', 'date', 'others']),
    }),
  ),
  binding: z.exactOptional(
    z.array(
      z.discriminatedUnion('constraint', [
        z.strictObject({
          constraint: z.literal('budget'),
          relaxBy: z.strictObject({ yen: z.number() }),
        }),
        z.strictObject({
          constraint: z.literal('date'),
          relaxBy: z.strictObject({ weeks: z.number() }),
        }),
        z.strictObject({
          constraint: z.literal('capacity'),
          relaxBy: z.strictObject({ personDays: z.number() }),
        }),
        z.strictObject({
          constraint: z.literal('budget-and-date'),
          relaxBy: z.strictObject({ yen: z.number(), weeks: z.number() }),
        }),
      ]),
    ),
  ),
  trace: z.strictObject({
    capacityDays: z.number(),
    open: z.array(z.strictObject({ id, level: z.number(), target: z.number() })),
    tasks: z.array(
      z.strictObject({
        id,
        personDays: z.number(),
        yen: z.number(),
        weeks: z.number(),
        notBefore: z.number(),
      }),
    ),
    leastWeeks: z.int().nullable(),
  }),
});
