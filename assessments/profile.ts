import type { Share } from './interval.ts';
import type { RequirementResult } from './requirement-result.ts';

/** Σ w·min(level, target) / Σ w·target over the applicable requirements that the mode asks. */
export function attainment(requirements: Iterable<RequirementResult>): Share | null {
  let lo = 0;
  let hi = 0;
  let of = 0;
  for (const { asked, level, target, weight } of requirements) {
    if (!asked || level === null) continue;
    lo += weight * (level.lo < target ? level.lo : target);
    hi += weight * (level.hi < target ? level.hi : target);
    of += weight * target;
  }
  return of === 0 ? null : { lo, hi, of };
}
