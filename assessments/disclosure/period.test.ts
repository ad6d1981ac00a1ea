import { expect, it } from 'vitest';
import { firstDayOf, lastDayOf, lastQuarter, periodOf, quarterOf } from './period.ts';

it('the quarter that was over last, also in January', () => {
  expect(['2026-11-28', '2027-01-01', '2026-04-01', '2026-03-31'].map(lastQuarter)).toEqual([
    '2026-Q3',
    '2026-Q4',
    '2026-Q1',
    '2025-Q4',
  ]);
});

it('quarters are counted on over the year, and each has its days', () => {
  expect(periodOf(quarterOf('2026-Q4') + 1)).toBe('2027-Q1');
  expect(
    ['2026-Q1', '2026-Q4', '2028-Q2'].map((period) => [firstDayOf(period), lastDayOf(period)]),
  ).toEqual([
    ['2026-01-01', '2026-03-31'],
    ['2026-10-01', '2026-12-31'],
    ['2028-04-01', '2028-06-30'],
  ]);
});
