import { DEFAULT_CAPACITY_DAYS, type Wish } from '#assessments/plan.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { inCompany, orNotFound, type CompanyMember } from '../guards.server.ts';
import { catalogue as newestCatalogue } from '../support/catalogue.server.ts';
import { reckoned } from './in-force.server.ts';
import { readPlanGround } from './plan-of.server.ts';
import { advised, planTask, type Advised } from './planner.server.ts';

export interface AdviceOf {
  worksheet: Worksheet;
  catalogue: Catalogue;
  advised: Advised;
}

/** What is said about public support for the open actions of an assessment. */
export async function adviceOf(
  member: CompanyMember,
  assessmentId: string,
  request: Request,
): Promise<AdviceOf> {
  const { worksheet, company, inForce } = orNotFound(
    await inCompany(member, (tx) => readPlanGround(tx, assessmentId)),
  );
  const catalogue = newestCatalogue();
  const wish: Wish = {
    goal: 'ready-soonest',
    today: dayInJapan(new Date()),
    capacityDays: inForce?.plan.wish.capacityDays ?? DEFAULT_CAPACITY_DAYS,
    budget: null,
    by: null,
    items: reckoned(inForce),
    leaveOut: [],
    holds: [],
  };
  const task = { ...planTask(worksheet, wish), company };
  return { worksheet, catalogue, advised: await advised(task, request.signal) };
}
