import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { file, folder, run, sheet } from './run.ts';

const text = z.strictObject({ ja: z.string(), en: z.string() });
const span = z.strictObject({ lo: z.int(), hi: z.int() });
const origin = { source: z.string().nullable(), verifiedOn: z.string().nullable() };
const shape = z.array(
  z.strictObject({
    programme: z.string(),
    version: z.string(),
    verdict: z.enum(['LIKELY', 'NEED_INFO', 'NOT_ELIGIBLE', 'WINDOW_CLOSED', 'NO_MATCHING_COST']),
    modifiers: z.array(z.enum(['PREP_REQUIRED', 'UNVERIFIED', 'COMPETITIVE'])),
    range: span,
    missing: z.array(z.string()),
    used: z.array(z.string()),
    reasons: z.array(
      z.strictObject({
        atom: z.string(),
        value: z.union([z.boolean(), z.literal('unknown'), z.literal('note')]),
        text,
        ...origin,
      }),
    ),
    actions: z.array(z.string()),
    deadline: z.strictObject({ at: z.string(), daysLeft: z.int(), what: text }).optional(),
    prepare: z.array(z.strictObject({ what: text, days: span, ...origin })),
  }),
);

const TODAY = ['--today', '2026-11-26'];

async function hinted(content: string, ...more: string[]) {
  const { code, out, err } = await run('hints', file(content), ...TODAY, ...more);
  expect({ code, err, texts: out.length }).toEqual({ code: 0, err: [], texts: 1 });
  return shape.parse(JSON.parse(out.join('')));
}

test('hints prints the promised shape for each of the twenty programmes', async () => {
  const hints = await hinted(sheet({ mode: 'full' }));
  expect(hints.map(({ programme }) => programme)).toEqual(
    Array.from({ length: 20 }, (_, at) => `P${String(at + 1).padStart(2, '0')}`),
  );
  expect(hints.every(({ modifiers }) => modifiers.includes('UNVERIFIED'))).toBe(true);
});

const SUPPORT = {
  employees: 12,
  capital: 10_000_000,
  legalForm: 'company',
  sizeIndustry: { value: 'software', asOf: '2026-11-01', origin: 'entered' },
  trainingHours: { lo: 8, hi: 12 },
  salesLastYear: 'declined',
  branchPrefectures: ['tokyo'],
  owners: [
    { share: 33.34, kind: 'large' },
    { share: 66.66, kind: 'individual' },
  ],
  awards: [{ programme: 'P05', decidedOn: '2026-01-10', running: false }],
};

test('what is known is used, and no longer missing', async () => {
  const [before, after] = [await hinted(sheet()), await hinted(sheet({ facts: SUPPORT }))];
  const of = (hints: typeof before, id: string) => hints.find(({ programme }) => programme === id);
  expect(of(before, 'P11')?.missing).toEqual(
    expect.arrayContaining(['capital', 'legalForm', 'owners']),
  );
  expect(of(after, 'P11')?.used).toEqual(
    expect.arrayContaining(['capital', 'legalForm', 'owners']),
  );
  expect(of(after, 'P11')?.missing).not.toContain('owners');
  expect(of(after, 'P07')?.missing).not.toContain('salesLastYear');
});

test('score and plan take the same file', async () => {
  const path = file(
    sheet({ facts: SUPPORT, items: [{ action: 'M001', state: 'done' }], capacity: 3 }),
  );
  expect(await run('score', path)).toMatchObject({ code: 0, err: [] });
  expect(await run('plan', path, '--goal', 'ready-soonest', ...TODAY)).toMatchObject({
    code: 0,
    err: [],
  });
});

