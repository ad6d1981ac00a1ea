import type { Language } from '#assessments/bilingual.ts';
import { listItems } from '#db/plan-items.ts';
import { currentPlan } from '#db/plans.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { inCompany, type CompanyMember } from '../guards.server.ts';
import { boardView, type BoardView } from '../views/plan-item.server.ts';

/** How the plan that holds stands; null before one was promoted. */
export async function boardOf(
  member: CompanyMember,
  assessmentId: string,
  worksheet: Worksheet,
  today: string,
  language: Language,
): Promise<BoardView | null> {
  return inCompany({ ...member, view: null }, async (tx) => {
    const plan = await currentPlan(tx, assessmentId);
    return plan && boardView(plan, await listItems(tx, plan.planId), worksheet, today, language);
  });
}
