import type { Share } from './interval.ts';
import type { RequirementResult } from './requirement-result.ts';

export interface Profile {
  /** Null where no applicable requirement is asked. */
  overall: Share | null;
  domains: { id: string; share: Share | null }[];
}

/** Σ w·min(level, target) / Σ w·target over the applicable requirements that the mode asks. */
export function profileOf(
  requirements: readonly RequirementResult[],
  domains: readonly string[],
): Profile {
  const overall = nothing();
  const byDomain = new Map(domains.map((id) => [id, nothing()]));
  for (const requirement of requirements) {
    if (!requirement.asked || requirement.level === null) continue;
    const { level, target, weight } = requirement;
    const lo = weight * (level.lo < target ? level.lo : target);
    const hi = weight * (level.hi < target ? level.hi : target);
    add(overall, lo, hi, weight * target);
    const share = byDomain.get(requirement.domain);
    if (share) add(share, lo, hi, weight * target);
  }
  return {
    overall: figure(overall),
    domains: domains.map((id) => ({ id, share: figure(byDomain.get(id) ?? nothing()) })),
  };
}

/** The overall figure alone. */
export function attainment(requirements: readonly RequirementResult[]): Share | null {
  return profileOf(requirements, []).overall;
}

function nothing(): Share {
  return { lo: 0, hi: 0, of: 0 };
}

function add(share: Share, lo: number, hi: number, of: number): void {
  share.lo += lo;
  share.hi += hi;
  share.of += of;
}

/** No requirement, no figure: neither 0 nor 100. */
function figure(share: Share): Share | null {
  return share.of === 0 ? null : share;
}
