import { expect, test } from 'vitest';
import type { Contribution } from './contribution.ts';
import { contributorsOf } from './contributors.ts';
import { keyed } from './keyed.ts';

const secret = keyed('ab'.repeat(32), 'association');
const lattice = { association: 'association', industry: ['a', 'b'], region: ['x'], size: ['s'] };

const member = (company: string, more: Partial<Contribution> = {}): Contribution => ({
  company,
  holding: company,
  batch: company,
  industry: 'a',
  region: 'x',
  size: 's',
  overall: 'mid',
  joinedOn: '2026-06-01',
  answeredAtLeastHalf: true,
  ...more,
});
const countedOf = (contributions: Contribution[]) =>
  contributorsOf(contributions, { lattice, asOf: '2026-07-01', secret }).map(
    ({ company }) => company,
  );

test('a contribution counts thirty days after joining, and with half answered, inside the groups', () => {
  expect(countedOf([member('on', { joinedOn: '2026-06-01' })])).toEqual(['on']);
  expect(countedOf([member('late', { joinedOn: '2026-06-02' })])).toEqual([]);
  expect(countedOf([member('empty', { answeredAtLeastHalf: false })])).toEqual([]);
  expect(countedOf([member('else', { industry: 'c' })])).toEqual([]);
});

test('one counts of a holding, one of a batch, one of what is joined by both, whatever their order', () => {
  const chain = [
    member('1', { holding: 'h' }),
    member('2', { holding: 'h', batch: 'b' }),
    member('3', { batch: 'b' }),
    member('4'),
  ];
  const counted = countedOf(chain);
  expect(counted).toHaveLength(2);
  expect(counted).toContain('4');
  expect(countedOf(chain.toReversed())).toEqual(counted);
  expect(countedOf([member('same'), member('same', { overall: 'high' })])).toHaveLength(1);
});
