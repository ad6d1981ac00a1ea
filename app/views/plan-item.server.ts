import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import type { PlanItem } from '#db/plan-items.ts';
import type { Worksheet } from '#db/worksheets.ts';
import type { InForce } from '../planning/in-force.server.ts';
import { pick } from '../language.ts';
import { dateText } from '../print.ts';

/** The items of the plan in the order of its actions, for the board. */
export function boardView(
  { plan, items }: InForce,
  { edition }: Worksheet,
  today: string,
  language: Language,
) {
  const titles = new Map(edition.actions.document.actions.map(({ id, title }) => [id, pick(title, language)])); // prettier-ignore
  const order = new Map(plan.answer.actions.map(({ id }, at) => [id, at]));
  return {
    name: plan.name,
    day: dateText(plan.today, language),
    items: items
      .map(({ actionId, state, ownerRole, dueOn }) => ({
        id: actionId,
        title: titles.get(actionId) ?? actionId,
        state,
        ownerRole,
        due: dateText(dueOn, language),
        isOverdue: dueOn < today && (state === 'todo' || state === 'doing'),
      }))
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  };
}
export type BoardView = ReturnType<typeof boardView>;

/** One item with its action, the evidence that may show it and the answers that it may change. */
export function itemView(
  item: PlanItem,
  { edition, evidence, answers }: Worksheet,
  language: Language,
) {
  // prettier-ignore
  const index = indexEdition(edition);
  const action = edition.actions.document.actions.find(({ id }) => id === item.actionId);
  const raised = (action?.raises ?? []).map(({ requirement, level }) => {
    const entry = index.requirementById.get(requirement);
    const [question] = entry?.levelQuestions ?? [];
    return {
      id: requirement,
      title: entry ? pick(entry.requirement.title, language) : requirement,
      level,
      question: question?.id ?? null,
      answered: question ? answers[question.id] !== undefined : false,
    };
  });
  return {
    ...item,
    at: item.at.toISOString(),
    title: action ? pick(action.title, language) : item.actionId,
    what: action ? pick(action.what, language) : '',
    raised,
    evidence: raised.flatMap(({ question }) =>
      (question === null ? [] : (evidence.get(question) ?? [])).map((one) => ({
        value: one.evidenceId,
        label: one.title,
      })),
    ),
  };
}
