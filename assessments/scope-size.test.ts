import { expect, test } from 'vitest';
import { loadEdition } from './library.ts';
import { scopeSizes } from './scope-size.ts';

test('each mode asks what the scheme names, and more questions take longer', () => {
  const sizes = scopeSizes(loadEdition('2026-11'));
  expect(sizes.map(({ mode, questions }) => [mode, questions])).toEqual([
    ['quick', 25],
    ['standard', 57],
    ['full', 90],
  ]);
  const minutes = sizes.map((size) => size.minutes);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect(minutes[0]).toBeGreaterThan(25);
});
