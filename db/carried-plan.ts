import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Edition } from '#assessments/edition.ts';
import { listItems } from './plan-items.ts';
import type { ScenarioWish } from './plan-json.ts';
import { currentPlan } from './plans.ts';
import { listScenarios, type Scenario } from './scenarios.ts';
import type { CompanyTx } from './tenant.ts';

/** What of an assessment's plan and what-ifs comes along into an edition. */
export interface CarriedPlan {
  /** With the part of their wishes that the edition has, oldest first. */
  scenarios: Scenario[];
  /** How many of them wished for something that the edition does not have. */
  narrowed: number;
  /** The plan that holds; null where there is none, or for who does not see the whole assessment. */
  planId: string | null;
  /** Actions of that plan that come along as they stand, and those that the edition does not have, by id. */
  actions: string[];
  left: string[];
}

/** Writes nothing. */
export async function previewCarriedPlan(
  tx: CompanyTx,
  { assessmentId, edition }: { assessmentId: string; edition: Edition },
): Promise<CarriedPlan> {
  const [kept, plan] = await Promise.all([
    listScenarios(tx, assessmentId),
    currentPlan(tx, assessmentId),
  ]);
  const items = plan ? await listItems(tx, plan.planId) : [];
  const known = new Set(edition.actions.document.actions.map(({ id }) => id));
  const scenarios = kept.map((one) => ({ ...one, wish: inEdition(one.wish, edition) }));
  const actions = items.map(({ actionId }) => actionId);
  return {
    scenarios,
    narrowed: kept.filter(({ wish }, at) => sizeOf(wish) > sizeOf(scenarios[at]?.wish)).length,
    planId: plan?.planId ?? null,
    actions: actions.filter((id) => known.has(id)),
    left: actions.filter((id) => !known.has(id)),
  };
}

/** Whatever is taken out of its lists, a wish stays one: only its numbers and its date could be wrong. */
function inEdition(wish: ScenarioWish, { actions, gapModel }: Edition): ScenarioWish {
  const known = new Set(
    [...actions.document.actions, ...gapModel.document.requirements].map(({ id }) => id),
  );
  const of = (ids: readonly string[]) => ids.filter((id) => known.has(id));
  return { ...wish, leaveOut: of(wish.leaveOut), assumeMet: of(wish.assumeMet) };
}

const sizeOf = (wish: ScenarioWish | undefined): number =>
  (wish?.leaveOut.length ?? 0) + (wish?.assumeMet.length ?? 0);

/** The statements that write it into the assessment that goes on, once its references stand there. */
export function carriedPlanRows(
  { scenarios, planId, actions }: CarriedPlan,
  { assessmentId, byName }: { assessmentId: string; byName: string },
): SQL[] {
  // They all come at one moment; then they are listed by their ids.
  const ids = scenarios.map(() => randomUUID()).toSorted();
  const copies = scenarios.map(({ name, wish }, at) => ({ id: ids[at], name, wish }));
  const whatIfs = sql`
    insert into junbi.scenario (scenario_id, assessment_id, rests_on, name, wish, actor_name)
    select x.id, ${assessmentId}, ctx.reach(), x.name, x.wish, ${byName}
      from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) x (id uuid, name text, wish jsonb)`;
  if (planId === null) return [whatIfs];
  const copy = randomUUID();
  const plan = sql`
    insert into junbi.plan (plan_id, assessment_id, rests_on, name, wish, answer, today, actor_name)
    select ${copy}, ${assessmentId}, ctx.reach(), name, wish, answer, today, ${byName}
      from junbi.plan where plan_id = ${planId}`;
  // What shows that an item is done is the same reference where that came along, and else the earlier one.
  const items = sql`
    insert into junbi.plan_item_event (plan_id, action_id, version, rests_on, state, owner_role, due_on,
                                       evidence_id, reason, request_id, actor_name)
    select ${copy}, i.action_id, 1, ctx.reach(), i.state, i.owner_role, i.due_on,
           coalesce(n.evidence_id, i.evidence_id), i.reason, ${copy}, ${byName}
      from (select distinct on (action_id) * from junbi.plan_item_event
             where plan_id = ${planId} and action_id = any (${sql.param(actions)}::text[])
             order by action_id, version desc) i
      left join junbi.evidence e on e.company_id = i.company_id and e.evidence_id = i.evidence_id
      left join lateral (
        select evidence_id from junbi.evidence
         where company_id = e.company_id and assessment_id = ${assessmentId}
           and (title, version_label, dated, owner_role, location, sha256, covers_from, covers_to, valid_until) is not distinct from
               (e.title, e.version_label, e.dated, e.owner_role, e.location, e.sha256, e.covers_from, e.covers_to, e.valid_until)
         order by question_id = e.question_id desc, evidence_id limit 1) n on true`;
  return [whatIfs, plan, items];
}
