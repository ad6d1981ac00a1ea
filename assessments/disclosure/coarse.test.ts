import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldOf } from './coarse.ts';
import { countedRange } from './counted-range.ts';
import { MOST_NOISE } from './keyed.ts';

const SEED = 20_261_127;

const word = (low: number, mid: number, high: number) =>
  toldOf({ kind: 'total' }, low + mid + high, { low, mid, high });

const even = (n: number) => ({ low: n / 3, mid: n / 3, high: n / 3 });

test('a cell tells nothing below ten, a range below twenty, a word, shares', () => {
  expect(toldOf({ kind: 'total' }, 9, even(9))).toEqual({ status: 'hidden' });
  expect(toldOf({ kind: 'total' }, 18, even(18))).toEqual({ status: 'count-only', n: '10-19' });
  expect(toldOf({ kind: 'total' }, 36, even(36))).toEqual({
    status: 'published',
    n: '20-49',
    word: 'mixed',
  });
  expect(toldOf({ kind: 'total' }, 120, even(120))).toMatchObject({
    shares: { low: 40, mid: 30, high: 30 },
  });
  expect(toldOf({ kind: 'group' }, 120, even(120))).toMatchObject({
    shares: { low: 40, mid: 40, high: 20 },
  });
  expect(toldOf({ kind: 'pair' }, 120, even(120))).toMatchObject({ word: 'mixed' });
  expect(toldOf({ kind: 'pair' }, 48, even(48))).toEqual({ status: 'count-only', n: '20-49' });
});

test('a word tells what more than half are', () => {
  expect(word(21, 10, 9)).toMatchObject({ word: 'mostly-low' });
  expect(word(20, 10, 10)).toMatchObject({ word: 'mixed' });
  expect(word(9, 10, 21)).toMatchObject({ word: 'mostly-high' });
});

test('a cell tells no band of two or fewer, and none of more than 85 %, whatever the noise was', () => {
  const count = fc.integer({ min: 0, max: 150 });
  const noise = fc.integer({ min: -MOST_NOISE, max: MOST_NOISE });
  fc.assert(
    fc.property(fc.tuple(count, count, count), fc.tuple(noise, noise, noise), (true_, by) => {
      const [low, mid, high] = true_;
      const n = low + mid + high;
      const noisy = {
        low: Math.max(0, low + by[0]),
        mid: Math.max(0, mid + by[1]),
        high: Math.max(0, high + by[2]),
      };
      const told = toldOf({ kind: 'total' }, n, noisy);
      if (told.status !== 'published' || !('shares' in told)) return;
      const parts = Object.keys(told.shares).map(
        (name) => ({ low, mid, high, 'low-mid': low + mid, 'mid-high': mid + high })[name] ?? 0,
      );
      expect(Math.min(...parts)).toBeGreaterThan(2);
      expect(Math.max(...parts) / n).toBeLessThanOrEqual(0.85);
      expect(Object.values(told.shares).reduce((sum: number, share) => sum + share, 0)).toBe(100);
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});

test('a cell tells how many only as a range', () => {
  expect([10, 19, 20, 49, 50, 99, 100, 199, 200, 9_999].map(countedRange)).toEqual([
    '10-19',
    '10-19',
    '20-49',
    '20-49',
    '50-99',
    '50-99',
    '100-199',
    '100-199',
    '200+',
    '200+',
  ]);
  expect(() => countedRange(9)).toThrow('fewer than ten');
});
