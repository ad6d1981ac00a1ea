import type { Item } from '#assessments/plan/cases.ts';
import { listItems, type PlanItem } from '#db/plan-items.ts';
import { currentPlan, type PromotedPlan } from '#db/plans.ts';
import type { CompanyTx } from '#db/tenant.ts';

/** The plan that holds, and how its actions stand. */
export interface InForce {
  plan: PromotedPlan;
  items: PlanItem[];
}

/** Null before a plan was promoted, and for who does not see the whole assessment. */
export async function readInForce(tx: CompanyTx, assessmentId: string): Promise<InForce | null> {
  const plan = await currentPlan(tx, assessmentId);
  return plan && { plan, items: await listItems(tx, plan.planId) };
}

/** What is done and what is under way, as the engine reckons with it. What was dropped stays open. */
export function reckoned(inForce: InForce | null): Item[] {
  return (inForce?.items ?? []).flatMap(({ actionId, state }): Item[] => {
    if (state === 'done') return [{ action: actionId, state, orderedOn: null }];
    return state === 'doing' ? [{ action: actionId, state: 'begun' }] : [];
  });
}
