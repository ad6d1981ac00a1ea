import { expect, test } from 'vitest';
import type { Provenance } from './provenance.ts';
import { ageDays, isStale } from './staleness.ts';

const from = (asOf: string, verifiedOn: string | null = null): Provenance => ({
  basis: 'read',
  source: 'KIC',
  confidence: 'M',
  asOf,
  verifiedOn,
  ...(verifiedOn && { verifiedBy: 'reviewer' }),
});

test('age counts from the day of verification, else from the first day that the date can mean', () => {
  expect(ageDays(from('2026-11-20'), '2026-11-26')).toBe(6);
  expect(ageDays(from('2026-11'), '2026-11-26')).toBe(25);
  expect(ageDays(from('2026'), '2026-01-11')).toBe(10);
  expect(ageDays(from('2020', '2026-11-25'), '2026-11-26')).toBe(1);
});

test.each([
  ['open', 'competitive', 14],
  ['announced', 'competitive', 14],
  ['closed', 'competitive', 14],
  ['unverified', 'contract', 14],
  ['rolling', 'entitlement', 30],
  ['rolling', 'tax', 180],
] as const)(
  'a value of a programme that is %s (%s) may be judged by for %i days',
  (status, mode, days) => {
    const today = '2026-11-26';
    const before = (count: number) =>
      new Date(Date.parse(today) - count * 86_400_000).toISOString().slice(0, 10);
    expect(isStale({ status, mode }, from(before(days)), today)).toBe(false);
    expect(isStale({ status, mode }, from(before(days + 1)), today)).toBe(true);
  },
);

test('what has ended does not grow stale', () => {
  expect(isStale({ status: 'ended', mode: 'competitive' }, from('2015'), '2026-11-26')).toBe(false);
});
