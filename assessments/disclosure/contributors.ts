import { daysBetween } from '../plan/calendar.ts';
import type { Contribution } from './contribution.ts';
import type { Keyed } from './keyed.ts';
import { isIn, type Lattice } from './lattice.ts';

const LEAST_DAYS = 30;

/**
 * Whose contribution counts (security.md 5.2, step 3): with at least half answered, thirty days after they
 * joined, inside the lattice, and one per holding and batch: which one is chosen by the key, so that nobody
 * can choose it. In the order of their digests.
 */
export function contributorsOf(
  contributions: readonly Contribution[],
  { lattice, asOf, secret }: { lattice: Lattice; asOf: string; secret: Keyed },
): Contribution[] {
  const ripe = contributions
    .filter((one) => one.answeredAtLeastHalf && isIn(lattice, one))
    .filter(({ joinedOn }) => daysBetween(joinedOn, asOf) >= LEAST_DAYS)
    .toSorted((a, b) => (secret.digest(a.company) < secret.digest(b.company) ? -1 : 1));
  const owners = ownersOf(ripe);
  const taken = new Set<string>();
  return ripe.filter(({ company }) => {
    const owner = owners(company);
    if (taken.has(owner)) return false;
    taken.add(owner);
    return true;
  });
}

/** Companies that share a holding or a batch, also over others, have one owner. */
function ownersOf(contributions: readonly Contribution[]): (company: string) => string {
  const parents = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    parents.set(key, at);
    return at;
  };
  for (const { company, holding, batch } of contributions)
    for (const key of [`holding ${holding}`, `batch ${batch}`])
      parents.set(root(key), root(`company ${company}`));
  return (company) => root(`company ${company}`);
}
