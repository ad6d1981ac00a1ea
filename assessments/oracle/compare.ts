import type { Share } from '../interval.ts';
import type { Result } from '../result.ts';

/** a/b ≤ c/d for positive b and d, exactly. */
export function atMost(a: number, b: number, c: number, d: number): boolean {
  return BigInt(a) * BigInt(d) <= BigInt(c) * BigInt(b);
}

/** `inner` lies within `outer`; an attainment without a figure lies everywhere. */
export function within(inner: Share | null, outer: Share | null): boolean {
  if (inner === null) return true;
  if (outer === null) return false;
  return (
    atMost(outer.lo, outer.of, inner.lo, inner.of) && atMost(inner.hi, inner.of, outer.hi, outer.of)
  );
}

/** Neither end of `after` is lower than that of `before`. */
export function notLower(before: Share | null, after: Share | null): boolean {
  if (before === null || after === null) return before === after;
  return (
    atMost(before.lo, before.of, after.lo, after.of) &&
    atMost(before.hi, before.of, after.hi, after.of)
  );
}

/** The attainments of a result: overall and of each domain, in one fixed order. */
export function shares({ overall, domains }: Result): (Share | null)[] {
  return [overall, ...domains.map(({ share }) => share)];
}

/** What of `after` does not stand to its counterpart in `before` as it should. */
export function broken(
  before: Result,
  after: Result,
  stands: (before: Share | null, after: Share | null) => boolean,
): string[] {
  const later = shares(after);
  return shares(before).flatMap((share, at) =>
    stands(share, later[at] ?? null)
      ? []
      : [`${JSON.stringify(share)} became ${JSON.stringify(later[at])}`],
  );
}
