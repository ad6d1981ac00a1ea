import type { RequirementLevel } from '../action.ts';

/** An action as the plan reckons with it: one number for each of its ranges. */
export interface Task {
  id: string;
  /** In whole units, spread freely over its weeks. */
  effort: number;
  yen: number;
  /** At least so many whole weeks lie between start and finish. */
  weeks: number;
  raises: readonly RequirementLevel[];
  /** Levels that must be reached before it starts. */
  after: readonly RequirementLevel[];
  /** It is under way: those levels are to be reached as well, but it does not wait for them any more. */
  isBegun: boolean;
  /** It does not start before this week. */
  notBefore: number;
}

/** A requirement as the plan finds it. */
export interface Goalpost {
  id: string;
  /** Where it is now; at `target` and above nothing is to be done. */
  level: number;
  target: number;
  weight: number;
  /** Whether being ready asks for it. */
  isInGate: boolean;
}

/** All that a plan is made from. */
export interface Problem {
  /** In the order of their ids. */
  tasks: readonly Task[];
  goalposts: readonly Goalpost[];
  /** Units of effort that a week gives, week 0 beginning today; none gives more than the most of a year. */
  capacity: (week: number) => number;
  /** Yen; null where money is no limit. */
  budget: number | null;
  /** Weeks within which it must be done; null where there is no date. */
  by: number | null;
}

/** By requirement: the tasks that reach a level, or null where it is reached already. */
export type Reaching = (need: RequirementLevel) => readonly Task[] | null;

/** Who reaches what, among some of the tasks of a problem. */
export function reachingIn(tasks: readonly Task[], goalposts: readonly Goalpost[]): Reaching {
  const levels = new Map(goalposts.map(({ id, level }) => [id, level]));
  const raising = new Map<string, Task[]>();
  for (const task of tasks) {
    for (const id of new Set(task.raises.map(({ requirement }) => requirement)))
      raising.set(id, [...(raising.get(id) ?? []), task]);
  }
  return ({ requirement, level }) => {
    // What is not among the goalposts does not apply to this company: nobody waits for it.
    if ((levels.get(requirement) ?? level) >= level) return null;
    const reaches = (each: RequirementLevel) =>
      each.requirement === requirement && each.level >= level;
    // Who waits for that very level can never be the one that reaches it.
    return (raising.get(requirement) ?? []).filter(
      ({ raises, after }) => raises.some(reaches) && !after.some(reaches),
    );
  };
}