test('plan --subsidies adds what waiting costs and what can be applied for together', async () => {
  const path = file(sheet({ mode: 'full', facts: { ...SUPPORT, prefecture: 'tokyo' } }));
  const { out } = await run('plan', path, '--goal', 'ready-soonest', ...TODAY, '--subsidies');
  const { support } = z
    .looseObject({
      support: z.strictObject({
        catalogue: z.string(),
        packages: z.array(z.looseObject({ kind: z.string() })).max(2),
        waiting: z.array(
          z.looseObject({ programme: z.string(), weeksLater: z.int().nullable(), yenLess: span }),
        ),
      }),
    })
    .parse(JSON.parse(out.join('')));
  expect(support.catalogue).toBe('2026-11-22.1');
  expect(support.waiting.map(({ programme }) => programme)).toContain('P11');
});

test.each<[string, Record<string, unknown>, string]>([
  ['a fact that nobody knows', { nothing: 1 }, 'facts["nothing"]: expected a fact'],
  ['an option that is none', { legalForm: 'club' }, 'facts["legalForm"]: expected one of company'],
  [
    'a number in words',
    { salesLastYear: 'much' },
    'facts["salesLastYear"]: expected a whole number',
  ],
  [
    'a range upside down',
    { salesLastYear: { lo: 2, hi: 1 } },
    'facts["salesLastYear"]: expected lo no higher than hi',
  ],
  [
    'more than all shares',
    {
      owners: [
        { share: 60, kind: 'sme' },
        { share: 50, kind: 'sme' },
      ],
    },
    'facts["owners"]: expected shares of 100 per cent at most',
  ],
  [
    'a share of three decimals',
    { owners: [{ share: 33.333, kind: 'sme' }] },
    'share: expected a share of 0 to 100 per cent',
  ],
  [
    'an owner of no kind',
    { owners: [{ share: 10, kind: 'friend' }] },
    'kind: expected one of individual',
  ],
  [
    'an award of no day',
    { awards: [{ programme: 'P05', decidedOn: '2026' }] },
    'decidedOn: expected a day',
  ],
  [
    'an award of no programme',
    { awards: [{ programme: 'gold', decidedOn: '2026-01-01' }] },
    'programme: expected the id of a programme',
  ],
])('%s is answered with exit 2 and one line', async (_, facts, says) => {
  const path = file(sheet({ facts }));
  const { code, out, err } = await run('hints', path, ...TODAY);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toContain(`${path}: `);
  expect(err[0]).toContain(says);
});

test('without a day it says that it needs one', async () => {
  const { code, err } = await run('hints', file(sheet()));
  expect([code, err]).toEqual([2, ['--today: expected a day as 2026-11-26, got nothing']]);
});

test('subsidies import writes drafts and a list, and changes nothing else', async () => {
  const place = folder();
  const listing = {
    result: [
      { id: 'a0W', title: '人材開発支援助成金', acceptance_end_datetime: '2027-03-31T08:00:00Z' },
      { id: 'a0X', title: '別の助成', acceptance_end_datetime: '2027-03-31T08:00:00Z' },
    ],
  };
  const path = join(place, 'export.json');
  writeFileSync(path, JSON.stringify(listing));
  const { code, out, err } = await run('subsidies', 'import', path, ...TODAY);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(JSON.parse(out.join(''))).toMatchObject({
    reviews: [
      { kind: 'dates', programme: 'P08' },
      { kind: 'new', programme: null },
    ],
  });
  expect(readdirSync(`${path}.drafts`).sort()).toEqual(['P08-2026-11-22.2.yaml', 'new-a0X.yaml']);
  expect(readFileSync(join(`${path}.drafts`, 'P08-2026-11-22.2.yaml'), 'utf8')).toContain(
    '2027-03-31T17:00+09:00',
  );
  expect((await run('check')).code).toBe(0);
});

test.each([
  [['subsidies'], 'subsidies: expected import FILE'],
  [['subsidies', 'import'], 'subsidies import: expected one FILE'],
])('%j is answered with exit 2 and one line', async (argv, says) => {
  const { code, out, err } = await run(...argv);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toContain(says);
});

test('a file that is no export is answered with exit 2 and one line', async () => {
  const path = file('{}');
  const { code, err } = await run('subsidies', 'import', path);
  expect([code, err.length, err[0]?.startsWith(`${path}: expected a detail of jGrants`)]).toEqual([
    2,
    1,
    true,
  ]);
});
