import type { Language } from '#assessments/bilingual.ts';
import type { Scenario } from '#db/scenarios.ts';
import type { Planned } from '../planning/planner.server.ts';
import { searchOf } from '../planning/wish-fields.server.ts';
import { programmeName } from '../support/catalogue.server.ts';
import { dateText, rangeText, yenRangeText, yenText } from '../print.ts';

/** A scenario with what the engine answers for it today. */
export function scenarioRow(
  { scenarioId, name, wish, byName }: Scenario,
  solved: Planned,
  language: Language,
) {
  const plan = solved.ok ? solved.plan : null;
  const ready = plan?.weeksToReady ?? null;
  const isPlan = plan !== null && plan.status !== 'infeasible';
  return {
    id: scenarioId,
    name,
    byName,
    search: searchOf(wish),
    goal: wish.goal,
    budget: wish.budget === null ? null : yenText(wish.budget, language),
    by: wish.by === null ? null : dateText(wish.by, language),
    capacity: String(wish.capacityDays),
    leave: wish.leaveOut,
    assume: wish.assumeMet,
    wait: wish.support.map((id) => programmeName(id, language)),
    status: plan?.status ?? ('gave-up' as const),
    ready: ready && isPlan ? rangeText(ready.best, ready.worst, language) : null,
    cost: isPlan ? yenRangeText(plan.totals.yen.lo, plan.totals.yen.hi, language) : null,
    days: isPlan ? rangeText(plan.totals.personDays.lo, plan.totals.personDays.hi, language) : null,
    left: plan?.left.length ?? null,
  };
}
export type ScenarioRow = ReturnType<typeof scenarioRow>;
