import { expect, test } from 'vitest';
import { check } from './check.ts';
import { loadLibrary } from './library.ts';

const result = check(loadLibrary());
const edition = result.summary?.editions.find(({ id }) => id === '2026-11');

test('the published library keeps every law of content', () => {
  expect(result.problems).toEqual([]);
});

test('the counts of edition 2026-11 hold', () => {
  expect(edition).toMatchObject({
    questionnaires: {
      governance: { version: 1, questions: 27 },
      facility: { version: 1, questions: 19 },
      personnel: { version: 1, questions: 23 },
      separation: { version: 1, questions: 21 },
    },
    requirements: { total: 90, mandatory: 45, conditional: 5, expected: 30, recommended: 10 },
    modes: { quick: 25, standard: 57, full: 90 },
    gate: { total: 62, mandatory: 45, conditional: 5, expected: 12, recommended: 0 },
    coverage: { measures: 12, contractTerms: 9 },
  });
});

test('there are at least 50 actions and none covers more than four requirements', () => {
  expect(edition?.actions.total).toBeGreaterThanOrEqual(50);
  expect(edition?.actions.largestCover).toBeLessThanOrEqual(4);
});
