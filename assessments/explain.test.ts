import { expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import { indexEdition } from './edition-index.ts';
import { explainRequirement } from './explain.ts';
import { editionOf, questionOf, requirementOf } from './oracle/editions.ts';

const own = requirementOf('A-01', { obligation: 'recommended' });
const index = indexEdition(
  editionOf(
    [own],
    [
      questionOf('A-01.a', [own], { allowsNotApplicable: true }),
      questionOf('A-01.b', [own], { modes: ['full'] }),
      questionOf('A-01.c', [own], { condition: { fact: 'listed', eq: true } }),
    ],
  ),
);

function traces(answers: Answers, mode: 'quick' | 'full' = 'full') {
  return explainRequirement(index, 'A-01', mode, { listed: false }, answers).map(
    ({ id, state, decides }) => `${id.slice(-1)} ${state}${decides ? ' decides' : ''}`,
  );
}

test('each question says how it counts, and the lowest decides', () => {
  expect(traces({ 'A-01.a': { level: 3 }, 'A-01.b': { level: 1 } })).toEqual([
    'a counted',
    'b counted decides',
    'c hidden',
  ]);
  expect(traces({ 'A-01.a': { notApplicable: '対象がない' } }, 'quick')).toEqual([
    'a not-applicable',
    'b not-asked decides',
    'c hidden',
  ]);
});

test('where one question holds the lower end and another the upper, both decide', () => {
  expect(traces({ 'A-01.a': { unknown: true }, 'A-01.b': { level: 1 } })).toEqual([
    'a counted decides',
    'b counted decides',
    'c hidden',
  ]);
});

test('a requirement that the edition does not have is a mistake of the caller', () => {
  expect(() => explainRequirement(index, 'Z-99', 'full', {}, {})).toThrow(RangeError);
});
