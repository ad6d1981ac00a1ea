import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAnswerSheet } from './answer-sheet.ts';
import { loadEdition } from './library.ts';
import { answersOf, caseSchema, type GoldenCase } from './oracle/golden-case.ts';
import { addUp, readSum, spread, type Sum } from './oracle/sums.ts';
import { fractionText } from './rational.ts';
import type { RequirementResult } from './requirement-result.ts';
import { resultJson } from './result-json.ts';
import { score } from './score.ts';

const folder = join(import.meta.dirname, 'content/cases');
const cases = readdirSync(folder)
  .toSorted()
  .map((name): [string, GoldenCase] => [
    name,
    caseSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))),
  ]);
const ENDS = ['lo', 'hi'] as const;

test('there are at least 12 golden cases, and they reach every state of the gate', () => {
  expect(cases.length).toBeGreaterThanOrEqual(12);
  expect(new Set(cases.map(([, { expected }]) => expected.gate.status)).size).toBe(3);
});

describe.each(cases)('golden case %s', (_, golden) => {
  const { expected, stage, mode, facts } = golden;
  const whole = loadEdition(golden.edition);
  const { edition, ...assessment } = readAnswerSheet(
    { edition: golden.edition, stage, mode, facts, answers: answersOf(golden, whole) },
    {},
    { ids: [golden.edition], load: () => whole },
  );
  const result = score(edition, assessment);
  const json = resultJson(result);

  test('the gate is as written', () => {
    expect(json.gate).toEqual(expected.gate);
  });

  test('the attainments are as written, overall and per domain', () => {
    expect(json.overall).toEqual(expected.overall);
    const figures = json.domains.map(({ id, lo, hi }) => [id, lo === null ? 'none' : { lo, hi }]);
    expect(Object.fromEntries(figures)).toEqual(expected.domains);
  });

  test('every line of the sums adds up, to the attainment of its domain', () => {
    for (const { id, end, sum } of linesOf(golden)) {
      expect({ id, end, ...addUp(sum.terms) }).toEqual({
        id,
        end,
        reached: sum.reached,
        of: sum.of,
      });
      const figure = expected.domains[id];
      const fraction = fractionText({ n: sum.reached, d: sum.of });
      expect(figure === 'none' ? figure : figure?.[end]).toBe(fraction);
    }
    const silent = Object.keys(expected.domains).filter((id) => expected.sums[id] === 'none');
    expect(silent.map((id) => expected.domains[id])).toEqual(silent.map(() => 'none'));
    expect(Object.keys(expected.sums).toSorted()).toEqual(
      [...Object.keys(expected.domains), 'overall'].toSorted(),
    );
  });

  test('every term is a requirement of the edition at the level that was answered', () => {
    for (const { id, end, sum } of linesOf(golden)) {
      const terms = result.requirements
        .filter((entry) => entry.domain === id)
        .flatMap((entry) => termOf(entry, end));
      expect({ id, end, terms: spread(sum.terms) }).toEqual({ id, end, terms: spread(terms) });
    }
  });

  test('the domains add up to the overall attainment', () => {
    for (const end of ENDS) {
      const lines = linesOf(golden).filter((line) => line.end === end);
      const reached = lines.map(({ sum }) => sum.reached);
      const total = reached.reduce((sum, part) => sum + part, 0);
      const of = lines.reduce((sum, line) => sum + line.sum.of, 0);
      expect(expected.sums.overall[end]).toBe(`${reached.join(' + ')} = ${total} of ${of}`);
      expect(expected.overall[end]).toBe(fractionText({ n: total, d: of }));
    }
  });
});

test('a line of a sum that lies is found', () => {
  const honest = readSum('3×min(2,3)·4 + 2×min(4,3) = 30 of 42');
  expect(addUp(honest.terms)).toEqual({ reached: 30, of: 42 });
  const lying = readSum('3×min(2,3)·4 + 2×min(4,3) = 32 of 42');
  expect(addUp(lying.terms)).not.toEqual({ reached: lying.reached, of: lying.of });
  expect(() => readSum('about 30 of 42')).toThrow('Not a sum');
});

function linesOf({ expected }: GoldenCase): { id: string; end: 'lo' | 'hi'; sum: Sum }[] {
  return Object.keys(expected.domains).flatMap((id) => {
    const sums = expected.sums[id];
    if (sums === undefined || sums === 'none') return [];
    return ENDS.map((end) => ({ id, end, sum: readSum(sums[end]) }));
  });
}

function termOf({ asked, weight, level, target }: RequirementResult, end: 'lo' | 'hi') {
  if (!asked || level === null) return [];
  return [{ weight, level: level[end], target, times: 1 }];
}
