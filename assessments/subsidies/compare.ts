import type { FactValue } from '../fact.ts';
import type { Kleene } from '../kleene.ts';
import { numberOf, valueOf, type CompanyFacts } from './company.ts';

/** True only where the whole range fulfils it, false only where the whole range fails. */
export function atMost(range: { lo: number; hi: number } | 'none' | null, limit: number): Kleene {
  if (range === null) return 'unknown';
  if (range === 'none') return false;
  if (range.hi <= limit) return true;
  return range.lo > limit ? false : 'unknown';
}

export function atLeast(range: { lo: number; hi: number } | 'none' | null, limit: number): Kleene {
  if (range === null) return 'unknown';
  if (range === 'none') return false;
  if (range.lo >= limit) return true;
  return range.hi < limit ? false : 'unknown';
}

export function isOneOf(facts: CompanyFacts, id: string, values: readonly FactValue[]): Kleene {
  const answer = facts[id];
  if (answer !== undefined && 'state' in answer && answer.state === 'none') return false;
  const range = numberOf(facts, id);
  if (range !== null && range !== 'none' && range.lo < range.hi) {
    const isPossible = values.some(
      (each) => typeof each === 'number' && each >= range.lo && each <= range.hi,
    );
    return isPossible ? 'unknown' : false;
  }
  const value = valueOf(facts, id);
  return value === undefined ? 'unknown' : values.some((each) => each === value);
}

/** Whether a set holds a member; a set that is given is complete. */
export function includes(facts: CompanyFacts, id: string, member: string): Kleene {
  const value = valueOf(facts, id);
  if (Array.isArray(value)) return value.some((each) => each === member);
  const answer = facts[id];
  return answer !== undefined && 'state' in answer && answer.state === 'none' ? false : 'unknown';
}
