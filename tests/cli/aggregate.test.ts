import { expect, test } from 'vitest';
import { z } from 'zod';
import { file, run } from './run.ts';

const lattice = {
  association: 'a',
  industry: ['machining', 'optics'],
  region: ['east'],
  size: ['small'],
};
const contributions = Array.from({ length: 120 }, (_, at) => ({
  company: `c${at}`,
  holding: `h${at}`,
  batch: `b${at}`,
  industry: at % 2 === 0 ? 'machining' : 'optics',
  region: 'east',
  size: 'small',
  overall: ['low', 'mid', 'high'][at % 3],
  joinedOn: '2026-01-15',
  answeredAtLeastHalf: true,
}));
const given = {
  period: '2026-Q4',
  lattice,
  key: '0f'.repeat(32),
  asOf: '2026-12-31',
  contributions,
  previous: null,
};

const cell = z.strictObject({
  id: z.string(),
  where: z.record(z.string(), z.string()),
  status: z.enum(['published', 'count-only', 'hidden']),
  n: z.string().optional(),
  word: z.string().optional(),
  shares: z.record(z.string(), z.number()).optional(),
  carried: z.boolean(),
});
const shape = z.strictObject({
  period: z.string(),
  cells: z.array(cell),
  state: z.looseObject({ cells: z.record(z.string(), z.unknown()) }),
  report: z.strictObject({
    rules: z.array(z.strictObject({ rule: z.string(), cells: z.array(z.string()) })),
    intervals: z.array(z.strictObject({ cell: z.string(), open: z.string() })),
  }),
});

async function aggregated(input: object) {
  const { code, out, err } = await run('aggregate', file(JSON.stringify(input)));
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return { text: out.join('\n'), ...shape.parse(JSON.parse(out.join('\n'))) };
}

test('aggregate prints every cell of the lattice, and names no company', async () => {
  const { text, cells, report } = await aggregated(given);
  expect(cells).toHaveLength(13);
  expect(cells[0]).toMatchObject({
    id: 'total',
    status: 'published',
    n: '100-199',
    carried: false,
  });
  expect(cells.find(({ id }) => id === 'industry:optics')).toMatchObject({
    n: '50-99',
    word: 'mixed',
  });
  expect(report.rules.map(({ rule }) => rule)).toContain('pairs-need-200');
  for (const { company, holding, batch } of contributions)
    for (const id of [company, holding, batch]) expect(text).not.toContain(`"${id}"`);
  expect(text).not.toContain(given.key);
});

test('the same input gives the same bytes, and what stood before is carried', async () => {
  const first = await aggregated(given);
  expect((await aggregated(given)).text).toBe(first.text);
  const { cells, state } = first;
  const next = {
    ...given,
    period: '2027-Q1',
    contributions: contributions.slice(9),
    previous: { cells, state },
  };
  const second = await aggregated(next);
  expect(second.cells[0]).toEqual({ ...first.cells[0], carried: true });
  expect(second.state.cells).toEqual(first.state.cells);
});

test.each([
  ['no key', { key: 'short' }, 'expected 64 hex digits at key'],
  ['no quarter', { period: '2026' }, 'expected a quarter'],
  [
    'a band that is none',
    { contributions: [{ ...contributions[0], overall: 'best' }] },
    'contributions.0.overall',
  ],
  ['more than is taken', { more: 1 }, 'more'],
])('%s is refused with a sentence', async (_, wrong, said) => {
  const { code, out, err } = await run('aggregate', file(JSON.stringify({ ...given, ...wrong })));
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err.join('\n')).toContain(said);
});

test('groups that were declared anew take nothing from before', async () => {
  const { cells, state } = await aggregated(given);
  const other = { ...lattice, region: ['west'] };
  const input = { ...given, lattice: other, previous: { cells, state } };
  const { code, err } = await run('aggregate', file(JSON.stringify(input)));
  expect(code).toBe(2);
  expect(err.join('\n')).toContain('new series');
});
