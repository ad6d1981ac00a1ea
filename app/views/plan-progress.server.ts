import type { Language } from '#assessments/bilingual.ts';
import { daysBetween } from '#assessments/plan/calendar.ts';
import { ITEM_STATES, type ItemState } from '#db/item-states.ts';
import type { PlanItem } from '#db/plan-items.ts';
import type { Worksheet } from '#db/worksheets.ts';
import type { InForce } from '../planning/in-force.server.ts';
import { searchOf } from '../planning/wish-fields.server.ts';
import { dateText, listText } from '../print.ts';
import { programmeName } from '../support/catalogue.server.ts';
import { planView } from './plan.server.ts';

const isOpen = (state: ItemState) => state === 'todo' || state === 'doing';

/** The plan that holds in a few figures. */
export function standingOfPlan({ plan, items }: InForce, today: string, language: Language) {
  return {
    name: plan.name,
    day: dateText(plan.today, language),
    waits: listText(
      plan.wish.support.map((id) => programmeName(id, language)),
      language,
    ),
    counts: ITEM_STATES.map((state) => ({
      state,
      count: items.filter((item) => item.state === state).length,
    })),
    overdue: items.filter((item) => isOverdue(item, today)).length,
    search: searchOf(plan.wish),
  };
}
export type StandingOfPlan = ReturnType<typeof standingOfPlan>;

/** Each action of the plan that holds: when it was planned, who has it, and how it stands. */
export function progressView(
  inForce: InForce,
  worksheet: Worksheet,
  today: string,
  language: Language,
) {
  const { plan, items } = inForce;
  const planned = planView(plan.answer, worksheet, plan.today, language);
  const itemOf = new Map(items.map((item) => [item.actionId, item]));
  const rows = planned.rows.flatMap((row) => {
    const item = itemOf.get(row.id);
    if (!item) return [];
    const { state, ownerRole, dueOn } = item;
    const due = dateText(dueOn, language);
    // An action that did not come along with a carried plan is no page to look at.
    const after = row.after.filter((id) => itemOf.has(id));
    return [{ ...row, after, state, ownerRole, due, isOverdue: isOverdue(item, today) }];
  });
  const { weeks, months } = planned;
  const now = daysBetween(plan.today, today) / (7 * weeks);
  return {
    ...standingOfPlan(inForce, today, language),
    rows,
    weeks,
    months,
    /** The present day as a share of the weeks; null where they are over. */
    now: now <= 1 ? now : null,
  };
}
export type ProgressView = ReturnType<typeof progressView>;
export type ProgressRow = ProgressView['rows'][number];

function isOverdue({ state, dueOn }: PlanItem, today: string): boolean {
  return isOpen(state) && dueOn < today;
}
