import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '#assessments/questionnaire.ts';
import type { Plan } from '#assessments/plan.ts';
import { isClosed } from './assessment-states.ts';
import { record, recordRefusal } from './audit.ts';
import { carryingFirst } from './plan-place.ts';
import { planAnswerSchema, scenarioWishSchema, type ScenarioWish } from './plan-json.ts';
import { rows } from './rows.ts';
import { plan } from './schema/plan.ts';
import type { CompanyTx } from './tenant.ts';

/** The plan of an assessment, as it was promoted. */
export interface PromotedPlan {
  planId: string;
  name: string;
  wish: ScenarioWish;
  answer: Plan;
  /** The day from which its weeks count. */
  today: string;
  byName: string;
  at: Date;
}

export type Promoted =
  | { ok: true }
  /** `elsewhere`: another assessment goes on from this one, or its carrying was undone. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'elsewhere' };

const outcome = z.strictObject({
  found: z.boolean(),
  may_write: z.boolean(),
  closed: z.boolean(),
  changed: z.boolean(),
});

/**
 * Makes a what-if the plan, with an item to do for each of its actions; both stand or neither. The answer
 * was solved before, outside of the transaction. `planId` is a random id that the form carries: sent twice
 * it stands once. For owners and preparers.
 */
export async function promoteScenario(
  tx: CompanyTx,
  given: {
    planId: string;
    assessmentId: string;
    scenarioId: string;
    answer: Plan;
    today: string;
    items: readonly { actionId: string; ownerRole: Role; dueOn: string }[];
    byName: string;
  },
): Promise<Promoted> {
  const items = JSON.stringify(given.items);
  await tx.execute(carryingFirst({ assessmentId: given.assessmentId }));
  const [one] = await rows(
    tx,
    outcome,
    sql`
      with may as (
        select ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer') as write,
               exists (select from junbi.assessment a where a.assessment_id = ${given.assessmentId} and ${isClosed}) as closed),
      theirs as (
        select company_id, assessment_id, name, wish from junbi.scenario
         where assessment_id = ${given.assessmentId} and scenario_id = ${given.scenarioId}),
      promoted as (
        insert into junbi.plan (company_id, plan_id, assessment_id, rests_on, name, wish, answer, today, actor_name)
        select t.company_id, ${given.planId}, t.assessment_id, ctx.reach(), t.name, t.wish,
               ${JSON.stringify(given.answer)}::jsonb, ${given.today}::date, ${given.byName}
          from theirs t, may where may.write and not may.closed
        on conflict do nothing
        returning company_id, plan_id)
      select exists (select from theirs) as found, may.write as may_write, may.closed,
             exists (select from promoted) as changed from may`,
  );
  if (!one?.found) return { ok: false, reason: 'not-found' };
  const target = `plan/${given.planId}`;
  if (!one.may_write) {
    await recordRefusal(tx, 'plan.promoted', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.closed) return { ok: false, reason: 'elsewhere' };
  if (!one.changed) return { ok: true };
  await tx.execute(sql`
    insert into junbi.plan_item_event (company_id, plan_id, action_id, version, rests_on, state, owner_role, due_on, request_id, actor_name)
    select ctx.company_rw(), ${given.planId}, i."actionId", 1, ctx.reach(), 'todo', i."ownerRole", i."dueOn", ${given.planId}, ${given.byName}
      from jsonb_to_recordset(${items}::jsonb) i ("actionId" text, "ownerRole" text, "dueOn" date)`);
  await record(tx, 'plan.promoted', {
    target,
    fields: {
      assessment: given.assessmentId,
      scenario: given.scenarioId,
      items: given.items.length,
    },
    sealed: { answer: given.answer },
  });
  return { ok: true };
}

/** The plan that holds; null before one was promoted, and for who does not see the whole assessment. */
export async function currentPlan(
  tx: CompanyTx,
  assessmentId: string,
): Promise<PromotedPlan | null> {
  const [newest] = await tx
    .select({
      planId: plan.planId,
      name: plan.name,
      wish: plan.wish,
      answer: plan.answer,
      today: plan.today,
      byName: plan.actorName,
      at: plan.at,
    })
    .from(plan)
    .where(eq(plan.assessmentId, assessmentId))
    .orderBy(desc(plan.at), desc(plan.planId))
    .limit(1);
  if (!newest) return null;
  return {
    ...newest,
    wish: scenarioWishSchema.parse(newest.wish),
    answer: planAnswerSchema.parse(newest.answer),
  };
}
