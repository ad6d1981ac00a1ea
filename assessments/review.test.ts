import { expect, test } from 'vitest';
import { daysLeft, isReminded, reviewDayProblem, suggestedReview } from './review.ts';

const today = '2026-11-27';

test('a day of review is a day of the calendar, from today on and within five years', () => {
  for (const text of ['', 'soon', '2027-02-29', '2027-2-1', '2027-01-31x'])
    expect([text, reviewDayProblem(text, today)]).toEqual([text, 'no-day']);
  expect(reviewDayProblem('2026-11-26', today)).toBe('past');
  expect(reviewDayProblem(today, today)).toBeNull();
  expect(reviewDayProblem('2031-11-27', today)).toBeNull();
  expect(reviewDayProblem('2031-11-28', today)).toBe('far');
  expect(reviewDayProblem('2029-02-28', '2024-02-29')).toBeNull();
  expect(reviewDayProblem('2029-03-01', '2024-02-29')).toBe('far');
});

test('it is spoken of from thirty days before, on the day, and after it', () => {
  const left = ['2026-12-28', '2026-12-27', today, '2026-11-26'].map((day) => daysLeft(today, day));
  expect(left).toEqual([31, 30, 0, -1]);
  expect(left.map(isReminded)).toEqual([false, true, true, true]);
});

test('what is suggested is a year after the signature, and never a day that is past', () => {
  expect(suggestedReview(today, today)).toBe('2027-11-27');
  expect(suggestedReview('2028-02-29', '2028-03-01')).toBe('2029-02-28');
  expect(suggestedReview('2025-11-27', today)).toBe(today);
  expect(suggestedReview('2025-11-26', today)).toBeNull();
});
