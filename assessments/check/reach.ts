import type { Action } from '../action.ts';
import { evaluate, factsOf, type Condition } from '../condition.ts';
import type { Fact, Facts, FactValue } from '../fact.ts';
import { STAGES } from '../gap-model.ts';
import type { Content } from './content.ts';

/** Every question can be shown, every prerequisite be met, and the targets all be reached. */
export function reach(content: Content): string[] {
  return [...unreachableQuestions(content), ...unreachableTargets(content)];
}

function unreachableQuestions({ edition, fileOf }: Content): string[] {
  const facts = new Map(edition.profile.document.facts.map((fact) => [fact.id, fact]));
  return edition.questionnaires.flatMap(({ key, document }) =>
    document.questions
      .filter(({ condition }) => condition !== undefined && !satisfiable(condition, facts))
      .map(({ id }) => `${fileOf(key)}: question ${id}: no company can ever be asked it.`),
  );
}

function satisfiable(condition: Condition, facts: ReadonlyMap<string, Fact>): boolean {
  const asked = [...new Set(factsOf(condition))].flatMap((id) => facts.get(id) ?? []);
  return combinations(asked, condition).some((given) => evaluate(condition, given) === true);
}

function combinations(facts: readonly Fact[], condition: Condition): Facts[] {
  return facts.reduce<Facts[]>(
    (sets, fact) =>
      values(fact, condition).flatMap((value) => sets.map((set) => ({ ...set, [fact.id]: value }))),
    [{}],
  );
}

/** For a number only 0, its least, and the places around what it is compared with matter. */
function values(fact: Fact, condition: Condition): FactValue[] {
  if (fact.type === 'boolean') return [true, false];
  if (fact.type === 'choice') return fact.options.map((option) => option.id);
  const around = numbersIn(condition).flatMap((n) => [n - 1, n, n + 1]);
  return [0, ...around].filter((value) => value >= 0);
}

function numbersIn(condition: Condition): number[] {
  if ('all' in condition) return condition.all.flatMap(numbersIn);
  if ('any' in condition) return condition.any.flatMap(numbersIn);
  if ('not' in condition) return numbersIn(condition.not);
  if ('gte' in condition) return [condition.gte];
  if ('lte' in condition) return [condition.lte];
  const given = 'eq' in condition ? [condition.eq] : condition.in;
  return given.filter((value) => typeof value === 'number');
}

function unreachableTargets({ edition, fileOf }: Content): string[] {
  const model = edition.gapModel.document;
  const actions = edition.actions.document.actions;
  const { levels, stuck } = carryOut(actions);
  return [
    ...stuck.map(
      (action) =>
        `${fileOf(edition.actions.key)}: action ${action.id}: can never start, because no action brings ${action.after
          .filter(({ requirement, level }) => (levels.get(requirement) ?? 0) < level)
          .map(({ requirement, level }) => `${requirement} to level ${level}`)
          .join(' and ')}.`,
    ),
    ...model.requirements.flatMap(({ id, phase }) =>
      STAGES.filter((stage) => (levels.get(id) ?? 0) < model.targets[phase][stage]).map(
        (stage) =>
          `${fileOf(edition.gapModel.key)}: requirement ${id}: actions bring it to level ${levels.get(id) ?? 0}, but stage ${stage} asks for ${model.targets[phase][stage]}.`,
      ),
    ),
  ];
}

/** From nothing, carries out whatever can start, until nothing more can. */
function carryOut(actions: readonly Action[]) {
  const levels = new Map<string, number>();
  let waiting = [...actions];
  for (;;) {
    const ready = waiting.filter((action) =>
      action.after.every(({ requirement, level }) => (levels.get(requirement) ?? 0) >= level),
    );
    if (ready.length === 0) return { levels, stuck: waiting };
    for (const { requirement, level } of ready.flatMap((action) => action.raises)) {
      levels.set(requirement, Math.max(levels.get(requirement) ?? 0, level));
    }
    waiting = waiting.filter((action) => !ready.includes(action));
  }
}
