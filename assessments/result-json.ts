import type { Share } from './interval.ts';
import { fractionText } from './rational.ts';
import type { Result } from './result.ts';

/** A result for other programs: fractions as `"n/d"` in lowest terms, ids sorted. */
export function resultJson(result: Result) {
  const of = result.overall?.of ?? 1;
  return {
    edition: result.edition,
    stage: result.stage,
    gate: {
      status: result.gate.status,
      blockers: result.gate.blockers.toSorted(),
      undetermined: result.gate.undetermined.toSorted(),
    },
    overall: shareJson(result.overall),
    domains: result.domains.map(({ id, share }) => ({ id, ...shareJson(share) })),
    ...(result.overlays && {
      overlays: result.overlays.map(({ id, share }) => ({ id, ...shareJson(share) })),
    }),
    requirements: result.requirements.map(({ id, applicable, level, target, loss }) => ({
      id,
      applicable,
      lo: level?.lo ?? null,
      hi: level?.hi ?? null,
      target,
      loss:
        loss === null
          ? null
          : { lo: fractionText({ n: loss.lo, d: of }), hi: fractionText({ n: loss.hi, d: of }) },
    })),
    questions: {
      hidden: result.questions.hidden.toSorted(),
      unanswered: result.questions.unanswered.toSorted(),
      unknown: result.questions.unknown.toSorted(),
    },
  };
}

function shareJson(share: Share | null) {
  if (share === null) return { lo: null, hi: null };
  return {
    lo: fractionText({ n: share.lo, d: share.of }),
    hi: fractionText({ n: share.hi, d: share.of }),
  };
}
