import { expect, test } from 'vitest';
import {
  capacityFrom,
  dayOf,
  EFFORT_UNITS,
  isDay,
  weekFrom,
  weeksUntil,
  workingDays,
} from './calendar.ts';

test('a week has five working days, fewer where there are Japanese holidays', () => {
  // From Thursday 26 November 2026: no holiday in the first weeks, then New Year's Day on a Friday.
  expect([0, 1, 2].map((week) => workingDays('2026-11-26', week))).toEqual([5, 5, 5]);
  expect(workingDays('2026-12-28', 0)).toBe(4);
  // Golden Week 2027: 29 April, 3, 4 and 5 May.
  expect(workingDays('2027-04-29', 0)).toBe(1);
  expect(workingDays('2027-05-03', 0)).toBe(2);
});

test('a week that begins on a weekend day has the same days in another order', () => {
  expect(workingDays('2026-11-28', 0)).toBe(5);
});

test('what a week gives is capacity × working days / 5, in whole units', () => {
  const capacity = capacityFrom('2026-12-28', 0.1);
  expect(capacity(0)).toBe((0.1 * EFFORT_UNITS * 4) / 5);
  expect(capacity(1)).toBe(0.1 * EFFORT_UNITS);
});

test.each([
  ['2026-11-26', 0],
  ['2026-12-01', 0],
  ['2026-12-02', 1],
  ['2026-12-08', 1],
  ['2026-12-09', 2],
  ['2026-01-01', 0],
])('until the end of %s there are %i whole weeks', (by, weeks) => {
  expect(weeksUntil('2026-11-26', by)).toBe(weeks);
});

test.each([
  ['2026-11-26', 0],
  ['2026-11-27', 1],
  ['2026-12-03', 1],
  ['2026-12-04', 2],
  ['2020-01-01', 0],
])('what may start on %s may start in week %i', (day, week) => {
  expect(weekFrom('2026-11-26', day)).toBe(week);
});

test('a week begins on a day', () => {
  expect(dayOf('2026-11-26', 6)).toBe('2027-01-07');
});

test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-11-26T00:00'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
