import { expect, test } from 'vitest';
import { loadEdition } from '../library.ts';
import { regionOf, sizeOf } from './groups-of.ts';
import { STANDARD_GROUPS } from './standard-groups.ts';

const idsOf = (dimension: 'region' | 'size') => STANDARD_GROUPS[dimension].map(({ id }) => id);

test('every prefecture that a company can name lies in one region, and every region has some', () => {
  const fact = loadEdition('2026-12').profile.document.facts.find(({ id }) => id === 'prefecture');
  const prefectures = fact?.type === 'choice' ? fact.options.map(({ id }) => id) : [];
  expect(prefectures).toHaveLength(47);
  const regions = prefectures.map((id) => regionOf(id));
  expect(new Set(regions)).toEqual(new Set(idsOf('region')));
  expect(regionOf('nagano')).toBe('chubu');
  expect(regionOf('unknown')).toBeNull();
  expect(regionOf(undefined)).toBeNull();
});

test('a number of people lies in the size class that its title says', () => {
  expect([0, 49, 50, 99, 100, 5_000].map(sizeOf)).toEqual([
    'below-50',
    'below-50',
    'from-50',
    'from-50',
    'from-100',
    'from-100',
  ]);
  expect(new Set([0, 50, 100].map(sizeOf))).toEqual(new Set(idsOf('size')));
  expect(sizeOf('unknown')).toBeNull();
});
