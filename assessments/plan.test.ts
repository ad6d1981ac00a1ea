import { beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import { indexEdition } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { loadEdition } from './library.ts';
import { GOALS } from './plan/optimum.ts';
import { openSolver, type Solver } from './plan/solver.ts';
import { plan, type Wish } from './plan.ts';
import { score } from './score.ts';

const edition = loadEdition('2026-11');
const index = indexEdition(edition);
const actions = new Map(edition.actions.document.actions.map((action) => [action.id, action]));

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const all = (level: 0 | 2 | 3): Answers =>
  Object.fromEntries(index.questions.map(({ id }) => [id, { level }]));

const WISH: Wish = {
  goal: 'ready-soonest',
  today: '2026-11-26',
  capacityDays: 4,
  budget: null,
  by: null,
  items: [],
  leaveOut: [],
  holds: [],
};

function planned(answers: Answers, wish: Partial<Wish> = {}, facts: Facts = {}) {
  const result = score(edition, { stage: 'application', mode: 'full', facts, answers });
  return plan({ index, result, facts }, { ...WISH, ...wish }, solver);
}

test('a company without gaps has nothing to do and is ready today', () => {
  const facts = {
    hasParentOrGroup: false,
    producesInformation: false,
    employees: 40,
    asksSuppliers: false,
    dispatchedHandle: false,
  };
  expect(planned(all(3), {}, facts)).toMatchObject({
    status: 'optimal',
    weeksToReady: { best: 0, worst: 0 },
    totals: { yen: { lo: 0, hi: 0 }, personDays: { lo: 0, hi: 0 } },
    actions: [],
    left: [],
  });
});

test('what is unknown is to be done in the worst case and met in the best', () => {
  const nothing = planned({});
  const zero = planned(all(0));
  expect(nothing.weeksToReady?.best).toBe(0);
  expect(nothing.weeksToReady?.worst).toBe(zero.weeksToReady?.worst);
  expect(zero.weeksToReady?.best).toBeGreaterThan(0);
  expect(nothing.actions).toEqual(zero.actions);
});

describe.each(GOALS)('%s', (goal) => {
  test('an action starts when all that it waits for is finished, and says for what it is done', () => {
    const { actions: rows } = planned(all(0), { goal });
    const finish = new Map(rows.map((row) => [row.id, row.finish]));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.finish - row.start).toBeGreaterThanOrEqual(
        Math.max(1, actions.get(row.id)?.leadTimeWeeks.hi ?? 0),
      );
      for (const id of row.after) expect(finish.get(id)).toBeLessThanOrEqual(row.start);
      expect(row.because).not.toEqual([]);
      expect(row.critical).toBe(row.slackDays === 0);
    }
    expect(rows.map(({ start }) => start)).toEqual(
      rows.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });
});

test('until an agency has come, nothing that waits for it is started by best-within', () => {
  const wish = { goal: 'best-within' as const };
  const before = planned(all(0), wish);
  expect(before.actions.filter(({ waitsForNeed }) => waitsForNeed)).toEqual([]);
  expect(before.left).toContainEqual({ id: 'A-01', why: 'agency-need' });
  const rooms = (rows: typeof before.actions) =>
    rows.filter(({ id }) => actions.get(id)?.costCategories.includes('FAC'));
  expect(rooms(before.actions).filter(({ yen }) => yen.hi > 1_000_000)).toEqual([]);
  // The control: with the need established the works are in the plan.
  const after = planned({ ...all(0), 'A-01.level': { level: 3 } }, wish);
  expect(rooms(after.actions).some(({ yen }) => yen.hi > 1_000_000)).toBe(true);
  expect(after.left).toEqual([]);
});

test('a plan that assumes the need says of each action whether it waits for it', () => {
  const { actions: rows, left } = planned(all(0));
  const waiting = rows.filter(({ waitsForNeed }) => waitsForNeed).map(({ id }) => id);
  const asking = [...actions.values()].filter(({ after }) =>
    after.some(({ requirement, level }) => requirement === 'A-01' && level === 3),
  );
  expect(waiting).toEqual(
    expect.arrayContaining(
      asking.map(({ id }) => id).filter((id) => rows.some((row) => row.id === id)),
    ),
  );
  expect(left).toEqual([{ id: 'A-01', why: 'agency-need' }]);
  expect(
    planned({ ...all(0), 'A-01.level': { level: 3 } }).actions.some(
      ({ waitsForNeed }) => waitsForNeed,
    ),
  ).toBe(false);
});

test('what is done costs nothing more; what is ordered ends on its day', () => {
  const [first, second] = planned(all(0)).actions;
  if (!first || !second) throw new Error('The plan is empty.');
  const done = planned(all(0), { items: [{ action: first.id, state: 'done', orderedOn: null }] });
  expect(done.actions.map(({ id }) => id)).not.toContain(first.id);
  const ordered = planned(all(0), {
    items: [{ action: second.id, state: 'ordered', orderedOn: null, finish: '2027-12-01' }],
  });
  expect(ordered.actions.find(({ id }) => id === second.id)?.finish).toBe(53);
});

test('an action that waits for a grant does not start before the decision', () => {
  const { actions: rows } = planned(all(0));
  const late = rows.find(({ start }) => start < 3)?.id ?? '';
  const held = planned(all(0), { holds: [{ action: late, until: '2027-03-15' }] });
  expect(held.actions.find(({ id }) => id === late)?.start).toBe(16);
});

test('an action that is left out leaves its requirement open, and the plan says so', () => {
  const without = planned(all(0), { leaveOut: ['M004'] });
  expect(without.status).toBe('infeasible');
  expect(without.binding).toEqual([]);
  expect(without.left.some(({ why }) => why === 'left-out')).toBe(true);
});

test('a wish that cannot be fulfilled names each limit and the least by which it must give', () => {
  const free = planned(all(0));
  const { status, binding, actions: rows } = planned(all(0), { budget: 1_000_000 });
  expect({ status, rows }).toEqual({ status: 'infeasible', rows: [] });
  expect(binding).toEqual([
    { constraint: 'budget', relaxBy: { yen: free.totals.yen.hi - 1_000_000 } },
  ]);
});

test('the gate requirements that a budget leaves open say why', () => {
  const { left, totals } = planned(
    { ...all(0), 'A-01.level': { level: 3 } },
    { goal: 'best-within', budget: 2_000_000, by: '2027-03-31' },
  );
  expect(totals.yen.hi).toBeLessThanOrEqual(2_000_000);
  expect([...new Set(left.map(({ why }) => why))].sort()).toEqual(['budget', 'date', 'others']);
});

test('ranges grow with the facts that they are for', () => {
  const one = planned(all(0), {}, { handlingPlaces: 1 });
  const two = planned(all(0), {}, { handlingPlaces: 2 });
  expect(two.totals.yen.hi).toBeGreaterThan(one.totals.yen.hi);
});
