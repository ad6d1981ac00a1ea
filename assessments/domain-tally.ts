import type { Gap } from './gap.ts';

/** How many requirements of a domain are below target, to be explained, or open. */
export interface DomainTally {
  below: number;
  toExplain: number;
  open: number;
}

export function tallyOf(gaps: readonly Gap[], domain: string): DomainTally {
  const tally = { below: 0, toExplain: 0, open: 0 };
  for (const { requirement, certainty, explains } of gaps) {
    if (requirement.domain !== domain) continue;
    if (certainty === 'open') tally.open += 1;
    else if (explains) tally.toExplain += 1;
    else tally.below += 1;
  }
  return tally;
}
