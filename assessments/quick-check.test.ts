import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { loadEdition } from './library.ts';
import { quickCheck, quickQuestions } from './quick-check.ts';

const edition = loadEdition('2026-11');
const asked = quickQuestions(edition, {});
const all = (answer: Answer) => Object.fromEntries(asked.map((id) => [id, answer]));
const noGroup = { hasParentOrGroup: false };

const answers = fc.record(
  Object.fromEntries(
    asked.map((id) => [
      id,
      fc.oneof(
        fc.constantFrom<Answer>({ level: 0 }, { level: 1 }, { level: 2 }),
        fc.constantFrom<Answer>({ level: 3 }, { level: 4 }, { unknown: true }),
      ),
    ]),
  ),
  { requiredKeys: [] },
);
const facts = fc.constantFrom({}, noGroup, { hasParentOrGroup: true });

test('it asks 25 questions, and 24 of a company without parent, group or shared IT', () => {
  expect(asked).toHaveLength(25);
  expect(quickQuestions(edition, noGroup)).toEqual(asked.filter((id) => id !== 'B-08.level'));
});

test('every requirement that it asks stands in exactly one list', () => {
  fc.assert(
    fc.property(facts, answers, (known, given) => {
      const { below, waiting, toExplain, open, met, excluded } = quickCheck(edition, known, given);
      const ids = [
        ...[...below, ...waiting, ...toExplain].map(({ id }) => id),
        ...open.map(({ requirement }) => requirement.id),
        ...[...met, ...excluded].map(({ id }) => id),
      ];
      expect(ids.toSorted()).toEqual(asked.map((id) => id.replace('.level', '')).toSorted());
    }),
  );
});

test('it is never clear, because it asks a part of what decides the state', () => {
  const best = quickCheck(edition, noGroup, all({ level: 4 }));
  expect(best).toMatchObject({ status: 'undetermined', below: [], waiting: [], open: [] });
  expect(best.met).toHaveLength(24);
  expect(best.gate.notAsked).toBeGreaterThan(0);
  fc.assert(
    fc.property(facts, answers, (known, given) => {
      expect(quickCheck(edition, known, given).status).not.toBe('clear');
    }),
  );
});

test('ownership below its target is a point to explain and blocks nothing', () => {
  const given = { ...all({ level: 4 }), 'B-01.level': { level: 0 as const } };
  const check = quickCheck(edition, noGroup, given);
  expect(check.status).toBe('undetermined');
  expect(check.toExplain.map(({ id }) => id)).toEqual(['B-01']);
});

test('the need of an agency is a group of its own, and blocks', () => {
  const given = { ...all({ level: 4 }), 'A-01.level': { level: 0 as const } };
  const check = quickCheck(edition, noGroup, given);
  expect(check.status).toBe('blocked');
  expect(check).toMatchObject({ waiting: [{ id: 'A-01' }], below: [] });
});

test('works and purchases wait for an agency’s need, and are never among what to begin with', () => {
  const check = quickCheck(edition, noGroup, all({ level: 0 }));
  expect(check.notYet.some(({ action }) => action.costCategories.includes('FAC'))).toBe(true);
  expect(check.begin.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(facts, answers, (known, given) => {
      const { begin, notYet } = quickCheck(edition, known, given);
      const later = notYet.map(({ action }) => action.id);
      for (const { action, after } of begin) {
        expect(action.noRegret).toBe(true);
        expect(after).toEqual([]);
        expect(later).not.toContain(action.id);
      }
    }),
  );
});

test('an unknown fact leaves its requirement open, whatever was answered', () => {
  const { open } = quickCheck(edition, {}, all({ level: 4 }));
  expect(open).toMatchObject([
    { requirement: { id: 'B-08' }, because: { reason: 'condition', facts: ['hasParentOrGroup'] } },
  ]);
});
