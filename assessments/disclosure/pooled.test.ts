import { expect, test } from 'vitest';
import { pooledGroups } from './pooled.ts';

const pooled = (sizes: Record<string, number>) => pooledGroups(new Map(Object.entries(sizes)));

test('small groups are counted together, with the smallest of the others where they are too few', () => {
  expect(pooled({ a: 30, b: 20 })).toEqual({ apart: ['a', 'b'], pooled: [] });
  expect(pooled({ a: 30, b: 6, c: 5 })).toEqual({ apart: ['a'], pooled: ['b', 'c'] });
  expect(pooled({ a: 30, b: 12, c: 5 })).toEqual({ apart: ['a'], pooled: ['c', 'b'] });
  expect(pooled({ a: 12, b: 5 })).toBeNull();
  expect(pooled({ a: 5, b: 6 })).toBeNull();
});
