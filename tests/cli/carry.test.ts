import { expect, test } from 'vitest';
import { z } from 'zod';
import { main } from '#assessments/cli.ts';
import { loadEdition } from '#assessments/library.ts';
import { file, sheet } from './run.ts';

const editions = {
  ids: ['2026-11', '2026-12'],
  load: loadEdition,
  catalogue: () => {
    throw new Error('No command of these asks for support.');
  },
};

async function run(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await main(argv, terminal, editions);
  return { code, out: out.join(''), err };
}

const state = z.enum(['carried', 'confirm', 'open', 'archived']);
const answer = z.unknown();
const shape = z.strictObject({
  file: z.looseObject({ edition: z.literal('2026-12'), answers: z.record(z.string(), answer) }),
  answers: z.record(
    z.string(),
    z.strictObject({ state, rule: z.string(), to: z.array(z.string()) }),
  ),
  questions: z.record(
    z.string(),
    z.strictObject({ state, rule: z.string(), from: z.array(z.string()) }),
  ),
  proposed: z.record(z.string(), z.array(z.strictObject({ from: z.string(), answer }))),
});

const answers = {
  'C-01.level': { level: 2 },
  'D-03.level': { level: 3 },
  'C-04.level': { level: 1 },
  'J-05.level': { unknown: true },
};

test('carry answers the new sheet and what became of each answer', async () => {
  const old = sheet({ answers });
  const { code, out, err } = await run('carry', file(old), '--to', '2026-12');
  expect([code, err]).toEqual([0, []]);
  const found = shape.parse(JSON.parse(out));
  expect(found.answers).toEqual({
    'C-01.level': { state: 'carried', rule: 'wording', to: ['C-01.level'] },
    'D-03.level': { state: 'confirm', rule: 'meaning', to: ['D-03.level'] },
    'C-04.level': { state: 'open', rule: 'split', to: ['C-04.log', 'C-04.visitors'] },
    'J-05.level': { state: 'archived', rule: 'retired', to: [] },
  });
  expect(found.file.answers).toEqual({ 'C-01.level': { level: 2 } });
  expect(found.proposed).toEqual({ 'D-03.level': [{ from: 'D-03.level', answer: { level: 3 } }] });
  // The new sheet is one that every command reads.
  const scored = await run('score', file(JSON.stringify(found.file)));
  expect(scored.code).toBe(0);
});

test('an edition that does not follow is refused in one line', async () => {
  const old = sheet({ answers });
  for (const to of ['2026-11', '2031-01']) {
    const { code, err } = await run('carry', file(old), '--to', to);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toContain('an edition that follows 2026-11 (one of 2026-12)');
  }
  expect((await run('diff', '2026-12', '2026-11')).code).toBe(2);
  expect((await run('diff', '2026-11')).code).toBe(2);
});

test('diff prints the note, and bridge the parts, which add to the difference', async () => {
  const note: unknown = JSON.parse((await run('diff', '2026-11', '2026-12')).out);
  expect(note).toMatchObject({
    from: { id: '2026-11' },
    to: { id: '2026-12' },
    counts: { split: 1 },
  });
  const [old, later] = [
    sheet({ answers }),
    sheet({ answers: { 'C-01.level': { level: 3 } }, edition: '2026-12' }),
  ];
  const { code, out } = await run('bridge', file(old), file(later));
  expect(code).toBe(0);
  const fraction = z.string().regex(/^-?\d+\/\d+$/);
  const parts = z.strictObject({
    answers: fraction,
    edition: fraction,
    scope: fraction,
    total: fraction,
  });
  expect(() => z.strictObject({ lo: parts, hi: parts }).parse(JSON.parse(out))).not.toThrow();
  expect((await run('bridge', file(old))).code).toBe(2);
});
