import type { Answer, Answers } from './answer.ts';
import type { EditionIndex } from './edition-index.ts';
import type { Facts } from './fact.ts';
import type { LevelInterval } from './interval.ts';
import { questionLevel } from './level.ts';
import type { Mode } from './questionnaire.ts';

export interface QuestionTrace {
  id: string;
  answer: Answer | null;
  /** Null where the question is hidden or set aside. */
  level: LevelInterval | null;
  state: 'counted' | 'hidden' | 'not-applicable' | 'not-asked';
  /** It holds an end of the requirement's level where it is: no other question is lower there. */
  decides: boolean;
}

/** The answers that make the level of a requirement, the deciding ones marked. */
export function explainRequirement(
  index: EditionIndex,
  requirementId: string,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): QuestionTrace[] {
  const requirement = index.requirementById.get(requirementId);
  if (!requirement) throw new RangeError(`The edition has no requirement ${requirementId}.`);
  const traces = requirement.levelQuestions.map((entry): QuestionTrace => {
    const given = questionLevel(entry, mode, facts, answers);
    const answer = answers[entry.id] ?? null;
    if (typeof given === 'string') {
      return { id: entry.id, answer, level: null, state: given, decides: false };
    }
    const state = entry.modes.has(mode) ? 'counted' : 'not-asked';
    return { id: entry.id, answer, level: given, state, decides: false };
  });
  const lo = Math.min(...traces.flatMap((trace) => trace.level?.lo ?? []));
  const hi = Math.min(...traces.flatMap((trace) => trace.level?.hi ?? []));
  return traces.map((trace) => ({
    ...trace,
    decides: trace.level?.lo === lo || trace.level?.hi === hi,
  }));
}
