import type { Answers } from './answer.ts';

export interface EvidenceCoverage {
  /** Answers of level 3 or 4 that name current evidence. */
  shown: number;
  /** All answers of level 3 or 4. */
  of: number;
}

/** How many claims of practice name evidence: its own figure, never part of an attainment. */
export function evidenceCoverage(
  answers: Answers,
  withEvidence: ReadonlySet<string>,
): EvidenceCoverage {
  let shown = 0;
  let of = 0;
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === undefined || !('level' in answer) || answer.level < 3) continue;
    of += 1;
    if (withEvidence.has(id)) shown += 1;
  }
  return { shown, of };
}
