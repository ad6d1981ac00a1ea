import { beforeAll, expect, test } from 'vitest';
import { indexEdition } from '../edition-index.ts';
import { catalogueIds, editionIds, loadCatalogue, loadEdition } from '../library.ts';
import { openSolver, type Solver } from '../plan/solver.ts';
import { plan, type Wish } from '../plan.ts';
import { score } from '../score.ts';
import { costItems, hints } from '../subsidies.ts';
import type { CompanyFacts } from './company.ts';
import { decisionOf, waitingFor } from './waiting.ts';

const catalogue = loadCatalogue(catalogueIds()[0] ?? '');
const edition = loadEdition(editionIds()[0] ?? '');
const index = indexEdition(edition);
const today = '2026-11-26';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const answers = Object.fromEntries(index.questions.map(({ id }) => [id, { level: 0 as const }]));
const result = score(edition, { stage: 'application', mode: 'full', facts: {}, answers });
const standpoint = { index, result, facts: {} };
const wish: Wish = {
  goal: 'ready-soonest',
  today,
  capacityDays: 20,
  budget: null,
  by: null,
  items: [],
  leaveOut: [],
  holds: [],
};
const facts: CompanyFacts = { prefecture: { value: 'tokyo' } };

test('waiting for the decision of the third round of Tokyo is reckoned by a second plan', () => {
  const assessed = hints(catalogue, { facts, items: costItems(standpoint, []), today });
  const [tokyo, ...more] = waitingFor(standpoint, wish, assessed, solver).filter(
    ({ programme }) => programme === 'P11',
  );
  expect(more).toEqual([]);
  if (!tokyo) throw new Error('P11 covers nothing.');
  // Sixteen weeks after 15 January 2027 at the latest.
  expect(tokyo.decision).toBe('2027-05-07');
  const held = plan(
    standpoint,
    { ...wish, holds: tokyo.actions.map((action) => ({ action, until: tokyo.decision })) },
    solver,
  );
  const now = plan(standpoint, wish, solver);
  const end = (of: typeof now) => Math.max(...of.actions.map(({ finish }) => finish));
  expect(tokyo.weeksLater).toBe(end(held) - end(now));
  expect(tokyo.weeksLater).toBeGreaterThanOrEqual(0);
  for (const id of tokyo.actions)
    expect(held.actions.find((one) => one.id === id)?.start).toBeGreaterThanOrEqual(24);
  expect(tokyo.yenLess.lo).toBe(0);
  expect(tokyo.yenLess.hi).toBeGreaterThan(0);
});

test('where the wish then has no plan, it says so instead of a number', () => {
  const assessed = hints(catalogue, { facts, items: costItems(standpoint, []), today });
  const urgent: Wish = { ...wish, capacityDays: 100, by: '2027-09-30' };
  expect(plan(standpoint, urgent, solver).status).toBe('optimal');
  const late = assessed
    .filter(({ hint }) => hint.programme === 'P11')
    .map((one) => ({
      ...one,
      window: {
        ...one.window,
        round: one.window.round && { ...one.window.round, decisionExpected: '2027-09' },
      },
    }));
  expect(late.map(decisionOf)).toEqual(['2027-09-30']);
  expect(waitingFor(standpoint, urgent, late, solver)[0]?.weeksLater).toBeNull();
});
