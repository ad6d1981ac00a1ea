import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Role } from '#assessments/questionnaire.ts';
import { record, recordRefusal } from './audit.ts';
import { instant, rows } from './rows.ts';
import type { ItemState } from './item-states.ts';
import { carryingFirst, isElsewhere } from './plan-place.ts';
import { evidence, evidenceWithdrawal } from './schema/evidence.ts';
import { planItemEvent } from './schema/plan.ts';
import type { CompanyTx } from './tenant.ts';

/** How an action of a plan stands. */
export interface PlanItem {
  actionId: string;
  version: number;
  state: ItemState;
  ownerRole: Role;
  /** `YYYY-MM-DD` */
  dueOn: string;
  /** What shows that it is done; or a reason. */
  evidenceId: string | null;
  /** Of that evidence; it may be of the assessment from which this one was carried. */
  evidence: { title: string; assessmentId: string } | null;
  /** When that evidence was withdrawn. */
  withdrawnAt: Date | null;
  reason: string | null;
  byName: string;
  at: Date;
}

export type ItemSaved =
  | { ok: true; version: number; at: Date }
  | { ok: false; reason: 'stale'; theirs: PlanItem }
  /** Done without evidence or reason, or dropped without a reason. */
  | { ok: false; reason: 'not-shown' }
  /** `no-evidence`: the evidence that it names is not there, or was withdrawn. `elsewhere`: the plan goes on in another assessment. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'no-evidence' | 'elsewhere' };

const written = z.strictObject({ version: z.number(), at: instant });
const before = z.strictObject({
  may_write: z.boolean(),
  is_elsewhere: z.boolean(),
  has_evidence: z.boolean(),
  version: z.number().nullable(),
  at: instant.nullable(),
});

export type ItemToSave = Pick<
  PlanItem,
  'actionId' | 'state' | 'ownerRole' | 'dueOn' | 'evidenceId' | 'reason'
> & {
  planId: string;
  /** The version that the person saw. */
  base: number;
  requestId: string;
  byName: string;
};

/** Whether a reference stands; none is fine. */
const standsAs = (evidenceId: string | null) => sql`(${evidenceId}::uuid is null or exists (
  select from junbi.evidence e where e.evidence_id = ${evidenceId}::uuid and not exists (
    select from junbi.evidence_withdrawal w where w.company_id = e.company_id and w.evidence_id = e.evidence_id)))`;

const isShown = ({ state, evidenceId, reason }: ItemToSave): boolean => {
  if (state === 'done') return evidenceId !== null || reason !== null;
  return state !== 'dropped' || reason !== null;
};

/**
 * Saves how an item stands as version `base + 1`. `stale`: somebody saved since; both stand, theirs in the
 * answer. The same `requestId` again gives the first outcome. The reason has passed the free-text guard
 * before. For who may write in the whole assessment.
 */
export async function saveItem(tx: CompanyTx, given: ItemToSave): Promise<ItemSaved> {
  if (!isShown(given)) return { ok: false, reason: 'not-shown' };
  const { planId, actionId, base, evidenceId } = given;
  await tx.execute(carryingFirst({ planId }));
  const [saved] = await rows(
    tx,
    written,
    sql`
      insert into junbi.plan_item_event (company_id, plan_id, action_id, version, rests_on, state, owner_role,
                                         due_on, evidence_id, reason, request_id, actor_name)
      select i.company_id, i.plan_id, i.action_id, i.version + 1, i.rests_on, ${given.state}, ${given.ownerRole},
             ${given.dueOn}::date, ${evidenceId}::uuid, ${given.reason}::text, ${given.requestId}, ${given.byName}
        from junbi.plan_item_event i
        join junbi.plan p on p.company_id = i.company_id and p.plan_id = i.plan_id
        join junbi.assessment a on a.company_id = p.company_id and a.assessment_id = p.assessment_id
       where not ${isElsewhere} and i.plan_id = ${planId} and i.action_id = ${actionId} and i.version = ${base}
         and i.company_id = ctx.company_rw()
         and ${standsAs(evidenceId)}
      on conflict do nothing
      returning version, at`,
  );
  if (!saved) return notSaved(tx, given);
  await record(tx, 'plan-item.saved', {
    target: `plan-item/${actionId}`,
    fields: { plan: planId, version: saved.version, state: given.state },
    sealed: { reason: given.reason, evidence: evidenceId },
  });
  return { ok: true, ...saved };
}

async function notSaved(tx: CompanyTx, given: ItemToSave): Promise<ItemSaved> {
  const { planId, actionId, requestId, evidenceId } = given;
  const theirs = await findItem(tx, planId, actionId);
  if (!theirs) return { ok: false, reason: 'not-found' };
  const [one] = await rows(
    tx,
    before,
    sql`
      select ctx.company_rw() is not null as may_write,
             ${standsAs(evidenceId)} as has_evidence,
             exists (select from junbi.plan p join junbi.assessment a on a.company_id = p.company_id and a.assessment_id = p.assessment_id
                      where p.plan_id = ${planId} and ${isElsewhere}) as is_elsewhere,
             i.version, i.at
        from (values (true)) one left join junbi.plan_item_event i
          on i.request_id = ${requestId} and i.plan_id = ${planId} and i.action_id = ${actionId}`,
  );
  if (one && one.version !== null && one.at) return { ok: true, version: one.version, at: one.at };
  if (!one?.may_write) {
    await recordRefusal(tx, 'plan-item.saved', `plan-item/${actionId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (one.is_elsewhere) return { ok: false, reason: 'elsewhere' };
  return one.has_evidence
    ? { ok: false, reason: 'stale', theirs }
    : { ok: false, reason: 'no-evidence' };
}

const isItsEvidence = and(
  eq(evidence.companyId, planItemEvent.companyId),
  eq(evidence.evidenceId, planItemEvent.evidenceId),
);

const isItsWithdrawal = and(
  eq(evidenceWithdrawal.companyId, planItemEvent.companyId),
  eq(evidenceWithdrawal.evidenceId, planItemEvent.evidenceId),
);

const columns = {
  actionId: planItemEvent.actionId,
  version: planItemEvent.version,
  state: planItemEvent.state,
  ownerRole: planItemEvent.ownerRole,
  dueOn: planItemEvent.dueOn,
  evidenceId: planItemEvent.evidenceId,
  evidence: { title: evidence.title, assessmentId: evidence.assessmentId },
  withdrawnAt: evidenceWithdrawal.at,
  reason: planItemEvent.reason,
  byName: planItemEvent.actorName,
  at: planItemEvent.at,
};

/** How one item of a plan stands; null where there is none. */
export async function findItem(
  tx: CompanyTx,
  planId: string,
  actionId: string,
): Promise<PlanItem | null> {
  const [newest] = await tx
    .select(columns)
    .from(planItemEvent)
    .leftJoin(evidence, isItsEvidence)
    .leftJoin(evidenceWithdrawal, isItsWithdrawal)
    .where(and(eq(planItemEvent.planId, planId), eq(planItemEvent.actionId, actionId)))
    .orderBy(desc(planItemEvent.version))
    .limit(1);
  return newest ?? null;
}

/** How every item of a plan stands, in the order of the actions' ids. */
export async function listItems(tx: CompanyTx, planId: string): Promise<PlanItem[]> {
  return tx
    .selectDistinctOn([planItemEvent.actionId], columns)
    .from(planItemEvent)
    .leftJoin(evidence, isItsEvidence)
    .leftJoin(evidenceWithdrawal, isItsWithdrawal)
    .where(eq(planItemEvent.planId, planId))
    .orderBy(planItemEvent.actionId, desc(planItemEvent.version));
}
