import { LEAST_COUNTED } from './counted-range.ts';

/** A cell that would tell something, and who is in what it tells, by digest. */
export interface ToldSet {
  id: string;
  members: ReadonlySet<string>;
}

/**
 * Which of the sets must be hidden so that no two differ by one to nine companies (security.md 5.2, step
 * 10): of two that do, the smaller.
 */
export function tooClose(sets: readonly ToldSet[]): Set<string> {
  const shared = overlaps(sets);
  const hidden = new Set<string>();
  // Largest first: the smaller of a pair always meets one that stays.
  const order = sets
    .map((_, at) => at)
    .toSorted((a, b) => sizeOf(sets, b) - sizeOf(sets, a) || a - b);
  for (const [rank, small] of order.entries()) {
    const isClose = order.slice(0, rank).some((large) => {
      if (hidden.has(sets[large]?.id ?? '')) return false;
      const both = shared.get(keyOf(large, small)) ?? 0;
      const apart = sizeOf(sets, large) + sizeOf(sets, small) - 2 * both;
      return apart > 0 && apart < LEAST_COUNTED;
    });
    if (isClose) hidden.add(sets[small]?.id ?? '');
  }
  return hidden;
}

const sizeOf = (sets: readonly ToldSet[], at: number): number => sets[at]?.members.size ?? 0;
const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How many each two sets share, in one walk over the members. */
function overlaps(sets: readonly ToldSet[]): Map<string, number> {
  const places = new Map<string, number[]>();
  for (const [at, { members }] of sets.entries())
    for (const member of members) {
      const known = places.get(member);
      if (known) known.push(at);
      else places.set(member, [at]);
    }
  const shared = new Map<string, number>();
  for (const within of places.values())
    for (const [at, one] of within.entries())
      for (const other of within.slice(at + 1)) {
        const key = keyOf(one, other);
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  return shared;
}
