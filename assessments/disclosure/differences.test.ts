import { expect, test } from 'vitest';
import { tooClose } from './differences.ts';

const set = (id: string, ...members: number[]) => ({ id, members: new Set(members.map(String)) });
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at);

test('of two that differ by one to nine the smaller is hidden; of one set told twice neither', () => {
  const all = set('all', ...upTo(30));
  expect(tooClose([all, set('nearly', ...upTo(29))])).toEqual(new Set(['nearly']));
  expect(tooClose([set('nearly', ...upTo(21)), all])).toEqual(new Set(['nearly']));
  expect(tooClose([all, set('half', ...upTo(20))])).toEqual(new Set());
  expect(tooClose([all, set('same', ...upTo(30))])).toEqual(new Set());
  const shifted = set('shifted', ...upTo(30).map((at) => at + 4));
  expect(tooClose([all, shifted])).toEqual(new Set(['shifted']));
});
