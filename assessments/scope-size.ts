import type { Edition } from './edition.ts';
import { MODES, type Mode } from './questionnaire.ts';

/** How many questions a mode asks, and about how long finding out and answering takes. */
export interface ScopeSize {
  mode: Mode;
  questions: number;
  minutes: number;
}

export function scopeSizes(edition: Edition): ScopeSize[] {
  const questions = edition.questionnaires.flatMap(({ document }) => document.questions);
  return MODES.map((mode) => {
    const asked = questions.filter((question) => question.modes.includes(mode));
    return {
      mode,
      questions: asked.length,
      minutes: asked.reduce((sum, question) => sum + question.minutes, 0),
    };
  });
}
