import type { Share } from './interval.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';

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
    if (requirement.overlay !== null) continue;
    count(overall, requirement);
    const share = byDomain.get(requirement.domain);
    if (share) count(share, requirement);
  }
  return {
    overall: figure(overall),
    domains: domains.map((id) => ({ id, share: figure(byDomain.get(id) ?? nothing()) })),
  };
}

/** The line of each overlay that asks for something; its requirements enter no other figure. */
export function overlaysOf(requirements: readonly RequirementResult[]): Pick<Result, 'overlays'> {
  const lines = new Map<string, Share>();
  for (const requirement of requirements) {
    if (requirement.overlay === null) continue;
    const line = lines.get(requirement.overlay) ?? nothing();
    lines.set(requirement.overlay, line);
    count(line, requirement);
  }
  if (lines.size === 0) return {};
  const ids = [...lines.keys()].sort();
  return { overlays: ids.map((id) => ({ id, share: figure(lines.get(id) ?? nothing()) })) };
}

/** The overall figure alone. */
export function attainment(requirements: readonly RequirementResult[]): Share | null {
  return profileOf(requirements, []).overall;
}

function nothing(): Share {
  return { lo: 0, hi: 0, of: 0 };
}

function count(share: Share, { asked, level, target, weight }: RequirementResult): void {
  if (!asked || level === null) return;
  share.lo += weight * (level.lo < target ? level.lo : target);
  share.hi += weight * (level.hi < target ? level.hi : target);
  share.of += weight * target;
}

/** No requirement, no figure: neither 0 nor 100. */
function figure(share: Share): Share | null {
  return share.of === 0 ? null : share;
}
