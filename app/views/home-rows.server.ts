import type { Language } from '#assessments/bilingual.ts';
import type { FindOut } from '#assessments/find-out.ts';
import type { NextStep } from '#assessments/next-steps.ts';
import { permille } from '#assessments/rational.ts';
import type { RequirementResult } from '#assessments/requirement-result.ts';
import type { Standing } from '#assessments/standing.ts';
import { pick } from '../language.ts';
import { actionLine, requirementTitle } from './actions-row.server.ts';

/** A requirement below target with the first action that raises it. */
export function blockerRow(
  { id, level, target }: RequirementResult,
  standing: Standing,
  language: Language,
) {
  const first = standing.work.items.find(({ action }) =>
    action.raises.some((raised) => raised.requirement === id),
  );
  return {
    id,
    title: requirementTitle(standing, id, language),
    lo: level?.lo ?? 0,
    hi: level?.hi ?? 4,
    target,
    action: first ? { id: first.action.id, title: pick(first.action.title, language) } : null,
  };
}
export type BlockerRow = ReturnType<typeof blockerRow>;

/** Something to find out: where to answer it, whom to ask, and what it settles. */
export function findOutRow(entry: FindOut, standing: Standing, language: Language) {
  const { requirement, because, settles } = entry;
  const { profile, gapModel } = standing.index.edition;
  const domain = gapModel.document.domains.find(({ id }) => id === requirement.domain);
  const asked = because.question?.question;
  return {
    id: requirement.id,
    title: requirementTitle(standing, requirement.id, language),
    reason: because.reason,
    question: because.question?.id ?? null,
    facts: because.facts.map((id) => {
      const fact = profile.document.facts.find((one) => one.id === id);
      return fact ? pick(fact.title, language) : id;
    }),
    domain: domain ? pick(domain.title, language) : requirement.domain,
    settlesPermille: settles.d === 0 ? 0 : permille(settles),
    ask: asked ? { role: asked.ask, minutes: asked.minutes } : null,
  };
}
export type FindOutRow = ReturnType<typeof findOutRow>;

export function nextRow(step: NextStep, standing: Standing, language: Language) {
  return step.kind === 'act'
    ? { kind: step.kind, action: actionLine(step.item, standing, language) }
    : { kind: step.kind, entry: findOutRow(step.entry, standing, language) };
}

/** Requirements set aside: by the company's facts, or by an answer with its reason. */
export function excludedRows(
  standing: Standing,
  answers: Record<string, unknown>,
  language: Language,
) {
  return standing.excluded.map(({ id, because }) => ({
    id,
    title: requirementTitle(standing, id, language),
    because,
    reasons: because === 'condition' ? [] : reasonsFor(standing, id, answers),
  }));
}
export type ExcludedRow = ReturnType<typeof excludedRows>[number];

function reasonsFor({ index }: Standing, id: string, answers: Record<string, unknown>): string[] {
  const questions = index.requirementById.get(id)?.levelQuestions ?? [];
  return questions.flatMap((question) => {
    const answer = answers[question.id];
    if (typeof answer !== 'object' || answer === null || !('notApplicable' in answer)) return [];
    return [String(answer.notApplicable)];
  });
}
