import { DEFAULT_CAPACITY_DAYS, type Wish } from '#assessments/plan.ts';
import { readWorksheet, type Worksheet } from '#db/worksheets.ts';
import { inCompany, orNotFound, type CompanyMember } from '../guards.server.ts';
import { dayInJapan } from '../print.ts';
import { planTask } from '../views/plan.server.ts';
import { planned, type Planned } from './planner.server.ts';
import { readWish, type WishRead } from './wish-fields.server.ts';

export interface PlanOf {
  worksheet: Worksheet;
  today: string;
  read: WishRead;
  capacityDays: number;
  /** Null where the wish was not understood. */
  solved: Planned | null;
}

/** The plan of an assessment under the conditions of an address; no transaction is open while it is solved. */
export async function planOf(
  member: CompanyMember,
  assessmentId: string,
  request: Request,
): Promise<PlanOf> {
  const worksheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, assessmentId)));
  const today = dayInJapan(new Date());
  const read = readWish(new URL(request.url).searchParams);
  if (!read.ok)
    return { worksheet, today, read, capacityDays: DEFAULT_CAPACITY_DAYS, solved: null };
  const wish: Wish = { ...read.wish, today, items: [], leaveOut: [], holds: [] };
  const solved = await planned(planTask(worksheet, wish), request.signal);
  return { worksheet, today, read, capacityDays: wish.capacityDays, solved };
}
