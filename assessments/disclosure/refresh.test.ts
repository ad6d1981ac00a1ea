import { expect, test } from 'vitest';
import { refreshed } from './refresh.ts';

const cell = (n: number, changed = 0) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, at) => [
      String(at),
      at < changed ? ('high' as const) : ('low' as const),
    ]),
  );
const first = refreshed(undefined, cell(30), '2026-Q1');

test('a cell is computed at first, and anew when ten have changed, or a quarter of a large one', () => {
  if (!first) throw new Error('The first is computed.');
  const settled = { ...first, counted: {} };
  expect(refreshed(settled, cell(30, 9), '2026-Q2')).toBeNull();
  expect(refreshed(settled, cell(30, 10), '2026-Q2')?.members['9']).toBe('high');
  expect(refreshed(settled, cell(40), '2026-Q2')).not.toBeNull();
  expect(refreshed(settled, cell(20), '2026-Q2')).not.toBeNull();
  const large = { members: cell(100), counted: {} };
  expect(refreshed(large, cell(100, 24), '2026-Q2')).toBeNull();
  expect(refreshed(large, cell(100, 25), '2026-Q2')).not.toBeNull();
});

test('a company counts once a year, joining included', () => {
  if (!first) throw new Error('The first is computed.');
  for (const period of ['2026-Q2', '2026-Q4'])
    expect(refreshed(first, cell(30, 10), period)).toBeNull();
  const again = refreshed(first, cell(30, 10), '2027-Q1');
  expect(Object.keys(again?.counted ?? {})).toHaveLength(10);
  if (!again) throw new Error('A year later they count again.');
  expect(refreshed(again, cell(30), '2027-Q4')).toBeNull();
  expect(refreshed(again, cell(30), '2028-Q1')).not.toBeNull();
});
