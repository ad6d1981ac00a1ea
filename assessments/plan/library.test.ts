import { beforeAll, expect, test } from 'vitest';
import { indexEdition } from '../edition-index.ts';
import { loadEdition } from '../library.ts';
import { plan } from '../plan.ts';
import { score } from '../score.ts';
import { hasAlternatives } from './alternatives.ts';
import { problemOf } from './cases.ts';
import { keepsEveryWish, violationsOf } from './library-claims.ts';
import { openSolver, type Solver } from './solver.ts';

const edition = loadEdition('2026-11');
const index = indexEdition(edition);
const result = score(edition, { stage: 'application', mode: 'full', facts: {}, answers: {} });
const standpoint = { index, result, facts: {} };
const ids = edition.actions.document.actions.map(({ id }) => id);

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

test('every wish of every company is answered, and no plan does what it may not', () => {
  expect(keepsEveryWish(edition, { solver, runs: 60, seed: 20_261_127 })).toBeGreaterThan(20);
});

test('a plan that does what it may not is found out', () => {
  const wish = {
    goal: 'ready-soonest',
    today: '2026-11-27',
    capacityDays: 4,
    budget: null,
    by: null,
    items: [],
    leaveOut: [],
    holds: [],
  } as const;
  const found = plan(standpoint, wish, solver);
  const [first] = found.actions;
  if (!first) throw new Error('There is something to do.');
  const actions = found.actions.map((each) => ({ ...each, start: 0, finish: 1 }));
  const wrong = violationsOf({ ...found, actions }, standpoint, wish);
  expect(wrong).toContainEqual(expect.stringContaining('before what it waits for'));
  expect(wrong).toContain('too much by week 1');
  const asked = { ...wish, budget: 0, leaveOut: [first.id], by: '2026-12-01' };
  expect(violationsOf(found, standpoint, asked)).toEqual(
    expect.arrayContaining(['costs too much', 'ends too late', `${first.id} was left out`]),
  );
});

// Where there were alternatives, what is chosen and when would hang together, which takes minutes at this size.
test.each(['ordered', 'begun'] as const)(
  'there is one way to be ready, whatever is %s',
  (state) => {
    const free = { capacity: () => 200, budget: null, by: null };
    for (const action of ids) {
      const items = [
        state === 'begun'
          ? { action, state }
          : { action, state, orderedOn: null, finish: '2028-03-31' },
      ];
      const ground = { ...standpoint, today: '2026-11-27', items, leaveOut: [], holds: [] };
      expect(hasAlternatives(problemOf(ground, 'worst', free, { isApproached: true }))).toBe(false);
    }
  },
);

test('what is under way waits for nothing, and what it builds on is still to be done', () => {
  const wish = {
    goal: 'ready-soonest',
    today: '2026-11-27',
    capacityDays: 4,
    budget: null,
    by: null,
    leaveOut: [],
    holds: [],
  } as const;
  const before = plan(standpoint, { ...wish, items: [] }, solver);
  const waiting = before.actions.find(({ after }) => after.length > 0);
  if (!waiting) throw new Error('Something waits.');
  const { actions } = plan(
    standpoint,
    { ...wish, items: [{ action: waiting.id, state: 'begun' }] },
    solver,
  );
  expect(actions.find(({ id }) => id === waiting.id)?.after).toEqual([]);
  expect(actions.map(({ id }) => id)).toEqual(expect.arrayContaining(waiting.after));
});
