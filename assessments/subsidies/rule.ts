import type { FactValue } from '../fact.ts';
import { all, any, not, type Kleene } from '../kleene.ts';
import { addMonths, type Day } from '../plan/calendar.ts';
import { awardsOf, numberOf, type CompanyFacts } from './company.ts';
import { atLeast, atMost, includes, isOneOf } from './compare.ts';
import { deemedLarge, isTaxSme } from './deemed-large.ts';
import type { DeemedLarge, DeemedLargeRule, SizeTable } from './predicate.ts';
import { isSme, isSmall } from './size.ts';

/** A condition over the facts of a company, as data; evaluated in three values. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { fact: string; eq: FactValue }
  | { fact: string; in: FactValue[] }
  | { fact: string; gte: number }
  | { fact: string; lte: number }
  | { fact: string; includes: string }
  /** A predicate with tables of its own, pinned by the programme. */
  | { is: 'sme' | 'small' | 'deemed-large' | 'tax-sme' }
  | { awarded: string[]; withinMonths: number }
  | { awarded: string[]; still: 'running' | 'unreported' }
  | { awarded: string[]; ever: true };

/** What rules are evaluated over. */
export interface Ground {
  facts: CompanyFacts;
  size: SizeTable | null;
  deemedLarge: DeemedLarge | null;
  today: Day;
}

/** In Kleene's three values: a fact that is not known makes what hangs on it unknown. */
export function evaluate(rule: Rule, ground: Ground): Kleene {
  const { facts } = ground;
  if ('all' in rule) return all(rule.all.map((part) => evaluate(part, ground)));
  if ('any' in rule) return any(rule.any.map((part) => evaluate(part, ground)));
  if ('not' in rule) return not(evaluate(rule.not, ground));
  if ('is' in rule) return isOfKind(rule.is, ground);
  if ('awarded' in rule) return wasAwarded(rule, ground);
  if ('eq' in rule) return isOneOf(facts, rule.fact, [rule.eq]);
  if ('in' in rule) return isOneOf(facts, rule.fact, rule.in);
  if ('gte' in rule) return atLeast(numberOf(facts, rule.fact), rule.gte);
  if ('lte' in rule) return atMost(numberOf(facts, rule.fact), rule.lte);
  return includes(facts, rule.fact, rule.includes);
}

type Kind = 'sme' | 'small' | 'deemed-large' | 'tax-sme';

function isOfKind(kind: Kind, { facts, size, deemedLarge: predicate }: Ground): Kleene {
  if (!size) throw new Error(`A rule asks for ${kind}, and no size table is pinned.`);
  switch (kind) {
    case 'sme':
      return isSme(facts, size);
    case 'small':
      return isSmall(facts, size);
    case 'tax-sme':
      return isTaxSme(facts, size);
    case 'deemed-large':
      if (!predicate) throw new Error('A rule asks for deemed-large, and no predicate is pinned.');
      return deemedLarge(facts, predicate, size).value;
  }
}

function wasAwarded(rule: Extract<Rule, { awarded: string[] }>, { facts, today }: Ground): Kleene {
  const awards = awardsOf(facts);
  if (awards === null) return 'unknown';
  return any(
    awards
      .filter(({ programme }) => rule.awarded.includes(programme))
      .map((award): Kleene => {
        if ('withinMonths' in rule) return addMonths(award.decidedOn, rule.withinMonths) > today;
        if ('ever' in rule) return true;
        return rule.still === 'running' ? award.isRunning : not(award.isReported);
      }),
  );
}

/** The ids of the facts that a rule asks for. */
export function factsIn(rule: Rule, ground: Pick<Ground, 'size' | 'deemedLarge'>): string[] {
  if ('all' in rule) return rule.all.flatMap((part) => factsIn(part, ground));
  if ('any' in rule) return rule.any.flatMap((part) => factsIn(part, ground));
  if ('not' in rule) return factsIn(rule.not, ground);
  if ('awarded' in rule) return ['awards'];
  if ('fact' in rule) return [rule.fact];
  switch (rule.is) {
    case 'sme':
      return ['legalForm', 'sizeIndustry', 'capital', 'employees'];
    case 'small':
      return ['legalForm', 'sizeIndustry', 'employees'];
    case 'tax-sme':
      return ['blueReturn', 'capital', 'owners', 'averageIncomeThreeYears'];
    case 'deemed-large':
      return (ground.deemedLarge?.rules ?? []).flatMap((each) => DEEMED_LARGE_FACTS[each](ground));
  }
}

const DEEMED_LARGE_FACTS: Record<
  DeemedLargeRule,
  (ground: Pick<Ground, 'deemedLarge'>) => string[]
> = {
  A1: () => ['owners'],
  A2: () => ['owners'],
  A3: ({ deemedLarge }) =>
    deemedLarge?.officers === 'inside'
      ? ['insideOfficers', 'insideOfficersFromLarge']
      : ['officers', 'officersFromLarge'],
  A4: () => ['owners'],
  A5: () => ['allOfficersFromDeemedLarge'],
  A6: () => ['averageIncomeThreeYears'],
};
