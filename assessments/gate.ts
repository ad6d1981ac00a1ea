import type { RequirementResult } from './requirement-result.ts';

export type GateStatus = 'blocked' | 'undetermined' | 'clear';

export interface Gate {
  status: GateStatus;
  /** How many applicable requirements count. */
  counted: number;
  /** Definitely below target, by id. */
  blockers: string[];
  /** Perhaps below target, by id. */
  undetermined: string[];
  /** Of the undetermined, those that the mode does not ask. */
  notAsked: string[];
}

/** The gate over the applicable counted requirements of the whole edition, whatever the mode. */
export function gateOf(requirements: readonly RequirementResult[]): Gate {
  const gate: Gate = {
    status: 'clear',
    counted: 0,
    blockers: [],
    undetermined: [],
    notAsked: [],
  };
  for (const { id, countsInGate, level, target, asked } of requirements) {
    if (!countsInGate || level === null) continue;
    gate.counted += 1;
    if (level.hi < target) gate.blockers.push(id);
    else if (level.lo < target) {
      gate.undetermined.push(id);
      if (!asked) gate.notAsked.push(id);
    }
  }
  if (gate.blockers.length > 0) gate.status = 'blocked';
  else if (gate.undetermined.length > 0) gate.status = 'undetermined';
  return gate;
}

/** 「調べることリスト」: what settles most comes first (obligation, then weight, then id). */
export function toFindOut(
  gate: Gate,
  requirements: ReadonlyMap<string, RequirementResult>,
): RequirementResult[] {
  return gate.undetermined
    .flatMap((id) => requirements.get(id) ?? [])
    .sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function rank({ obligation }: RequirementResult): number {
  return obligation === 'mandatory' || obligation === 'conditional' ? 0 : 1;
}
