import type { Answers } from './answer.ts';
import type { Edition } from './edition.ts';
import { indexEdition, type IndexedRequirement } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { gateOf } from './gate.ts';
import type { Level, Stage } from './gap-model.ts';
import { progress } from './journey.ts';
import { levelOf } from './level.ts';
import { overlaysOf, profileOf } from './profile.ts';
import type { Mode } from './questionnaire.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';

/** Counts up whenever the same input could give another result; a frozen result names it. */
export const ENGINE = 1;

export interface Assessment {
  stage: Stage;
  mode: Mode;
  facts: Facts;
  answers: Answers;
}

/** All figures of an assessment. Answers must be those of the edition; see `answer-sheet.ts`. */
export function score(edition: Edition, { stage, mode, facts, answers }: Assessment): Result {
  const index = indexEdition(edition);
  const requirements = index.requirements.map((entry) =>
    requirementResult(entry, stage, mode, facts, answers),
  );
  return {
    edition: edition.id,
    stage,
    mode,
    gate: gateOf(requirements),
    ...profileOf(requirements, index.domains),
    ...overlaysOf(requirements),
    requirements,
    questions: progress(index, mode, facts, answers),
  };
}

function requirementResult(
  entry: IndexedRequirement,
  stage: Stage,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): RequirementResult {
  const found = levelOf(entry, mode, facts, answers);
  const target = entry.targets[stage];
  const asked = entry.modes.has(mode);
  const level = found.applicable === false ? null : found.level;
  return {
    id: entry.id,
    domain: entry.domain,
    obligation: entry.obligation,
    weight: entry.weight,
    target,
    countsInGate: entry.countsInGate,
    applicable: found.applicable,
    because: found.applicable === false ? found.because : null,
    asked,
    overlay: entry.overlay,
    level,
    loss:
      level === null
        ? null
        : lossOf(asked && entry.overlay === null ? entry.weight : 0, target, level.lo, level.hi),
  };
}

/** What is missing to the target; the best level leaves the least of it. */
function lossOf(weight: number, target: Level, lo: Level, hi: Level): { lo: number; hi: number } {
  return {
    lo: weight * (hi < target ? target - hi : 0),
    hi: weight * (lo < target ? target - lo : 0),
  };
}
