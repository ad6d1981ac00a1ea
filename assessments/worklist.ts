import type { Action, Range } from './action.ts';
import { evaluate } from './condition.ts';
import type { Edition } from './edition.ts';
import type { Facts } from './fact.ts';
import type { Level } from './gap-model.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';

/** A low–high range in the unit of its name, already scaled by the company's facts. */
export interface Span {
  lo: number;
  hi: number;
}

export interface WorkItem {
  action: Action;
  /** `needed`: some requirement is surely below target. `perhaps`: an answer may settle it. */
  certainty: 'needed' | 'perhaps';
  /** The requirements that call for it, by id. */
  because: string[];
  /** Actions of this list that come before it, by id. */
  after: string[];
  personDays: Span;
  yen: Span;
  leadTimeWeeks: Span;
}

export interface Worklist {
  /** In an order in which they can be done. */
  items: WorkItem[];
  /** Low ends of what is needed, high ends of all; lead time is that of the longest chain. */
  totals: { personDays: Span; yen: Span; leadTimeWeeks: Span };
}

interface Need {
  requirement: RequirementResult;
  level: Level;
  /** Whether what calls for it is surely to be done. */
  certain: boolean;
  because: string;
}

/** The actions that bring what is wanted (what the mode asks) to its targets, with all that must come before. */
export function worklist(
  edition: Edition,
  result: Result,
  facts: Facts,
  wanted: (requirement: RequirementResult) => boolean = ({ asked }) => asked,
): Worklist {
  const requirements = new Map(result.requirements.map((entry) => [entry.id, entry]));
  const providers = providersOf(edition.actions.document.actions, facts);
  const chosen = new Map<string, WorkItem>();
  const queue = result.requirements.filter(wanted).flatMap(openNeed);
  for (let need = queue.shift(); need; need = queue.shift()) {
    for (const { action, level } of chain(providers, need.requirement, need.level)) {
      const certain =
        need.certain &&
        surelyBelow(need.requirement, level) &&
        evaluate(action.condition ?? null, facts) === true;
      if (!choose(chosen, action, certain, need.because, facts)) continue;
      for (const { requirement: id, level } of action.after) {
        const requirement = requirements.get(id);
        if (!requirement?.level || requirement.level.lo >= level) continue;
        queue.push({ requirement, level, certain, because: need.because });
      }
    }
  }
  const items = inOrder(chosen, providers, requirements);
  return { items, totals: totalsOf(items) };
}

function openNeed(requirement: RequirementResult): Need[] {
  const { level, target, id } = requirement;
  if (level === null || level.lo >= target) return [];
  return [{ requirement, level: target, certain: true, because: id }];
}

function surelyBelow({ level }: RequirementResult, wanted: number): boolean {
  return level !== null && level.hi < wanted;
}

/** An action, and the level for which it is wanted. */
interface Step {
  action: Action;
  level: number;
}

type Providers = ReadonlyMap<string, readonly { action: Action; level: Level }[]>;

/** For each requirement the actions that raise it, lowest level first, then by id. */
function providersOf(actions: readonly Action[], facts: Facts): Providers {
  const providers = new Map<string, { action: Action; level: Level }[]>();
  for (const action of actions) {
    if (evaluate(action.condition ?? null, facts) === false) continue;
    for (const { requirement, level } of action.raises) {
      const list = providers.get(requirement) ?? [];
      list.push({ action, level });
      providers.set(requirement, list);
    }
  }
  for (const list of providers.values()) {
    list.sort((a, b) => a.level - b.level || (a.action.id < b.action.id ? -1 : 1));
  }
  return providers;
}

/** One action for each step from where the requirement is up to the level. */
function chain(providers: Providers, requirement: RequirementResult, level: number): Step[] {
  const steps: Step[] = [];
  let reached: number = requirement.level?.lo ?? level;
  for (const provider of providers.get(requirement.id) ?? []) {
    if (reached >= level) break;
    if (provider.level <= reached) continue;
    steps.push({ action: provider.action, level: Math.min(provider.level, level) });
    reached = provider.level;
  }
  return steps;
}

