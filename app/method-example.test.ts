import { expect, test } from 'vitest';
import { fractionText, percentText } from '#assessments/rational.ts';
import { methodExample } from './method-example.ts';

test('the worked example is what a person reckons by hand', () => {
  const { rows, share, status } = methodExample();
  // 3·1 + 2·0 + 1·3 = 6, at most 3·1 + 2·2 + 1·3 = 10, of 3·3 + 2·2 + 1·3 = 16.
  expect(share).toEqual({ lo: 6, hi: 10, of: 16 });
  expect(fractionText({ n: share.lo, d: share.of })).toBe('3/8');
  expect(percentText({ n: share.hi, d: share.of })).toBe('62.5');
  expect(rows.map(({ loss }) => loss)).toEqual([
    { lo: 6, hi: 6 },
    { lo: 0, hi: 4 },
    { lo: 0, hi: 0 },
  ]);
  expect(status).toBe('blocked');
});

test('what is attained and what is lost add to the whole, at both ends', () => {
  const { rows, share } = methodExample();
  const total = (end: 'lo' | 'hi') => rows.reduce((sum, { loss }) => sum + loss[end], 0);
  expect(share.lo + total('hi')).toBe(share.of);
  expect(share.hi + total('lo')).toBe(share.of);
});
