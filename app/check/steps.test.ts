import { expect, test } from 'vitest';
import { hashOf, neighbours, stepAt, stepsOf } from './steps.ts';

const length = { facts: 1, questions: 25 };

test('every step is found again from its address', () => {
  for (const step of stepsOf(length)) expect(stepAt(hashOf(step), length)).toEqual(step);
});

test('an address that is no step leads to the start', () => {
  for (const hash of ['', '#q-0', '#q-26', '#q-1.5', '#level-3', '#sheet'])
    expect(stepAt(hash, length)).toEqual({ at: 'start' });
});

test('the steps lead from the start through the fact and the questions to the result', () => {
  expect(neighbours({ at: 'start' }, length).next).toBe('#fact-1');
  expect(neighbours({ at: 'fact', n: 1 }, length)).toEqual({ previous: '#start', next: '#q-1' });
  expect(neighbours({ at: 'question', n: 25 }, length)).toEqual({
    previous: '#q-24',
    next: '#result',
  });
});
