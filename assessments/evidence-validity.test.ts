import { expect, test } from 'vitest';
import { shownOn, validityOn } from './evidence-validity.ts';

test('a document holds on its last day, ends within sixty days before, and is expired the day after', () => {
  expect(validityOn('2026-11-27', null)).toBe('current');
  expect(validityOn('2026-11-27', '2027-01-27')).toBe('current');
  expect(validityOn('2026-11-27', '2027-01-26')).toBe('ending');
  expect(validityOn('2026-11-27', '2026-11-27')).toBe('ending');
  expect(validityOn('2026-11-28', '2026-11-27')).toBe('expired');
});

test('one document that holds is enough for a question', () => {
  const references = new Map([
    ['expired', ['2026-01-01']],
    ['one-holds', ['2026-01-01', '2026-12-31']],
    ['no-end', [null]],
    ['none', []],
  ]);
  expect(shownOn('2026-11-27', references)).toEqual(new Set(['one-holds', 'no-end']));
  expect(shownOn('2025-12-31', references)).toEqual(new Set(['expired', 'one-holds', 'no-end']));
});
