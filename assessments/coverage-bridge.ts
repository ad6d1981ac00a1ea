import Fraction from 'fraction.js';
import type { Answers } from './answer.ts';
import { evidenceCoverage } from './coverage.ts';
import { shownOn, type References } from './evidence-validity.ts';
import type { Day } from './plan/calendar.ts';
import type { Rational } from './rational.ts';
import { shapley } from './shapley.ts';

/** What moved the share of claims with evidence: other claims, other references, or documents that ended. */
export const COVERAGE_FACTORS = ['answers', 'references', 'expiry'] as const;
export type CoverageFactor = (typeof COVERAGE_FACTORS)[number];
export type CoverageParts = Record<CoverageFactor | 'total', Rational>;

export interface Covered {
  answers: Answers;
  references: References;
  /** The day by which it is judged whether a document holds. */
  day: Day;
}

/** The bridge of evidence coverage (Shapley); without a claim the share counts as 0. */
export function coverageBridge(before: Covered, after: Covered): CoverageParts {
  const ends = [before, after] as const;
  const { part, total } = shapley(COVERAGE_FACTORS, (side) =>
    share({
      answers: ends[side('answers')].answers,
      references: ends[side('references')].references,
      day: ends[side('expiry')].day,
    }),
  );
  return {
    answers: part('answers'),
    references: part('references'),
    expiry: part('expiry'),
    total,
  };
}

function share({ answers, references, day }: Covered): Fraction {
  const { shown, of } = evidenceCoverage(answers, shownOn(day, references));
  return of === 0 ? new Fraction(0) : new Fraction(shown, of);
}
