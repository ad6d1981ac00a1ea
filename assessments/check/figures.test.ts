import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const PLACE = 'questionnaires/governance/1.yaml: question I-01.level, todo:';

function found(ja: string, en: string): string[] {
  const path: [string, ...string[]] = ['questions', 'I-01.level', 'todo'];
  return check(plant(library, 'questionnaires/governance@1', path, { ja, en })).problems.filter(
    (problem) => problem.startsWith(PLACE),
  );
}

test('a figure that reads as a duty is reported in both languages', () => {
  expect(found('年に2回検査する。', 'Inspect 2 times a year.')).toEqual([
    `${PLACE} a figure without its basis (行政側の規則の例 or 要確認): 年に2回検査する。`,
    `${PLACE} a figure without its basis (agency-side rule or to be checked): Inspect 2 times a year.`,
  ]);
});

test('a figure that names its basis, and the number of an article, are fine', () => {
  expect(
    found(
      '間隔を定める（行政側の規則の例は年度に2回以上）。施行令16条1項による。',
      'Set an interval (the agency-side rule: 2 times a year). See Article 16(1) of the Order.',
    ),
  ).toEqual([]);
});

test('the basis of one sentence does not cover the next', () => {
  const ja = '行政側の規則の例による。年に3回行う。';
  expect(found(ja, 'Set an interval.')).toHaveLength(1);
});
