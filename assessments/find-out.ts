import type { Answers } from './answer.ts';
import { evaluate, factsOf } from './condition.ts';
import type { EditionIndex, IndexedQuestion } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { toFindOut } from './gate.ts';
import type { Mode } from './questionnaire.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';

/** Why a level is open: a fact of the company, わからない, or no answer yet. */
export type OpenBecause =
  | { reason: 'condition'; facts: string[]; question: null }
  | { reason: 'unknown' | 'unanswered'; facts: []; question: IndexedQuestion };

export interface FindOut {
  requirement: RequirementResult;
  because: OpenBecause;
  /** Its share `n/d` of the open width of its domain; `d` is 0 where the mode has none. */
  settles: { n: number; d: number };
}

/** 「調べることリスト」 of what the mode asks, with the reason and the question of each. */
export function findOutList(
  index: EditionIndex,
  result: Result,
  facts: Facts,
  answers: Answers,
): FindOut[] {
  const requirements = new Map(result.requirements.map((entry) => [entry.id, entry]));
  const widths = new Map(
    result.domains.map(({ id, share }) => [id, share === null ? 0 : share.hi - share.lo]),
  );
  return toFindOut(result.gate, requirements)
    .filter((requirement) => requirement.asked)
    .flatMap((requirement) => {
      const because = openBecause(index, requirement.id, result.mode, facts, answers);
      if (because === null) return [];
      const { loss } = requirement;
      const n = loss === null ? 0 : loss.hi - loss.lo;
      return [{ requirement, because, settles: { n, d: widths.get(requirement.domain) ?? 0 } }];
    });
}

/** Null where nothing is open: every asked question of the requirement has its level. */
export function openBecause(
  index: EditionIndex,
  requirementId: string,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): OpenBecause | null {
  const entry = index.requirementById.get(requirementId);
  if (!entry) throw new RangeError(`The edition has no requirement ${requirementId}.`);
  const asked = entry.levelQuestions.filter((question) => question.modes.has(mode));
  const undecided = [entry, ...asked].filter(
    ({ condition }) => evaluate(condition, facts) === 'unknown',
  );
  if (undecided.length > 0) {
    const open = undecided
      .flatMap(({ condition }) => factsOf(condition))
      .filter((id) => facts[id] === undefined || facts[id] === 'unknown');
    return { reason: 'condition', facts: [...new Set(open)], question: null };
  }
  for (const question of asked) {
    if (evaluate(question.condition, facts) === false) continue;
    const answer = answers[question.id];
    if (answer === undefined) return { reason: 'unanswered', facts: [], question };
    if ('unknown' in answer) return { reason: 'unknown', facts: [], question };
  }
  return null;
}
