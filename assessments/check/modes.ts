import { MODES, type Mode } from '../questionnaire.ts';
import type { Content } from './content.ts';

/** Quick is part of standard, standard of full, and standard is what the gap model calls so. */
export function modes({ edition, fileOf }: Content): string[] {
  const standard = new Set(
    edition.gapModel.document.requirements
      .filter((entry) => entry.standard)
      .map((entry) => entry.id),
  );
  return edition.questionnaires.flatMap(({ key, document }) =>
    document.questions.flatMap((question) => {
      const place = `${fileOf(key)}: question ${question.id}`;
      const first = MODES.findIndex((mode) => question.modes.includes(mode));
      const missing = MODES.slice(Math.max(first, 0)).filter(
        (mode) => !question.modes.includes(mode),
      );
      return [
        ...missing.map((mode) => `${place}: a smaller mode asks it, but ${mode} does not.`),
        ...(question.modes.includes('standard') ===
        question.requirements.some((id) => standard.has(id))
          ? []
          : [`${place}: the mode standard and the standard set of the gap model differ.`]),
      ];
    }),
  );
}

/** How many questions each mode asks. */
export function modeCounts({ edition }: Content): Record<Mode, number> {
  const questions = edition.questionnaires.flatMap(({ document }) => document.questions);
  const count = (mode: Mode) => questions.filter(({ modes }) => modes.includes(mode)).length;
  return { quick: count('quick'), standard: count('standard'), full: count('full') };
}
