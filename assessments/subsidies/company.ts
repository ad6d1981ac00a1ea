import type { FactValue } from '../fact.ts';
import type { Day } from '../plan/calendar.ts';

/** An owner of shares, without a name. */
export interface Owner {
  /** In hundredths of a per cent of the shares. */
  share: number;
  /** `fund`: investment promotion companies and investment limited partnerships, which do not count as large. */
  kind: 'individual' | 'sme' | 'large' | 'deemed-large' | 'fund' | 'company' | 'unknown';
  /** For `company`: what is known of it; its size and owners are then judged like the applicant's. */
  company?: CompanyFacts;
}

/** Public support that was received. */
export interface Award {
  /** A programme of the catalogue, by id. */
  programme: string;
  decidedOn: Day;
  isRunning: boolean | 'unknown';
  isReported: boolean | 'unknown';
}

/** What a fact can be; a set is complete. */
export type SupportValue = FactValue | readonly string[];

/**
 * What is known of one fact. Absent: not asked yet, or not known. `declined`: the person will not say, and
 * is not asked again. `none`: there is no such thing here, as capital where there is no company.
 */
export type SupportAnswer =
  | { value: SupportValue; asOf?: string; origin?: 'entered' | 'registry' | 'assessment' }
  | { owners: readonly Owner[] }
  | { awards: readonly Award[] }
  /** Somewhere between two ends, both included. */
  | { lo: number; hi: number }
  | { state: 'declined' | 'none' };

export type CompanyFacts = Readonly<Record<string, SupportAnswer>>;

/** The ends between which a number lies; null where nothing is known, `none` where there is no such thing. */
export function numberOf(
  facts: CompanyFacts,
  id: string,
): { lo: number; hi: number } | 'none' | null {
  const answer = facts[id];
  if (answer === undefined) return null;
  if ('state' in answer) return answer.state === 'none' ? 'none' : null;
  if ('lo' in answer) return answer;
  return 'value' in answer && typeof answer.value === 'number'
    ? { lo: answer.value, hi: answer.value }
    : null;
}

/** A fact as it was said; undefined where it is not known. */
export function valueOf(facts: CompanyFacts, id: string): SupportValue | undefined {
  const answer = facts[id];
  return answer !== undefined && 'value' in answer ? answer.value : undefined;
}

/** The owners that are known, and the shares that the list leaves open. */
export function ownersOf({ owners: answer }: CompanyFacts): {
  owners: readonly Owner[];
  open: number;
} {
  const owners = answer !== undefined && 'owners' in answer ? answer.owners : [];
  const listed = owners.reduce((sum, { share }) => sum + share, 0);
  return { owners, open: Math.max(0, WHOLE - listed) };
}

/** Support that was received; null where that is not known. */
export function awardsOf({ awards: answer }: CompanyFacts): readonly Award[] | null {
  return answer !== undefined && 'awards' in answer ? answer.awards : null;
}

/** All shares, in hundredths of a per cent. */
export const WHOLE = 10_000;
