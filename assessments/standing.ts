import { waitingForNeed } from './agency-need.ts';
import { tallyOf, type DomainTally } from './domain-tally.ts';
import type { Edition } from './edition.ts';
import { indexEdition, type EditionIndex, type IndexedQuestion } from './edition-index.ts';
import { findOutList, type FindOut } from './find-out.ts';
import { gapsOf, type Gap } from './gap.ts';
import type { Share } from './interval.ts';
import { journey } from './journey.ts';
import { nextSteps, type NextStep } from './next-steps.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';
import { score, type Assessment } from './score.ts';
import { worklist, type Worklist } from './worklist.ts';

/** Where a company stands and what comes next: what home, gaps, actions and report show. */
export interface Standing {
  index: EditionIndex;
  result: Result;
  /** The questions of the mode that are not hidden, in order. */
  asked: IndexedQuestion[];
  gaps: Gap[];
  /** Gate requirements definitely below target that the company can meet itself. */
  blockers: RequirementResult[];
  /** Those that wait for an agency to move. */
  waiting: RequirementResult[];
  findOut: FindOut[];
  /** All that the mode asks, what waits on an agency included. */
  work: Worklist;
  /** Actions to start only once an agency's need is visible, by id. */
  onNeed: ReadonlySet<string>;
  next: NextStep[];
  domains: { id: string; share: Share | null; tally: DomainTally }[];
  /** Left out of all figures; `because` says why. */
  excluded: RequirementResult[];
}

export function standingOf(edition: Edition, assessment: Assessment): Standing {
  const index = indexEdition(edition);
  const { facts, answers } = assessment;
  const result = score(edition, assessment);
  const gaps = gapsOf(index, result);
  const work = worklist(edition, result, facts);
  const onNeed = waitingForNeed(index, result, work.items);
  const findOut = findOutList(index, result, facts, answers);
  const below = result.requirements.filter(({ id }) => result.gate.blockers.includes(id));
  const waits = ({ id }: RequirementResult) =>
    index.requirementById.get(id)?.requirement.waitsOnAgency === true;
  return {
    index,
    result,
    asked: journey(index, assessment.mode, facts).flatMap(({ entry, shown }) =>
      shown === false ? [] : [entry],
    ),
    gaps,
    blockers: below.filter((requirement) => !waits(requirement)),
    waiting: below.filter(waits),
    findOut,
    work,
    onNeed,
    next: nextSteps(work.items, onNeed, result.gate, findOut),
    domains: result.domains.map(({ id, share }) => ({ id, share, tally: tallyOf(gaps, id) })),
    excluded: result.requirements.filter(({ applicable }) => applicable === false),
  };
}
