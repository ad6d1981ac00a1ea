import { expect, test } from 'vitest';
import { loadEdition } from '#assessments/library.ts';
import type { Plan } from '#assessments/plan.ts';
import type { ScenarioWish } from '#db/plan-json.ts';
import type { PlanItem } from '#db/plan-items.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { itemView } from './plan-item.server.ts';
import { progressView } from './plan-progress.server.ts';

// A plan may name actions that the edition of its assessment does not know: M084 is of 2026-11 alone.

const at = new Date('2026-11-22T05:03:00Z');
const worksheet: Worksheet = {
  company: { companyId: 'c', name: '見本精機株式会社', createdByName: '佐藤', createdAt: at },
  assessment: {
    assessmentId: 'a',
    editionId: '2026-12',
    mode: 'full',
    stage: 'application',
    title: '2026年度の自己点検',
    overlays: [],
    state: 'open',
    version: 1,
    createdByName: '佐藤',
    createdAt: at,
  },
  edition: loadEdition('2026-12'),
  part: { sections: 'ABCDEFGHIJKL', isWhole: true },
  facts: {},
  answers: {},
  saved: new Map(),
  evidence: new Map(),
  day: '2026-11-27',
  at,
};

const none = { lo: 0, hi: 0 };
const action = (id: string, after: string[]) => ({
  id,
  start: 0,
  finish: 2,
  personDays: none,
  yen: none,
  critical: false,
  slackDays: 0,
  because: ['J-05'],
  after,
  waitsForNeed: false,
});
const answer: Plan = {
  status: 'optimal',
  goal: 'best-within',
  weeksToReady: null,
  totals: { yen: none, personDays: none },
  actions: [action('M084', []), action('M085', ['M084'])],
  left: [{ id: 'J-05', why: 'others' }],
  trace: { capacityDays: 4, open: [], tasks: [], leastWeeks: null },
};
const wish: ScenarioWish = {
  goal: 'best-within',
  capacityDays: 4,
  budget: null,
  by: null,
  leaveOut: ['M084'],
  assumeMet: ['J-05'],
  support: [],
};
const plan = { planId: 'p', name: '案', wish, answer, today: '2026-11-26', byName: '佐藤', at };
const item = (actionId: string): PlanItem => ({
  actionId,
  version: 1,
  state: 'doing',
  ownerRole: 'legal',
  dueOn: '2026-12-10',
  evidenceId: null,
  evidence: null,
  withdrawnAt: null,
  reason: null,
  byName: '佐藤',
  at,
});
const rowsWith = (...ids: string[]) =>
  progressView({ plan, items: ids.map(item) }, worksheet, '2026-11-27', 'ja').rows;

test('an action that did not come along stands in no row, and before no other', () => {
  expect(rowsWith('M085')).toMatchObject([{ id: 'M085', after: [] }]);
  expect(rowsWith('M085')[0]?.title).not.toBe('M085');
});

test('one that the edition does not know is called by its id', () => {
  expect(rowsWith('M084', 'M085')).toMatchObject([
    { id: 'M084', title: 'M084' },
    { id: 'M085', after: ['M084'] },
  ]);
  expect(itemView(item('M084'), worksheet, 'en')).toMatchObject({
    title: 'M084',
    raised: [],
    evidence: [],
  });
});

const shownBy = (assessmentId: string) =>
  itemView(
    { ...item('M085'), evidenceId: 'e', evidence: { title: '記録', assessmentId } },
    worksheet,
    'ja',
  ).evidence;

test('one that was withdrawn is named so, and not offered', () => {
  const named = {
    evidenceId: 'e',
    evidence: { title: '記録', assessmentId: 'a' },
    withdrawnAt: new Date(),
  };
  expect(itemView({ ...item('M085'), ...named }, worksheet, 'ja')).toMatchObject({
    withdrawn: '記録',
    evidence: [],
  });
  const stands = { ...item('M085'), ...named, withdrawnAt: null };
  expect(itemView(stands, worksheet, 'ja')).toMatchObject({ withdrawn: null });
});

test('the reference that an item names can be chosen again, wherever it was noted', () => {
  expect(shownBy('a')).toEqual([{ value: 'e', label: '記録' }]);
  expect(shownBy('b')).toEqual([{ value: 'e', label: '記録（前の点検の証跡）' }]);
});
