import type { Facts, FactValue } from './fact.ts';
import { all, any, not, type Kleene } from './kleene.ts';

/** When a question or a requirement applies. Data, so that it can be drawn, compared and checked. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; eq: FactValue }
  | { fact: string; in: FactValue[] }
  | { fact: string; gte: number }
  | { fact: string; lte: number };

/** A fact that is absent or unknown makes the comparison unknown; no condition at all is true. */
export function evaluate(condition: Condition | null, facts: Facts): Kleene {
  if (condition === null) return true;
  if ('all' in condition) return all(condition.all.map((part) => evaluate(part, facts)));
  if ('any' in condition) return any(condition.any.map((part) => evaluate(part, facts)));
  if ('not' in condition) return not(evaluate(condition.not, facts));
  const value = facts[condition.fact];
  if (value === undefined || value === 'unknown') return 'unknown';
  if ('eq' in condition) return value === condition.eq;
  if ('in' in condition) return condition.in.includes(value);
  if (typeof value !== 'number') {
    throw new TypeError(
      `The fact ${condition.fact} is compared as a number but is ${typeof value}.`,
    );
  }
  return 'gte' in condition ? value >= condition.gte : value <= condition.lte;
}

/** The ids of the facts that a condition asks for. */
export function factsOf(condition: Condition | null): string[] {
  if (condition === null) return [];
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  if ('not' in condition) return factsOf(condition.not);
  return [condition.fact];
}
