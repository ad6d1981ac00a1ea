import { sql, type SQL } from 'drizzle-orm';
import { isClosed } from './assessment-states.ts';
import type { CompanyTx } from './tenant.ts';

/** Whether the plan of `a` is worked on in the one that goes on from it or, undone, in the one it came from. */
export const isElsewhere = sql`(a.state = 'undone' or exists (
  select from junbi.carrying c join junbi.assessment n on n.company_id = c.company_id and n.assessment_id = c.assessment_id
    join junbi.plan q on q.company_id = n.company_id and q.assessment_id = n.assessment_id
   where c.company_id = a.company_id and c.from_assessment_id = a.assessment_id and n.state <> 'undone'))`;

/** Lets a carrying in flight come first; what it wrote is seen by the statements after. */
export function carryingFirst(of: { assessmentId: string } | { planId: string }): SQL {
  const which =
    'planId' in of
      ? sql`(select assessment_id from junbi.plan where plan_id = ${of.planId})`
      : sql`${of.assessmentId}`;
  return sql`select from junbi.assessment where assessment_id = ${which} for key share`;
}

export interface PlanPlace {
  /** Items are saved elsewhere. */
  isElsewhere: boolean;
  /** No plan is promoted and no what-if kept here any more. */
  isClosed: boolean;
}

/** Where the plan of an assessment is worked on; null where there is no such assessment. */
export async function planPlace(tx: CompanyTx, assessmentId: string): Promise<PlanPlace | null> {
  const { rows } = await tx.execute<{ elsewhere: boolean; closed: boolean }>(sql`
    select ${isElsewhere} as elsewhere, ${isClosed} as closed
      from junbi.assessment a where a.assessment_id = ${assessmentId}`);
  const [one] = rows;
  return one ? { isElsewhere: one.elsewhere, isClosed: one.closed } : null;
}
