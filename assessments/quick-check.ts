import type { Answers } from './answer.ts';
import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { openBecause, type OpenBecause } from './find-out.ts';
import type { Gap } from './gap.ts';
import type { GateStatus } from './gate.ts';
import { journey } from './journey.ts';
import type { RequirementResult } from './requirement-result.ts';
import { standingOf } from './standing.ts';
import type { WorkItem } from './worklist.ts';

/** What the quick check says. It asks a part of the gate, so it is never `clear`. */
export interface QuickCheck {
  status: GateStatus;
  /** How many requirements decide the state, and how many of them were not asked. */
  gate: { counted: number; notAsked: number };
  /** Below target for certain; the first decide the state, the others wait for an agency. */
  below: Gap[];
  waiting: Gap[];
  /** Points to explain to an agency, never a fault. */
  toExplain: Gap[];
  /** What finding out would settle, first what settles most. */
  open: { requirement: RequirementResult; because: OpenBecause }[];
  met: RequirementResult[];
  excluded: RequirementResult[];
  /** Worth doing even if no agency ever asks, and nothing has to come before. */
  begin: WorkItem[];
  /** Not to be started before an agency's need is visible. */
  notYet: WorkItem[];
}

const STAGE = 'application';
const MODE = 'quick';

/** The ids of the questions that apply or may apply, in order. */
export function quickQuestions(edition: Edition, facts: Facts): string[] {
  return journey(indexEdition(edition), MODE, facts).flatMap(({ entry, shown }) =>
    shown === false ? [] : [entry.id],
  );
}

/** Each asked requirement stands in exactly one of the six lists. */
export function quickCheck(edition: Edition, facts: Facts, answers: Answers): QuickCheck {
  const standing = standingOf(edition, { stage: STAGE, mode: MODE, facts, answers });
  const { index, result, gaps, findOut, work, onNeed } = standing;
  const waits = new Set(standing.waiting.map(({ id }) => id));
  const definite = gaps.filter(({ certainty }) => certainty === 'definite');
  const known = new Set(findOut.map(({ requirement }) => requirement.id));
  const others = gaps.filter(({ id, certainty }) => certainty === 'open' && !known.has(id));
  return {
    status: result.gate.status,
    gate: { counted: result.gate.counted, notAsked: result.gate.notAsked.length },
    below: definite.filter(({ id, explains }) => !explains && !waits.has(id)),
    waiting: definite.filter(({ id }) => waits.has(id)),
    toExplain: definite.filter(({ explains }) => explains),
    open: [
      ...findOut.map(({ requirement, because }) => ({ requirement, because })),
      ...others.flatMap(({ id, requirement }) => {
        const because = openBecause(index, id, MODE, facts, answers);
        return because === null ? [] : [{ requirement, because }];
      }),
    ],
    met: result.requirements.filter(
      ({ asked, level, target }) => asked && level !== null && level.lo >= target,
    ),
    excluded: result.requirements.filter(({ asked, level }) => asked && level === null),
    begin: work.items.filter(
      ({ action, certainty, after }) =>
        action.noRegret && certainty === 'needed' && after.length === 0 && !onNeed.has(action.id),
    ),
    notYet: work.items.filter(({ action }) => onNeed.has(action.id)),
  };
}
