import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionSchema } from './condition-schema.ts';
import { evaluate, factsOf, type Condition } from './condition.ts';
import type { FactValue } from './fact.ts';
import { conditions } from './oracle/editions.ts';
import { truth } from './oracle/score.ts';
import { RUNS, SEED } from './oracle/seed.ts';

test('each comparison is true, false, or unknown where its fact is unknown or absent', () => {
  const cases: [Condition, FactValue, FactValue][] = [
    [{ fact: 'f', eq: true }, true, false],
    [{ fact: 'f', eq: 'owned' }, 'owned', 'leased'],
    [{ fact: 'f', in: [1, 'a'] }, 'a', '1'],
    [{ fact: 'f', gte: 301 }, 301, 300],
    [{ fact: 'f', lte: 300 }, 300, 301],
    [{ not: { fact: 'f', eq: 1 } }, 2, 1],
  ];
  for (const [condition, yes, no] of cases) {
    const given = (f: FactValue) => evaluate(conditionSchema.parse(condition), { f });
    expect([given(yes), given(no), given('unknown'), evaluate(condition, {})]).toEqual([
      true,
      false,
      'unknown',
      'unknown',
    ]);
  }
  expect(evaluate(null, {})).toBe(true);
});

test(`evaluation agrees with the second reading on random conditions (seed ${SEED})`, () => {
  const facts = fc.record(
    {
      listed: fc.constantFrom<boolean | string>(true, false, 'unknown'),
      hasGroup: fc.boolean(),
      employees: fc.constantFrom<number | string>(0, 2, 3, 300, 301, 'unknown'),
      premises: fc.constantFrom('owned', 'leased', 'undecided', 'unknown'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(conditions, facts, (condition, given) => {
      const known = Object.fromEntries(Object.entries(given).filter(isKnown));
      expect(evaluate(condition, known)).toBe(truth(condition, known));
      expect(factsOf(condition).length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('a number asked of a text is a mistake of the content, not an answer', () => {
  expect(() => evaluate({ fact: 'f', gte: 3 }, { f: 'many' })).toThrow(TypeError);
});

test.each([
  { all: [] },
  { any: [] },
  { fact: 'f' },
  { fact: 'f', eq: null },
  { fact: 'f', gte: 1, lte: 2 },
  { fact: 'f', gte: 1.5 },
  { fact: 'f', matches: '.*' },
  {},
])('%j is no condition', (value) => {
  expect(conditionSchema.safeParse(value).success).toBe(false);
});

function isKnown(
  entry: [string, boolean | number | string | undefined],
): entry is [string, boolean | number | string] {
  return entry[1] !== undefined;
}
