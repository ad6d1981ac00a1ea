import type { Action } from '../action.ts';
import { evaluate } from '../condition.ts';
import type { EditionIndex } from '../edition-index.ts';
import type { Facts } from '../fact.ts';
import type { Result } from '../result.ts';
import { scaled } from '../worklist.ts';
import { weeksUntil, type Day } from './calendar.ts';
import { EFFORT_UNITS, type Goalpost, type Problem, type Task } from './task.ts';

/** An action that is under way or finished, whatever the answers say. */
export type Item =
  { action: string; state: 'done' } | { action: string; state: 'ordered'; finish: Day };

/** What both cases are made from. */
export interface Ground {
  index: EditionIndex;
  result: Result;
  facts: Facts;
  today: Day;
  items: readonly Item[];
  /** Actions that are not to be done, by id. */
  leaveOut: readonly string[];
}

type Limits = Pick<Problem, 'capacity' | 'budget' | 'by'>;

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
  const { index, result, facts, items, leaveOut, today } = ground;
  const done = new Set(items.flatMap(({ action, state }) => (state === 'done' ? [action] : [])));
  const ordered = new Map(
    items.flatMap((item) =>
      item.state === 'ordered' ? [[item.action, item.finish] as const] : [],
    ),
  );
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
        level: waits && isApproached ? Math.max(found, one.target) : found,
        target: one.target,
        weight: one.weight,
        isInGate: one.countsInGate && !(waits && !isApproached),
      },
    ];
  });
  const tasks = all
    .filter((action) => !done.has(action.id) && !leaveOut.includes(action.id))
    .filter((action) => evaluate(action.condition ?? null, facts) !== false)
    .filter((action) => isApproached || !brings(action, index))
    .map((action) => taskOf(action, facts, end, today, ordered.get(action.id)));
  return { tasks, goalposts, ...limits };
}

/** Whether an action stands for what only an agency can do. */
function brings({ raises }: Action, index: EditionIndex): boolean {
  return raises.some(
    ({ requirement }) => index.requirementById.get(requirement)?.requirement.waitsOnAgency === true,
  );
}

function taskOf(
  action: Action,
  facts: Facts,
  end: 'worst' | 'best',
  today: Day,
  orderedFor: Day | undefined,
): Task {
  const side = end === 'worst' ? 'hi' : 'lo';
  const weeks = scaled(action.leadTimeWeeks, facts)[side];
  return {
    id: action.id,
    effort: scaled(action.personDays, facts)[side] * EFFORT_UNITS,
    yen: scaled(action.yen, facts)[side],
    weeks: Math.max(1, orderedFor === undefined ? weeks : weeksUntil(today, orderedFor)),
    raises: action.raises,
    // What is ordered waits for nothing any more.
    after: orderedFor === undefined ? action.after : [],
    notBefore: 0,
  };
}
