import type { Language } from '#assessments/bilingual.ts';
import type { Standing } from '#assessments/standing.ts';
import type { Span, WorkItem } from '#assessments/worklist.ts';
import { pick } from '../language.ts';
import { rangeText, yenRangeText } from '../print.ts';

/** The three figures of an action or of a sum, printed as ranges. */
export function figures(
  given: { personDays: Span; yen: Span; leadTimeWeeks: Span },
  language: Language,
) {
  const { personDays, yen, leadTimeWeeks } = given;
  return {
    days: rangeText(personDays.lo, personDays.hi, language),
    cost: yenRangeText(yen.lo, yen.hi, language),
    weeks: rangeText(leadTimeWeeks.lo, leadTimeWeeks.hi, language),
  };
}

/** An action in one line, as home and report show it. */
export function actionLine(item: WorkItem, standing: Standing, language: Language) {
  const { action } = item;
  return {
    id: action.id,
    title: pick(action.title, language),
    owner: action.owner,
    noRegret: action.noRegret,
    onNeed: standing.onNeed.has(action.id),
    ...figures(item, language),
  };
}

/** An action with what comes before it and what it reaches, without its long texts. */
export function actionRow(item: WorkItem, standing: Standing, language: Language) {
  const { action, after } = item;
  return {
    ...actionLine(item, standing, language),
    after: after.map((id) => ({ id, title: actionTitle(standing, id, language) })),
    reaches: action.raises.map(({ requirement, level }) => ({
      id: requirement,
      title: requirementTitle(standing, requirement, language),
      level,
    })),
  };
}

export function requirementTitle({ index }: Standing, id: string, language: Language): string {
  const entry = index.requirementById.get(id);
  return entry ? pick(entry.requirement.title, language) : id;
}

function actionTitle({ work }: Standing, id: string, language: Language): string {
  const item = work.items.find(({ action }) => action.id === id);
  return item ? pick(item.action.title, language) : id;
}
