import type { Action } from '../action.ts';
import { evaluate } from '../condition.ts';
import type { EditionIndex } from '../edition-index.ts';
import type { Facts } from '../fact.ts';
import type { Result } from '../result.ts';
import { scaled } from '../worklist.ts';
import { EFFORT_UNITS, weekFrom, type Day } from './calendar.ts';
import type { Goalpost, Problem, Task } from './task.ts';

/** An action that is under way or finished, whatever the answers say. */
export type Item =
  | { action: string; state: 'done'; orderedOn: Day | null }
  /** Ordered: it does not wait for others any more, and ends on `finish` where that is known. */
  | { action: string; state: 'ordered'; orderedOn: Day | null; finish: Day | null }
  /** Under way in the company, with its whole time to go; whether anything was ordered was not said. */
  | { action: string; state: 'begun' };

/** What keeps an action from starting before a day: the decision on a grant. */
export interface Hold {
  action: string;
  until: Day;
}

/** What both cases are made from. */
export interface Ground {
  index: EditionIndex;
  result: Result;
  facts: Facts;
  today: Day;
  items: readonly Item[];
  /** Actions that are not to be done, by id. */
  leaveOut: readonly string[];
  holds: readonly Hold[];
  /** Requirements that are taken as met for a what-if, by id. */
  assumeMet?: readonly string[];
}

export type Limits = Pick<Problem, 'capacity' | 'budget' | 'by'>;

/**
 * The problem of a company: `worst` with the high ends of all ranges and what is unknown as level 0,
 * `best` with the low ends and what is unknown as met. With `isApproached` an agency has come, and what
 * waits on it counts as met; without, nothing that waits on it can begin.
 */
export function problemOf(
  ground: Ground,
  end: 'worst' | 'best',
  limits: Limits,
  { isApproached }: { isApproached: boolean },
): Problem {
  const { index, result, facts, items, leaveOut, assumeMet = [] } = ground;
  const done = new Set(items.flatMap(({ action, state }) => (state === 'done' ? [action] : [])));
  const all = index.edition.actions.document.actions;
  const raised = all.filter(({ id }) => done.has(id)).flatMap(({ raises }) => raises);
  const goalposts = result.requirements.flatMap((one): Goalpost[] => {
    if (one.level === null) return [];
    const waits = index.requirementById.get(one.id)?.requirement.waitsOnAgency === true;
    const levels = raised.flatMap(({ requirement, level }) =>
      requirement === one.id ? [level] : [],
    );
    const found = Math.max(end === 'worst' ? one.level.lo : one.level.hi, ...levels);
    return [
      {
        id: one.id,
        level:
          (waits && isApproached) || assumeMet.includes(one.id)
            ? Math.max(found, one.target)
            : found,
        target: one.target,
        weight: one.weight,
        isInGate: one.countsInGate && !(waits && !isApproached),
      },
    ];
  });
  const tasks = all
    .filter((action) => !done.has(action.id) && !leaveOut.includes(action.id))
    .filter((action) => evaluate(action.condition ?? null, facts) !== false)
    .filter((action) => isApproached || !bringsNeed(action, ground))
    .map((action) => taskOf(action, ground, end));
  return { tasks, goalposts, ...limits };
}

/** Whether an action stands for what only an agency can do: the target of what waits on it. */
function bringsNeed({ raises }: Action, { index, result }: Ground): boolean {
  return raises.some(({ requirement, level }) => {
    const target = result.requirements.find(({ id }) => id === requirement)?.target;
    const waits = index.requirementById.get(requirement)?.requirement.waitsOnAgency === true;
    return waits && target !== undefined && level >= target;
  });
}

function taskOf(
  { id, leadTimeWeeks, personDays, yen, raises, after }: Action,
  { facts, today, items, holds }: Ground,
  end: 'worst' | 'best',
): Task {
  const side = end === 'worst' ? 'hi' : 'lo';
  const begun = items.find(({ action, state }) => action === id && state !== 'done');
  const finish = begun?.state === 'ordered' ? begun.finish : null;
  const weeks = finish === null ? scaled(leadTimeWeeks, facts)[side] : weekFrom(today, finish);
  const held = holds
    .filter(({ action }) => action === id)
    .map(({ until }) => weekFrom(today, until));
  return {
    id,
    effort: scaled(personDays, facts)[side] * EFFORT_UNITS,
    yen: scaled(yen, facts)[side],
    weeks: Math.max(1, weeks),
    raises,
    after,
    isBegun: begun !== undefined,
    notBefore: begun ? 0 : Math.max(0, ...held),
  };
}
