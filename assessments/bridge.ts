import Fraction from 'fraction.js';
import type { Answer, Answers } from './answer.ts';
import { carry, mappedBetween } from './carry.ts';
import type { Edition } from './edition.ts';
import type { Rational } from './rational.ts';
import { score, type Assessment } from './score.ts';
import { shapley, type Side } from './shapley.ts';

export interface Dated extends Assessment {
  edition: Edition;
}

/** What moved a figure: other answers, another edition, another scope (stage, mode, facts, 該当しない). */
export const FACTORS = ['answers', 'edition', 'scope'] as const;
export type Factor = (typeof FACTORS)[number];
export type BridgeParts = Record<Factor | 'total', Rational>;

type End = 'lo' | 'hi';
type SideOf = (factor: Factor) => Side;

/**
 * The overall attainment of `after` less that of `before`, shared among three factors: each part is
 * its mean step over all orders (Shapley), so the parts add to the difference exactly. An attainment
 * without a figure counts as 0.
 */
export function bridge(before: Dated, after: Dated): { lo: BridgeParts; hi: BridgeParts } {
  const ends = [before, after] as const;
  return { lo: partsOf(ends, 'lo'), hi: partsOf(ends, 'hi') };
}

function partsOf(ends: readonly [Dated, Dated], end: End): BridgeParts {
  const { part, total } = shapley(FACTORS, (side) => attained(mix(ends, side), end));
  return { answers: part('answers'), edition: part('edition'), scope: part('scope'), total };
}

/** An assessment whose answers, edition and scope come from either end. */
function mix(ends: readonly [Dated, Dated], side: SideOf): Dated {
  const { edition } = ends[side('edition')];
  const scope = ends[side('scope')];
  const answers: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(answersIn(edition, ends, side('answers')))) {
    if (answer !== undefined && !('notApplicable' in answer)) answers[id] = answer;
  }
  for (const [id, answer] of Object.entries(answersIn(edition, ends, side('scope')))) {
    if (answer !== undefined && 'notApplicable' in answer) answers[id] = answer;
  }
  return {
    edition,
    stage: scope.stage,
    mode: scope.mode,
    facts: scope.facts,
    answers,
  };
}

/**
 * What the answers of one end say under an edition: under a later one, what is carried to the same meaning.
 * Under an earlier one, what came back to the same meaning, and of the questions that changed the answers
 * of the other end: that they do not come along is the edition's doing.
 */
function answersIn(edition: Edition, ends: readonly [Dated, Dated], side: Side): Answers {
  const { edition: own, answers } = ends[side];
  if (own.id === edition.id) return answers;
  if (edition.follows?.edition === own.id) return carry(own, edition, answers).given;
  if (own.follows?.edition !== edition.id) return answers;
  const other = ends[side === 0 ? 1 : 0].answers;
  const known = mappedBetween(edition, own).flatMap(({ type, from }) => {
    const said = type === 'same' || type === 'wording' ? answers : other;
    return from.map((id) => [id, said[id]] as const);
  });
  return Object.fromEntries(known);
}

function attained({ edition, ...assessment }: Dated, end: End): Fraction {
  const { overall } = score(edition, assessment);
  return overall === null ? new Fraction(0) : new Fraction(overall[end], overall.of);
}
