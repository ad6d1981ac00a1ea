import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { titleIn } from '#assessments/evidence-titles.ts';
import { eachDocument } from '#db/evidence.ts';
import type { PlanItem } from '#db/plan-items.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { momentText } from '../print.ts';

/** One item with its action, the evidence that may show it and the answers that it may change. */
export function itemView(
  item: PlanItem,
  { assessment, edition, evidence, answers }: Worksheet,
  language: Language,
) {
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
  const titled = (title: string) => titleIn(index, title, language);
  const named = raised.flatMap(({ question }) =>
    question === null ? [] : (evidence.get(question) ?? []),
  );
  // A document that several questions name is offered once.
  const offered = eachDocument(named).map((one) => ({
    value: one.evidenceId,
    label: titled(one.title),
  }));
  const linked = linkedTo(item, assessment.assessmentId, titled, language);
  return {
    ...item,
    at: momentText(at, language),
    withdrawn: isWithdrawn(item) ? titled(item.evidence?.title ?? '') : null,
    title: action ? pick(action.title, language) : item.actionId,
    what: action ? pick(action.what, language) : '',
    raised,
    evidence: [
      ...offered,
      ...linked.filter(({ value }) => !offered.some((one) => one.value === value)),
    ],
  };
}

const isWithdrawn = ({ withdrawnAt }: PlanItem) => withdrawnAt !== null;

/** What the item names already, though it may stand beside no question that the action raises. */
function linkedTo(
  item: PlanItem,
  assessmentId: string,
  titled: (title: string) => string,
  language: Language,
) {
  const { evidenceId, evidence } = item;
  if (evidenceId === null || evidence === null || isWithdrawn(item)) return [];
  const title = titled(evidence.title);
  const isEarlier = evidence.assessmentId !== assessmentId;
  return [{ value: evidenceId, label: isEarlier ? texts[language].item.earlier(title) : title }];
}
