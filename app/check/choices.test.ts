import { expect, test } from 'vitest';
import { answersOf, factChoice, factsFrom, levelValue } from './choices.ts';

test('a chosen card becomes the answer that the engine reads', () => {
  expect(answersOf({ 'A-01.level': '0', 'A-02.level': '4', 'A-03.level': 'unknown' })).toEqual({
    'A-01.level': { level: 0 },
    'A-02.level': { level: 4 },
    'A-03.level': { unknown: true },
  });
});

test('a fact is true, false or unknown, and what was not said stays away', () => {
  expect(factsFrom({ a: 'yes', b: 'no', c: 'unknown' })).toEqual({
    a: true,
    b: false,
    c: 'unknown',
  });
  expect(factsFrom({})).toEqual({});
});

test('what is no choice of the check is none', () => {
  expect(levelValue('3')).toBe('3');
  expect(levelValue('na')).toBeNull();
  expect(levelValue('5')).toBeNull();
  expect(factChoice('maybe')).toBeNull();
});
