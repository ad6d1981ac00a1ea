import Fraction from 'fraction.js';
import type { Answer, Answers } from './answer.ts';
import { carry, mappedBetween } from './carry.ts';
import type { Edition } from './edition.ts';
import { rational, type Rational } from './rational.ts';
import { score, type Assessment } from './score.ts';

export interface Dated extends Assessment {
  edition: Edition;
}

/** What moved a figure: other answers, another edition, another scope (stage, mode, facts, 該当しない). */
export const FACTORS = ['answers', 'edition', 'scope'] as const;
export type Factor = (typeof FACTORS)[number];
export type BridgeParts = Record<Factor | 'total', Rational>;

type End = 'lo' | 'hi';
type Side = 0 | 1;
type Sides = Record<Factor, Side>;

const ORDERS: readonly (readonly Factor[])[] = [
  ['answers', 'edition', 'scope'],
  ['answers', 'scope', 'edition'],
  ['edition', 'answers', 'scope'],
  ['edition', 'scope', 'answers'],
  ['scope', 'answers', 'edition'],
  ['scope', 'edition', 'answers'],
];

/**
 * The overall attainment of `after` less that of `before`, shared among three factors: each part is
 * its mean step over all orders (Shapley), so the parts add to the difference exactly. An attainment
 * without a figure counts as 0.
 */
export function bridge(before: Dated, after: Dated): { lo: BridgeParts; hi: BridgeParts } {
  const ends = [before, after] as const;
  return { lo: shapley(ends, 'lo'), hi: shapley(ends, 'hi') };
}

function shapley(ends: readonly [Dated, Dated], end: End): BridgeParts {
  const known = new Map<string, Fraction>();
  const value = (sides: Sides): Fraction => {
    const key = FACTORS.map((factor) => sides[factor]).join('');
    const found = known.get(key) ?? attained(mix(ends, sides), end);
    known.set(key, found);
    return found;
  };
  const parts: Record<Factor, Fraction> = {
    answers: new Fraction(0),
    edition: new Fraction(0),
    scope: new Fraction(0),
  };
  for (const order of ORDERS) {
    const sides: Sides = { answers: 0, edition: 0, scope: 0 };
    let here = value(sides);
    for (const factor of order) {
      sides[factor] = 1;
      const next = value({ ...sides });
      parts[factor] = parts[factor].add(next.sub(here).div(ORDERS.length));
      here = next;
    }
  }
  const total = value({ answers: 1, edition: 1, scope: 1 }).sub(
    value({ answers: 0, edition: 0, scope: 0 }),
  );
  return {
    answers: plain(parts.answers),
    edition: plain(parts.edition),
    scope: plain(parts.scope),
    total: plain(total),
  };
}

/** An assessment whose answers, edition and scope come from either end. */
function mix(ends: readonly [Dated, Dated], sides: Sides): Dated {
  const { edition } = ends[sides.edition];
  const scope = ends[sides.scope];
  const answers: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(answersIn(edition, ends, sides.answers))) {
    if (answer !== undefined && !('notApplicable' in answer)) answers[id] = answer;
  }
  for (const [id, answer] of Object.entries(answersIn(edition, ends, sides.scope))) {
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

function plain(value: Fraction): Rational {
  return rational(Number(value.s * value.n), Number(value.d));
}
