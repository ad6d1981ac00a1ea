import type { CompanyFacts } from '#assessments/subsidies/company.ts';
import { readSupportFacts } from '#assessments/support-sheet.ts';
import type { ScenarioWish } from '#db/plan-json.ts';
import { planPlace } from '#db/plan-place.ts';
import { currentSupportFacts } from '#db/support-facts.ts';
import { readWorksheet, type Worksheet } from '#db/worksheets.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { inCompany, orNotFound, type CompanyMember } from '../guards.server.ts';
import { catalogue } from '../support/catalogue.server.ts';
import { readInForce, reckoned, type InForce } from './in-force.server.ts';
import { planned, planTask, type Planned } from './planner.server.ts';
import { readWish, wishOn, type WishRead } from './wish-fields.server.ts';

/** What plans and advice are made from. */
export interface PlanGround {
  worksheet: Worksheet;
  /** What is known of the company for support. */
  company: CompanyFacts;
  inForce: InForce | null;
  /** Nothing is kept or promoted here any more. */
  isClosed: boolean;
}

/** All that a plan needs, in one go; null where there is no such assessment. */
export async function readPlanGround(
  tx: CompanyTx,
  assessmentId: string,
): Promise<PlanGround | null> {
  const [worksheet, stored, inForce, place] = await Promise.all([
    readWorksheet(tx, assessmentId),
    currentSupportFacts(tx),
    readInForce(tx, assessmentId),
    planPlace(tx, assessmentId),
  ]);
  if (!worksheet || !place) return null;
  const profile = readSupportFacts({}, worksheet.facts, catalogue().facts);
  return {
    worksheet,
    company: { ...profile, ...stored?.facts },
    inForce,
    isClosed: place.isClosed,
  };
}

/** The plan for a wish; no transaction is open while it is solved. */
export function solvedFor(
  { worksheet, company, inForce }: PlanGround,
  wish: ScenarioWish,
  today: string,
  signal: AbortSignal,
): Promise<Planned> {
  const { support } = wish;
  const asked = wishOn(today, wish, reckoned(inForce));
  return planned({ ...planTask(worksheet, asked), company, support }, signal);
}

export const programmeIds = () => catalogue().programmes.map(({ document }) => document.id);

export interface PlanOf extends PlanGround {
  today: string;
  read: WishRead;
  /** Null where the wish was not understood. */
  solved: Planned | null;
}

/** The plan of an assessment under the conditions of an address. */
export async function planOf(
  member: CompanyMember,
  assessmentId: string,
  request: Request,
): Promise<PlanOf> {
  const ground = orNotFound(await inCompany(member, (tx) => readPlanGround(tx, assessmentId)));
  const today = dayInJapan(new Date());
  const search = new URL(request.url).searchParams;
  const read = readWish(search, ground.worksheet.edition, programmeIds());
  const solved = read.ok ? await solvedFor(ground, read.wish, today, request.signal) : null;
  return { ...ground, today, read, solved };
}
