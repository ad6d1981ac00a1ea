import { expect, test } from 'vitest';
import type { Subsidy } from '../subsidy.ts';
import { windowAt } from './window.ts';

const from = { basis: 'inferred', confidence: 'L', asOf: '2026', verifiedOn: null } as const;
const round = (name: string, opensAt: string, closesAt: string) => ({
  round: name,
  opensAt,
  closesAt,
  from,
});

type Dated = Pick<Subsidy, 'status' | 'rounds' | 'until' | 'validTo'>;
const two: Dated = {
  status: 'open',
  validTo: null,
  rounds: [
    round('2', '2027-01-08T09:00+09:00', '2027-01-15T17:00+09:00'),
    round('1', '2026-11-05', '2026-12-15T17:00+09:00'),
  ],
};

test.each([
  ['at the deadline', '2026-12-15T17:00:00+09:00', '1'],
  ['one second later', '2026-12-15T17:00:01+09:00', '2'],
  ['the same moment told in UTC', '2026-12-15T08:00:00Z', '1'],
  ['one second later in UTC', '2026-12-15T08:00:01Z', '2'],
])('%s the round is right', (_, now, expected) => {
  expect(windowAt(two, now)).toMatchObject({ isOpen: true, round: { round: expected } });
});

test('after the last deadline it is closed, and the last round is told', () => {
  expect(windowAt(two, '2027-01-15T17:00:01+09:00')).toMatchObject({
    isOpen: false,
    round: null,
    last: { round: '2' },
  });
});

test('a deadline that is a day ends with that day in Japan', () => {
  const day: Dated = { ...two, rounds: [round('1', '2026-11-05', '2026-12-04')] };
  expect(windowAt(day, '2026-12-04T23:59:59+09:00').isOpen).toBe(true);
  expect(windowAt(day, '2026-12-04T15:00:00Z').isOpen).toBe(false);
});

test('a programme that is over is closed whatever its rounds say', () => {
  expect(windowAt({ ...two, status: 'ended' }, '2026-12-01T00:00:00+09:00').isOpen).toBe(false);
  expect(windowAt({ ...two, validTo: '2026-11-30' }, '2026-12-01T00:00:00+09:00').isOpen).toBe(
    false,
  );
});

test('a rolling programme is open until its day; one without any dates is unknown', () => {
  const what = { ja: '終わり', en: 'The end' };
  const rolling: Dated = {
    status: 'rolling',
    rounds: [],
    validTo: null,
    until: { at: '2027-03-31', what, from },
  };
  expect(windowAt(rolling, '2027-03-31T12:00:00+09:00').isOpen).toBe(true);
  expect(windowAt(rolling, '2027-04-01T00:00:00+09:00').isOpen).toBe(false);
  expect(
    windowAt({ status: 'unverified', rounds: [], validTo: null }, '2026-12-01T00:00:00+09:00')
      .isOpen,
  ).toBe('unknown');
});
