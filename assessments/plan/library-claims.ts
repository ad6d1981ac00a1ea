import { assert, property } from 'fast-check';
import { expect } from 'vitest';
import type { Edition } from '../edition.ts';
import { indexEdition } from '../edition-index.ts';
import { plan, type Plan, type PlannedAction, type Standpoint, type Wish } from '../plan.ts';
import { score } from '../score.ts';
import { capacityFrom, dayOf, EFFORT_UNITS, weekFrom, weeksUntil } from './calendar.ts';
import { companyAndWish } from './random-wish.ts';
import type { Solver } from './solver.ts';

// What is claimed of the plans of an edition, whatever a company has answered and wishes. It looks at what
// a plan says, and knows nothing of the way in which it was found.

/** Every wish is answered, and no plan does what it may not; answers how many plans had actions. */
export function keepsEveryWish(
  edition: Edition,
  { solver, runs, seed }: { solver: Solver; runs: number; seed: number },
): number {
  let planned = 0;
  const index = indexEdition(edition);
  assert(
    property(companyAndWish(edition), ([assessment, wish]) => {
      const { facts } = assessment;
      const standpoint = { index, result: score(edition, assessment), facts };
      const found = plan(standpoint, wish, solver);
      if (found.actions.length > 0) planned += 1;
      expect(found.bound ?? 0).toBeLessThanOrEqual(0.03);
      expect(violationsOf(found, standpoint, wish)).toEqual([]);
    }),
    { numRuns: runs, seed },
  );
  return planned;
}

/** What a plan does that its wish and the library forbid; empty where nothing. */
export function violationsOf(found: Plan, standpoint: Standpoint, wish: Wish): string[] {
  const ends = found.actions.map(({ finish }) => finish);
  return [
    wish.budget !== null && found.totals.yen.hi > wish.budget && 'costs too much',
    wish.by !== null && Math.max(0, ...ends) > weeksUntil(wish.today, wish.by) && 'ends too late',
    ...found.actions.flatMap((action) => wrongWith(action, found, standpoint, wish)),
    ...overworked(found, wish),
  ].filter((each) => each !== false);
}

function wrongWith(
  { id, start, finish }: PlannedAction,
  { actions }: Plan,
  { index, result }: Standpoint,
  { goal, today, items, leaveOut, holds, assumeMet = [] }: Wish,
) {
  const library = index.edition.actions.document.actions;
  const state = items.find(({ action }) => action === id)?.state;
  const isHeld = holds.some(({ action, until }) => action === id && dayOf(today, start) < until);
  const finished = new Set([
    ...items.flatMap((each) => (each.state === 'done' ? [each.action] : [])),
    ...actions.flatMap((each) => (each.finish <= start ? [each.id] : [])),
  ]);
  const isReached = (need: { requirement: string; level: number }) => {
    const entry = result.requirements.find((each) => each.id === need.requirement);
    if (!entry || entry.level === null || entry.level.lo >= need.level) return true;
    const waits = index.requirementById.get(need.requirement)?.requirement.waitsOnAgency === true;
    if ((waits && goal !== 'best-within') || assumeMet.includes(need.requirement))
      return entry.target >= need.level;
    return library.some(
      (each) =>
        finished.has(each.id) &&
        each.raises.some(
          ({ requirement, level }) => requirement === need.requirement && level >= need.level,
        ),
    );
  };
  const after = library.find((each) => each.id === id)?.after ?? [];
  const ordered = items.find((each) => each.action === id && each.state === 'ordered');
  const isEarly =
    ordered?.state === 'ordered' &&
    ordered.finish !== null &&
    finish < weekFrom(today, ordered.finish);
  return [
    leaveOut.includes(id) && `${id} was left out`,
    state === 'done' && `${id} is done`,
    state === undefined && isHeld && `${id} starts before its decision`,
    isEarly && `${id} ends before its day`,
    finish <= start && `${id} takes no week`,
    state === undefined && !after.every(isReached) && `${id} starts before what it waits for`,
  ];
}

/** Weeks by which more effort must have been given than all weeks until then give. */
function overworked({ actions }: Plan, { today, capacityDays }: Wish): string[] {
  const capacity = capacityFrom(today, capacityDays);
  let given = 0;
  const last = Math.max(0, ...actions.map(({ finish }) => finish));
  return Array.from({ length: last }, (_, week) => {
    given += capacity(week);
    const due = actions.filter(({ finish }) => finish <= week + 1);
    const effort = due.reduce((sum, { personDays }) => sum + personDays.hi * EFFORT_UNITS, 0);
    return effort > given ? `too much by week ${week + 1}` : '';
  }).filter(Boolean);
}
