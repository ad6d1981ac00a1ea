import { expect, test } from 'vitest';
import { cellsOf, latticeSchema } from './lattice.ts';

const lattice = { association: 'association', industry: ['a', 'b'], region: ['x'], size: ['s'] };

test('the lattice has each cell once, always in one order', () => {
  const cells = cellsOf(lattice);
  expect(cells.map(({ id }) => id)).toEqual([
    'total',
    'industry:a',
    'industry:b',
    'industry:other',
    'region:x',
    'region:other',
    'size:s',
    'size:other',
    'industry:a/region:x',
    'industry:b/region:x',
    'industry:a/size:s',
    'industry:b/size:s',
    'region:x/size:s',
  ]);
});

test.each([
  ['a group twice', { industry: ['a', 'a'] }],
  ['the name of the rest', { region: ['other'] }],
  ['more than three sizes', { size: ['1', '2', '3', '4'] }],
  ['an id that is none', { size: ['S/1'] }],
])('no lattice has %s', (_, wrong) => {
  expect(latticeSchema.safeParse({ ...lattice, ...wrong }).success).toBe(false);
  expect(latticeSchema.safeParse(lattice).success).toBe(true);
});
