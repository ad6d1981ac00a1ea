import { factsOf, type Condition } from '../condition.ts';
import type { Fact } from '../fact.ts';
import { domainOf } from '../question-id.ts';
import type { Content } from './content.ts';

/** Whatever names something else names a thing that exists. */
export function references({ edition, fileOf }: Content): string[] {
  const facts = new Map(edition.profile.document.facts.map((fact) => [fact.id, fact]));
  const model = edition.gapModel.document;
  const requirements = new Map(model.requirements.map((entry) => [entry.id, entry]));
  const domains = new Set(model.domains.map((domain) => domain.id));
  const problems: string[] = [];
  const asked = new Map<string, number>();

  for (const { key, document } of edition.questionnaires) {
    for (const question of document.questions) {
      const place = `${fileOf(key)}: question ${question.id}`;
      for (const id of question.requirements) {
        asked.set(id, (asked.get(id) ?? 0) + 1);
        if (!requirements.has(id)) problems.push(`${place}: there is no requirement ${id}.`);
        if (!document.domains.includes(domainOf(id))) {
          problems.push(`${place}: domain ${domainOf(id)} does not belong to ${document.id}.`);
        }
        if (!sameCondition(question.condition, requirements.get(id)?.condition)) {
          problems.push(`${place}: its condition differs from that of requirement ${id}.`);
        }
      }
      problems.push(...conditionFaults(place, question.condition, facts));
    }
  }

  const modelFile = fileOf(edition.gapModel.key);
  for (const requirement of model.requirements) {
    const place = `${modelFile}: requirement ${requirement.id}`;
    if (!domains.has(domainOf(requirement.id))) problems.push(`${place}: has no domain.`);
    const times = asked.get(requirement.id) ?? 0;
    if (times === 0) problems.push(`${place}: is asked by no question.`);
    problems.push(...conditionFaults(place, requirement.condition, facts));
  }
  for (const coverage of model.coverage) {
    for (const id of coverage.requirements) {
      if (!requirements.has(id)) {
        problems.push(`${modelFile}: coverage ${coverage.id}: there is no requirement ${id}.`);
      }
    }
  }

  for (const action of edition.actions.document.actions) {
    const place = `${fileOf(edition.actions.key)}: action ${action.id}`;
    for (const { requirement } of [...action.raises, ...action.after]) {
      if (!requirements.has(requirement)) {
        problems.push(`${place}: there is no requirement ${requirement}.`);
      }
    }
    for (const range of [action.personDays, action.yen, action.leadTimeWeeks]) {
      if (range.per !== undefined && facts.get(range.per)?.type !== 'integer') {
        problems.push(`${place}: is scaled by ${range.per}, which is no number in the profile.`);
      }
    }
    problems.push(...conditionFaults(place, action.condition, facts));
  }
  return problems;
}

function sameCondition(a: Condition | undefined, b: Condition | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function conditionFaults(
  place: string,
  condition: Condition | undefined,
  facts: ReadonlyMap<string, Fact>,
): string[] {
  if (condition === undefined) return [];
  const missing = factsOf(condition).filter((id) => !facts.has(id));
  if (missing.length > 0) return missing.map((id) => `${place}: there is no fact ${id}.`);
  return comparisons(condition).flatMap((part) => {
    const fact = facts.get(part.fact);
    return fact === undefined || fits(part, fact)
      ? []
      : [`${place}: compares the ${fact.type} fact ${fact.id} with something it can never be.`];
  });
}

type Comparison = Extract<Condition, { fact: string }>;

function comparisons(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  if ('not' in condition) return comparisons(condition.not);
  return [condition];
}

function fits(part: Comparison, fact: Fact): boolean {
  if ('gte' in part || 'lte' in part) return fact.type === 'integer';
  const values = 'eq' in part ? [part.eq] : part.in;
  if (fact.type === 'boolean') return values.every((value) => typeof value === 'boolean');
  if (fact.type === 'integer') return values.every((value) => typeof value === 'number');
  return values.every((value) => fact.options.some((option) => option.id === value));
}
