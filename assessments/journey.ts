import type { Answers } from './answer.ts';
import { evaluate } from './condition.ts';
import type { EditionIndex, IndexedQuestion } from './edition-index.ts';
import type { Facts } from './fact.ts';
import type { Kleene } from './kleene.ts';
import type { Mode } from './questionnaire.ts';

export interface Step {
  entry: IndexedQuestion;
  /** False: hidden, kept and not counted. Unknown: shown, and counts as any level. */
  shown: Kleene;
}

/** The questions that a mode asks, in order, each with whether it applies. */
export function journey(index: EditionIndex, mode: Mode, facts: Facts): Step[] {
  const steps: Step[] = [];
  for (const entry of index.questions) {
    if (entry.modes.has(mode)) steps.push({ entry, shown: evaluate(entry.condition, facts) });
  }
  return steps;
}

export interface Progress {
  hidden: string[];
  unanswered: string[];
  unknown: string[];
}

/** Which of the questions that a mode asks are hidden, not yet answered, or answered わからない. */
export function progress(
  index: EditionIndex,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): Progress {
  const lists: Progress = { hidden: [], unanswered: [], unknown: [] };
  for (const { id, modes, condition } of index.questions) {
    if (!modes.has(mode)) continue;
    const answer = answers[id];
    if (condition !== null && evaluate(condition, facts) === false) lists.hidden.push(id);
    else if (answer === undefined) lists.unanswered.push(id);
    else if ('unknown' in answer) lists.unknown.push(id);
  }
  return lists;
}
