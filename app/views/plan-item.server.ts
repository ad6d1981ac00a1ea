import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import type { PlanItem } from '#db/plan-items.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { momentText } from '../print.ts';

/** One item with its action, the evidence that may show it and the answers that it may change. */
export function itemView(
  item: PlanItem,
  { edition, evidence, answers }: Worksheet,
  language: Language,
) {
  // prettier-ignore
  const index = indexEdition(edition);
  const at = item.at.toISOString();
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
    at: momentText(at, language),
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
