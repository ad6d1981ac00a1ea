import { gateOf, type GateStatus } from '#assessments/gate.ts';
import type { Level, Obligation } from '#assessments/gap-model.ts';
import type { Share } from '#assessments/interval.ts';
import { attainment } from '#assessments/profile.ts';
import type { RequirementResult } from '#assessments/requirement-result.ts';

export type ExampleRow = {
  id: 'rules' | 'drill' | 'coordination';
  obligation: Obligation;
  weight: number;
  target: Level;
  level: { lo: Level; hi: Level };
  /** Numerators over `share.of`. */
  reached: { lo: number; hi: number };
  loss: { lo: number; hi: number };
};

const GIVEN: readonly Omit<ExampleRow, 'reached' | 'loss'>[] = [
  { id: 'rules', obligation: 'mandatory', weight: 3, target: 3, level: { lo: 1, hi: 1 } },
  { id: 'drill', obligation: 'expected', weight: 2, target: 2, level: { lo: 0, hi: 4 } },
  { id: 'coordination', obligation: 'recommended', weight: 1, target: 3, level: { lo: 4, hi: 4 } },
];

/** The worked example of the method page, through the engine itself: the page cannot be wrong. */
export function methodExample(): { rows: ExampleRow[]; share: Share; status: GateStatus } {
  const requirements = GIVEN.map(asResult);
  const share = attainment(requirements);
  if (share === null) throw new Error('The example has requirements, so it has a figure.');
  const rows = GIVEN.map((row): ExampleRow => {
    const at = (level: number) => row.weight * Math.min(level, row.target);
    const reached = { lo: at(row.level.lo), hi: at(row.level.hi) };
    const full = row.weight * row.target;
    return { ...row, reached, loss: { lo: full - reached.hi, hi: full - reached.lo } };
  });
  return { rows, share, status: gateOf(requirements).status };
}

function asResult(row: (typeof GIVEN)[number]): RequirementResult {
  return {
    ...row,
    domain: 'A',
    countsInGate: row.obligation !== 'recommended',
    applicable: true,
    because: null,
    asked: true,
    overlay: null,
    loss: null,
  };
}
