import type { Bilingual } from './bilingual.ts';
import { mappedBetween } from './carry.ts';
import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import { CHANGES, type Change } from './mapping.ts';

/** What a new edition changes, why, and what it asks of people; for a page and for `diff`. */
export interface UpgradeNote {
  from: { id: string; title: Bilingual };
  to: { id: string; title: Bilingual };
  counts: Record<Change, number>;
  changes: {
    type: Exclude<Change, 'same'>;
    from: { id: string; text: Bilingual }[];
    to: { id: string; text: Bilingual }[];
    reason: Bilingual;
  }[];
  /** Requirements that are new, gone, or that weigh or ask something else; by id. */
  requirements: { added: string[]; removed: string[]; changed: string[] };
  /** Questions of the new edition that a person must look at, of a company that had answered everything. */
  forPeople: { questions: string[]; minutes: number };
}

/** @throws where the edition does not follow the other */
export function upgradeNote(before: Edition, after: Edition): UpgradeNote {
  const [old, next] = [indexEdition(before), indexEdition(after)];
  const all = mappedBetween(before, after);
  const textIn = ({ questionById }: typeof old, id: string) => {
    const entry = questionById.get(id);
    if (!entry) throw new Error(`There is no question ${id}.`);
    return { id, text: entry.question.text };
  };
  const questions = all
    .filter(({ type }) => type !== 'same' && type !== 'wording')
    .flatMap(({ to }) => to)
    .toSorted();
  const minutes = questions.reduce(
    (sum, id) => sum + (next.questionById.get(id)?.question.minutes ?? 0),
    0,
  );
  return {
    from: { id: before.id, title: before.title },
    to: { id: after.id, title: after.title },
    counts: countsOf(all),
    changes: all.flatMap(({ type, from, to, change }) =>
      type === 'same' || !change
        ? []
        : [
            {
              type,
              from: from.map((id) => textIn(old, id)),
              to: to.map((id) => textIn(next, id)),
              reason: change.reason,
            },
          ],
    ),
    requirements: requirementsOf(before, after),
    forPeople: { questions, minutes },
  };
}

function countsOf(all: readonly { type: Change }[]): Record<Change, number> {
  const counts: Record<Change, number> = {
    same: 0,
    wording: 0,
    meaning: 0,
    split: 0,
    merged: 0,
    new: 0,
    retired: 0,
  };
  for (const change of CHANGES) counts[change] = all.filter(({ type }) => type === change).length;
  return counts;
}

function requirementsOf(before: Edition, after: Edition): UpgradeNote['requirements'] {
  const [old, next] = [indexEdition(before), indexEdition(after)].map(
    ({ requirements }) =>
      new Map(
        requirements.map(({ id, obligation, weight, targets, countsInGate, condition }) => [
          id,
          JSON.stringify([obligation, weight, targets, countsInGate, condition]),
        ]),
      ),
  );
  if (!old || !next) throw new Error('There are two editions.');
  return {
    added: [...next.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !next.has(id)),
    changed: [...next].flatMap(([id, found]) => (old.has(id) && old.get(id) !== found ? [id] : [])),
  };
}
