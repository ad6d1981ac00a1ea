import { indexEdition } from '#assessments/edition-index.ts';
import { firstItems } from '#assessments/plan/first-items.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { plan } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import type { ScenarioWish } from '../plan-json.ts';
import { findItem, saveItem } from '../plan-items.ts';
import { promoteScenario } from '../plans.ts';
import { addScenario } from '../scenarios.ts';
import type { CompanyTx } from '../tenant.ts';
import { readWorksheet } from '../worksheets.ts';
import { workday } from './calendar.ts';
import { metalMaker } from './people.ts';
import { stableId } from './stable-id.ts';

const { assessmentId } = metalMaker;

const free = { budget: null, by: null, leaveOut: [], assumeMet: [], support: [] };

/** Two what-ifs; the first is the plan. */
const scenarios: readonly { name: string; wish: ScenarioWish }[] = [
  { name: '二人で進める', wish: { ...free, goal: 'ready-soonest', capacityDays: 4 } },
  { name: '費用を抑え、手間を増やす', wish: { ...free, goal: 'cheapest-ready', capacityDays: 6 } },
];

type Outcome = { ok: true } | { ok: false; reason: string };

/** Makes a plan as of the day of loading and takes its first action up; told twice, it stands once. */
export async function tellPlan(tx: CompanyTx, byName: string, now: Date): Promise<Outcome> {
  const ids = scenarios.map(({ name }) => stableId(`scenario ${name}`));
  for (const [at, { name, wish }] of scenarios.entries()) {
    const added = await addScenario(tx, {
      scenarioId: ids[at] ?? '',
      assessmentId,
      name,
      wish,
      byName,
    });
    if (!added.ok) return added;
  }
  const [first] = scenarios;
  const worksheet = await readWorksheet(tx, assessmentId);
  if (!worksheet || !first) return { ok: false, reason: 'not-found' };
  const { assessment, edition, facts, answers } = worksheet;
  const standpoint = {
    index: indexEdition(edition),
    result: score(edition, { ...assessment, facts, answers }),
    facts,
  };
  const today = workday(now, 0);
  const { support: _, ...rest } = first.wish;
  const answer = plan(standpoint, { ...rest, today, items: [], holds: [] }, await openSolver());
  const planId = stableId('plan');
  const items = firstItems(answer, edition, today);
  const promoted = await promoteScenario(tx, {
    planId,
    assessmentId,
    scenarioId: ids[0] ?? '',
    answer,
    today,
    items,
    byName,
  });
  const [begun] = items;
  const item = begun && (await findItem(tx, planId, begun.actionId));
  if (!promoted.ok || !item || item.version > 1) return promoted;
  const { actionId, ownerRole, dueOn } = item;
  const given = { planId, actionId, ownerRole, dueOn, base: 1, state: 'doing' } as const;
  const requestId = stableId('plan item');
  return saveItem(tx, { ...given, evidenceId: null, reason: null, requestId, byName });
}
