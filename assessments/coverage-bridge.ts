import Fraction from 'fraction.js';
import type { Answers } from './answer.ts';
import { evidenceCoverage } from './coverage.ts';
import { rational, type Rational } from './rational.ts';

/** What moved the share of claims with evidence: other claims, or other references. */
export const COVERAGE_FACTORS = ['answers', 'references'] as const;
export type CoverageFactor = (typeof COVERAGE_FACTORS)[number];
export type CoverageParts = Record<CoverageFactor | 'total', Rational>;

export interface Covered {
  answers: Answers;
  /** Questions of the same edition that name current evidence. */
  withEvidence: ReadonlySet<string>;
}

/** The bridge of evidence coverage (Shapley over two factors); without a claim the share counts as 0. */
export function coverageBridge(before: Covered, after: Covered): CoverageParts {
  const share = (answers: Covered, references: Covered): Fraction => {
    const { shown, of } = evidenceCoverage(answers.answers, references.withEvidence);
    return of === 0 ? new Fraction(0) : new Fraction(shown, of);
  };
  const [start, end] = [share(before, before), share(after, after)];
  const [answersFirst, referencesFirst] = [share(after, before), share(before, after)];
  const answers = answersFirst.sub(start).add(end.sub(referencesFirst)).div(2);
  const references = referencesFirst.sub(start).add(end.sub(answersFirst)).div(2);
  return { answers: plain(answers), references: plain(references), total: plain(end.sub(start)) };
}

function plain(value: Fraction): Rational {
  return rational(Number(value.s * value.n), Number(value.d));
}
