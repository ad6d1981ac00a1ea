import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import { score, type Assessment } from './score.ts';

/** What one questionnaire adds to the gate; sums over questionnaires are those of the whole. */
export interface GatePart {
  /** Answered questions. */
  answered: number;
  /** Counted requirements definitely below target. */
  blockers: number;
  /** Counted requirements perhaps below target. */
  open: number;
}

/** The gate by questionnaire: each requirement belongs to the questionnaire that asks about it. */
export function gateParts(edition: Edition, assessment: Assessment): Record<string, GatePart> {
  const index = indexEdition(edition);
  const { gate } = score(edition, assessment);
  const parts = new Map<string, GatePart>();
  for (const { document } of edition.questionnaires) {
    const isOwn = (id: string) => document.domains.includes(id.slice(0, 1));
    const answered = index.questions.filter(
      ({ id, questionnaire }) =>
        questionnaire === document.id && assessment.answers[id] !== undefined,
    );
    parts.set(document.id, {
      answered: answered.length,
      blockers: gate.blockers.filter(isOwn).length,
      open: gate.undetermined.filter(isOwn).length,
    });
  }
  return Object.fromEntries(parts);
}