/** True where the choice is new or has become certain, so that its own needs must be looked at. */
function choose(
  chosen: Map<string, WorkItem>,
  action: Action,
  certain: boolean,
  because: string,
  facts: Facts,
): boolean {
  const item = chosen.get(action.id);
  if (item) {
    const isNew = !item.because.includes(because);
    if (isNew) item.because.push(because);
    if (!certain || item.certainty === 'needed') return isNew;
    item.certainty = 'needed';
    return true;
  }
  chosen.set(action.id, {
    action,
    certainty: certain ? 'needed' : 'perhaps',
    because: [because],
    after: [],
    personDays: scaled(action.personDays, facts),
    yen: scaled(action.yen, facts),
    leadTimeWeeks: scaled(action.leadTimeWeeks, facts),
  });
  return true;
}

/** A range for this company: times the fact that it is meant for. */
export function scaled({ lo, hi, per }: Range, facts: Facts): Span {
  const fact = per === undefined ? 1 : facts[per];
  const times = typeof fact === 'number' && fact > 1 ? fact : 1;
  return { lo: lo * times, hi: hi * times };
}

function inOrder(
  chosen: ReadonlyMap<string, WorkItem>,
  providers: Providers,
  requirements: ReadonlyMap<string, RequirementResult>,
): WorkItem[] {
  for (const item of chosen.values()) {
    item.because.sort();
    item.after = before(item.action, chosen, providers, requirements);
  }
  const waiting = [...chosen.values()].sort((a, b) => (a.action.id < b.action.id ? -1 : 1));
  const done = new Set<string>();
  const items: WorkItem[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex((item) => item.after.every((id) => done.has(id)));
    const [item] = waiting.splice(at, 1);
    if (at < 0 || !item) throw new Error('The prerequisites of the actions run in a circle.');
    done.add(item.action.id);
    items.push(item);
  }
  return items;
}

/** The listed actions that reach what this one waits for, and lower steps of what it raises. */
function before(
  action: Action,
  chosen: ReadonlyMap<string, WorkItem>,
  providers: Providers,
  requirements: ReadonlyMap<string, RequirementResult>,
): string[] {
  const steps = action.raises.map(({ requirement, level }) => ({ requirement, level: level - 1 }));
  const ids = new Set<string>();
  for (const { requirement: id, level } of [...action.after, ...steps]) {
    const requirement = requirements.get(id);
    if (!requirement?.level || requirement.level.lo >= level) continue;
    for (const { action: earlier } of chain(providers, requirement, level)) {
      if (earlier.id !== action.id && chosen.has(earlier.id)) ids.add(earlier.id);
    }
  }
  return [...ids].sort();
}

function totalsOf(items: readonly WorkItem[]): Worklist['totals'] {
  const totals = {
    personDays: { lo: 0, hi: 0 },
    yen: { lo: 0, hi: 0 },
    leadTimeWeeks: { lo: 0, hi: 0 },
  };
  const finish = new Map<string, Span>();
  for (const { action, certainty, after, personDays, yen, leadTimeWeeks } of items) {
    const needed = certainty === 'needed';
    const start = after.map((id) => finish.get(id) ?? { lo: 0, hi: 0 });
    const end = {
      lo: Math.max(0, ...start.map((span) => span.lo)) + (needed ? leadTimeWeeks.lo : 0),
      hi: Math.max(0, ...start.map((span) => span.hi)) + leadTimeWeeks.hi,
    };
    finish.set(action.id, end);
    totals.leadTimeWeeks.lo = Math.max(totals.leadTimeWeeks.lo, end.lo);
    totals.leadTimeWeeks.hi = Math.max(totals.leadTimeWeeks.hi, end.hi);
    totals.personDays.lo += needed ? personDays.lo : 0;
    totals.personDays.hi += personDays.hi;
    totals.yen.lo += needed ? yen.lo : 0;
    totals.yen.hi += yen.hi;
  }
  return totals;
}
