import { expect, test } from 'vitest';
import { hashOf, neighbours, stepAt, stepsOf } from './steps.ts';

const length = { facts: 1, questions: 25 };

test('every step is found again from its address', () => {
  for (const step of stepsOf(length)) expect(stepAt(hashOf(step), length)).toEqual(step);
});

test('an address that is no step, such as that of the skip link, is none', () => {
  for (const hash of ['', '#q-0', '#q-26', '#q-1.5', '#main', '#paper'])
    expect(stepAt(hash, length)).toBeNull();
});

test('the steps lead from the start through the fact and the questions to the result', () => {
  expect(neighbours({ at: 'start' }, length).next).toBe('#fact-1');
  expect(neighbours({ at: 'fact', n: 1 }, length)).toEqual({ previous: '#start', next: '#q-1' });
  expect(neighbours({ at: 'question', n: 25 }, length)).toEqual({
    previous: '#q-24',
    next: '#result',
  });
});
