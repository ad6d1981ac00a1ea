import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isClosed } from './assessment-states.ts';
import { record, recordRefusal } from './audit.ts';
import { carryingFirst } from './plan-place.ts';
import { scenarioWishSchema, type ScenarioWish } from './plan-json.ts';
import { rows } from './rows.ts';
import { scenario } from './schema/plan.ts';
import type { CompanyTx } from './tenant.ts';

/** A named what-if of an assessment; it touches no answer. */
export interface Scenario {
  scenarioId: string;
  name: string;
  wish: ScenarioWish;
  byName: string;
  at: Date;
}

export type ScenarioChanged =
  | { ok: true }
  /** `elsewhere`: another assessment goes on from this one, or its carrying was undone. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'elsewhere' };

/** An assessment has so many what-ifs at most. */
const MOST = 12;
export type ScenarioAdded = ScenarioChanged | { ok: false; reason: 'too-many' };

const outcome = z.strictObject({
  found: z.boolean(),
  may_write: z.boolean(),
  room: z.boolean(),
  closed: z.boolean(),
  changed: z.boolean(),
});

/** For owners and preparers. `scenarioId` is a random id that the form carries: sent twice it stands once. */
export async function addScenario(
  tx: CompanyTx,
  given: {
    scenarioId: string;
    assessmentId: string;
    name: string;
    wish: ScenarioWish;
    byName: string;
  },
): Promise<ScenarioAdded> {
  await tx.execute(carryingFirst({ assessmentId: given.assessmentId }));
  const [one] = await rows(
    tx,
    outcome,
    sql`
      with may as (
        select ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer') as write,
               (select count(*) from junbi.scenario where assessment_id = ${given.assessmentId}) < ${MOST} as room,
               exists (select from junbi.assessment a where a.assessment_id = ${given.assessmentId} and ${isClosed}) as closed),
      added as (
        insert into junbi.scenario (company_id, scenario_id, assessment_id, rests_on, name, wish, actor_name)
        select a.company_id, ${given.scenarioId}, a.assessment_id, ctx.reach(), ${given.name},
               ${JSON.stringify(given.wish)}::jsonb, ${given.byName}
          from junbi.assessment a, may where a.assessment_id = ${given.assessmentId} and may.write and may.room and not may.closed
        on conflict do nothing
        returning 1)
      select exists (select from junbi.assessment where assessment_id = ${given.assessmentId}) as found,
             may.write as may_write, may.room, may.closed, exists (select from added) as changed from may`,
  );
  if (!one?.found) return { ok: false, reason: 'not-found' };
  const target = `scenario/${given.scenarioId}`;
  if (!one.may_write) {
    await recordRefusal(tx, 'scenario.added', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.closed) return { ok: false, reason: 'elsewhere' };
  if (!one.room) return { ok: false, reason: 'too-many' };
  if (!one.changed) return { ok: true };
  await record(tx, 'scenario.added', {
    target,
    fields: { assessment: given.assessmentId },
    sealed: { name: given.name, wish: given.wish },
  });
  return { ok: true };
}

/** Takes a what-if away for good; the plan that was made from it stays. */
export async function removeScenario(
  tx: CompanyTx,
  given: { assessmentId: string; scenarioId: string },
): Promise<ScenarioChanged> {
  await tx.execute(carryingFirst({ assessmentId: given.assessmentId }));
  const [one] = await rows(
    tx,
    outcome.omit({ room: true }),
    sql`
      with may as (
        select ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer') as write,
               exists (select from junbi.assessment a where a.assessment_id = ${given.assessmentId} and ${isClosed}) as closed),
      theirs as (
        select company_id, scenario_id from junbi.scenario
         where assessment_id = ${given.assessmentId} and scenario_id = ${given.scenarioId}),
      removed as (
        delete from junbi.scenario s using theirs t, may
         where s.company_id = t.company_id and s.scenario_id = t.scenario_id and may.write and not may.closed
        returning 1)
      select exists (select from theirs) as found, may.write as may_write, may.closed,
             exists (select from removed) as changed from may`,
  );
  if (!one?.found) return { ok: false, reason: 'not-found' };
  const target = `scenario/${given.scenarioId}`;
  if (!one.may_write) {
    await recordRefusal(tx, 'scenario.removed', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.closed) return { ok: false, reason: 'elsewhere' };
  await record(tx, 'scenario.removed', {
    target,
    fields: { assessment: given.assessmentId },
    sealed: {},
  });
  return { ok: true };
}

/** All what-ifs of an assessment, oldest first. */
export async function listScenarios(tx: CompanyTx, assessmentId: string): Promise<Scenario[]> {
  const found = await tx
    .select({
      scenarioId: scenario.scenarioId,
      name: scenario.name,
      wish: scenario.wish,
      byName: scenario.actorName,
      at: scenario.at,
    })
    .from(scenario)
    .where(eq(scenario.assessmentId, assessmentId))
    .orderBy(scenario.at, scenario.scenarioId);
  return found.map((one) => ({ ...one, wish: scenarioWishSchema.parse(one.wish) }));
}
