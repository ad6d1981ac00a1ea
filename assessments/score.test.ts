import { expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import type { Edition } from './edition.ts';
import { editionOf, questionOf, requirementOf } from './oracle/editions.ts';
import { score } from './score.ts';

// The hand-made corners that the real edition does not have; golden cases and laws do the rest.
const a = requirementOf('A-01');
const b = requirementOf('A-02', { obligation: 'recommended', countsInGate: false });

function result(
  edition: Edition,
  answers: Answers,
  facts = {},
  mode: 'quick' | 'full' = 'full',
  stage: 'application' | 'holding' = 'application',
) {
  return score(edition, { stage, mode, facts, answers });
}

function levels(edition: Edition, answers: Answers, facts = {}) {
  return result(edition, answers, facts).requirements.map(({ applicable, level, because }) => ({
    applicable,
    level: level === null ? because : [level.lo, level.hi],
  }));
}

test('the weakest of several questions is the level', () => {
  const edition = editionOf([a], [questionOf('A-01.a', [a]), questionOf('A-01.b', [a])]);
  const at = (answers: Answers) => levels(edition, answers)[0]?.level;
  expect(at({ 'A-01.a': { level: 4 }, 'A-01.b': { level: 1 } })).toEqual([1, 1]);
  expect(at({ 'A-01.a': { level: 2 }, 'A-01.b': { unknown: true } })).toEqual([0, 2]);
  expect(at({ 'A-01.a': { level: 2 } })).toEqual([0, 2]);
  expect(at({})).toEqual([0, 4]);
});

test('one question may give its level to several requirements', () => {
  const edition = editionOf([a, b], [questionOf('A-01.a', [a, b]), questionOf('A-02.a', [b])]);
  expect(levels(edition, { 'A-01.a': { level: 2 }, 'A-02.a': { level: 3 } })).toEqual([
    { applicable: true, level: [2, 2] },
    { applicable: true, level: [2, 2] },
  ]);
});

test('該当しない leaves the other questions; where all are set aside the requirement leaves', () => {
  const aside = { notApplicable: '対象がない' };
  const own = (id: string) => questionOf(id, [b], { allowsNotApplicable: true });
  const edition = editionOf([b], [own('A-02.a'), own('A-02.b')]);
  expect(levels(edition, { 'A-02.a': aside, 'A-02.b': { level: 1 } })).toEqual([
    { applicable: true, level: [1, 1] },
  ]);
  expect(levels(edition, { 'A-02.a': aside, 'A-02.b': aside })).toEqual([
    { applicable: false, level: 'not-applicable' },
  ]);
});

test('a question of unknown condition is any level, a hidden one is not counted', () => {
  const condition = { fact: 'listed', eq: true };
  const edition = editionOf(
    [a],
    [questionOf('A-01.a', [a]), questionOf('A-01.b', [a], { condition })],
  );
  const answers = { 'A-01.a': { level: 3 }, 'A-01.b': { level: 2 } } as const;
  const at = (facts = {}) => levels(edition, answers, facts)[0]?.level;
  expect([at(), at({ listed: true }), at({ listed: false })]).toEqual([
    [0, 3],
    [2, 2],
    [3, 3],
  ]);
  expect(result(edition, {}).questions).toMatchObject({
    hidden: [],
    unanswered: ['A-01.a', 'A-01.b'],
  });
  expect(result(edition, answers, { listed: false }).questions).toEqual({
    hidden: ['A-01.b'],
    unanswered: [],
    unknown: [],
  });
});

test('a mandatory requirement whose questions are all hidden never leaves and is never clear', () => {
  const condition = { fact: 'listed', eq: true };
  const edition = editionOf([a], [questionOf('A-01.a', [a], { condition })]);
  expect(levels(edition, { 'A-01.a': { level: 4 } }, { listed: false })).toEqual([
    { applicable: true, level: [0, 4] },
  ]);
});

test('a requirement of unknown condition is 0 to 4 whatever was answered, 該当しない included', () => {
  const own = requirementOf('A-01', {
    obligation: 'conditional',
    condition: { fact: 'employees', gte: 301 },
  });
  const edition = editionOf([own], [questionOf('A-01.a', [own], { allowsNotApplicable: true })]);
  for (const answer of [{ level: 4 }, { level: 0 }, { notApplicable: '対象がない' }] as const) {
    expect(levels(edition, { 'A-01.a': answer })).toEqual([
      { applicable: 'unknown', level: [0, 4] },
    ]);
  }
  expect(levels(edition, { 'A-01.a': { level: 4 } }, { employees: 300 })).toEqual([
    { applicable: false, level: 'condition' },
  ]);
});

test('what the mode does not ask is unanswered in the gate and no part of the profile', () => {
  const later = questionOf('A-02.a', [b], { modes: ['full'] });
  const counted = { ...b, countsInGate: true };
  const edition = editionOf([a, counted], [questionOf('A-01.a', [a]), later]);
  const answers = { 'A-01.a': { level: 3 }, 'A-02.a': { level: 4 } } as const;
  const quick = result(edition, answers, {}, 'quick');
  expect(quick.gate).toMatchObject({
    status: 'undetermined',
    undetermined: ['A-02'],
    notAsked: ['A-02'],
  });
  expect(quick.overall).toEqual({ lo: 9, hi: 9, of: 9 });
  expect(quick.requirements[1]?.loss).toEqual({ lo: 0, hi: 0 });
  expect(result(edition, answers).gate.status).toBe('clear');
});

test('the gate looks at counted requirements only, and at the target of the stage', () => {
  const post = requirementOf('A-03', { phase: 'post' });
  const edition = editionOf([b, post], [questionOf('A-02.a', [b]), questionOf('A-03.a', [post])]);
  const answers = { 'A-02.a': { level: 0 }, 'A-03.a': { level: 2 } } as const;
  expect(result(edition, answers).gate).toMatchObject({
    status: 'clear',
    counted: 1,
    blockers: [],
  });
  expect(result(edition, answers, {}, 'full', 'holding').gate).toMatchObject({
    status: 'blocked',
    blockers: ['A-03'],
  });
});

test('no applicable requirement, no figure', () => {
  const own = requirementOf('A-01', {
    obligation: 'conditional',
    condition: { fact: 'listed', eq: true },
  });
  const edition = editionOf([own], [questionOf('A-01.a', [own])]);
  expect(result(edition, {}, { listed: false })).toMatchObject({
    overall: null,
    domains: [{ id: 'A', share: null }],
    gate: { status: 'clear', counted: 0 },
  });
});
