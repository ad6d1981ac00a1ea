import { expect, test } from 'vitest';
import { z } from 'zod';
import { file, run, sheet } from './run.ts';

const span = z.strictObject({ lo: z.int(), hi: z.int() });
const shape = z.strictObject({
  status: z.enum(['optimal', 'bounded', 'infeasible']),
  bound: z.number().optional(),
  goal: z.enum(['ready-soonest', 'cheapest-ready', 'best-within']),
  weeksToReady: z.strictObject({ best: z.int(), worst: z.int() }).nullable(),
  totals: z.strictObject({ yen: span, personDays: span }),
  actions: z.array(
    z.strictObject({
      id: z.string(),
      start: z.int(),
      finish: z.int(),
      personDays: span,
      yen: span,
      critical: z.boolean(),
      slackDays: z.int(),
      because: z.array(z.string()),
      after: z.array(z.string()),
      waitsForNeed: z.boolean(),
    }),
  ),
  left: z.array(z.strictObject({ id: z.string(), why: z.string() })),
  binding: z
    .array(z.looseObject({ constraint: z.string(), relaxBy: z.record(z.string(), z.number()) }))
    .optional(),
  trace: z.looseObject({ capacityDays: z.number(), leastWeeks: z.int().nullable() }),
});

const WISH = ['--goal', 'ready-soonest', '--today', '2026-11-26'];

async function planned(text: string, ...flags: string[]) {
  const { code, out, err } = await run('plan', file(text), ...flags);
  expect({ code, err, texts: out.length }).toEqual({ code: 0, err: [], texts: 1 });
  return shape.parse(JSON.parse(out.join('')));
}

test('plan prints the promised shape', async () => {
  const { status, actions, trace } = await planned(sheet({ mode: 'full' }), ...WISH);
  expect(status).toBe('optimal');
  expect(actions.length).toBeGreaterThan(10);
  expect(trace.capacityDays).toBe(4);
});

test('the capacity of the flag wins over that of the file', async () => {
  const text = sheet({ mode: 'full', capacity: 2 });
  const [file, flag] = [
    await planned(text, ...WISH),
    await planned(text, ...WISH, '--capacity', '7.5'),
  ];
  expect([file.trace.capacityDays, flag.trace.capacityDays]).toEqual([2, 7.5]);
  expect(flag.weeksToReady?.worst).toBeLessThan(file.weeksToReady?.worst ?? 0);
});

test('what is done is no part of the plan', async () => {
  const [first] = (await planned(sheet({ mode: 'full' }), ...WISH)).actions;
  const items = [{ action: first?.id, state: 'done' }];
  const { actions } = await planned(sheet({ mode: 'full', items }), ...WISH);
  expect(actions.map(({ id }) => id)).not.toContain(first?.id);
});

test('an infeasible wish is an answer, not an error', async () => {
  const { status, binding } = await planned(sheet({ mode: 'full' }), ...WISH, '--budget', '0');
  expect(status).toBe('infeasible');
  expect(binding?.map(({ constraint }) => constraint)).toEqual(['budget']);
});

test.each<[string, Record<string, unknown>, string]>([
  ['items that are no list', { items: {} }, 'items: expected a list'],
  [
    'an unknown action',
    { items: [{ action: 'M999', state: 'done' }] },
    'items[0].action: expected an action of edition 2026-11',
  ],
  [
    'an unknown state',
    { items: [{ action: 'M001', state: 'bought' }] },
    'items[0].state: expected one of ordered, done',
  ],
  [
    'an action twice',
    {
      items: [
        { action: 'M001', state: 'done' },
        { action: 'M001', state: 'done' },
      ],
    },
    'items[1].action: expected each action once',
  ],
  [
    'a day that is none',
    { items: [{ action: 'M001', state: 'ordered', finish: '2026-02-30' }] },
    'items[0].finish: expected a day',
  ],
  [
    'a field that is none',
    { items: [{ action: 'M001', state: 'done', cost: 1 }] },
    'only action, state, finish and orderedOn',
  ],
  ['a capacity of nothing', { capacity: 0 }, 'capacity: expected person-days'],
  ['a capacity with two decimals', { capacity: 1.25 }, 'capacity: expected person-days'],
])('%s in the file is answered with exit 2 and one line', async (_, changed, says) => {
  const path = file(sheet(changed));
  const { code, out, err } = await run('plan', path, ...WISH);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toContain(`${path}: `);
  expect(err[0]).toContain(says);
});

test.each<[string, string[], string]>([
  [
    'no goal',
    ['--today', '2026-11-26'],
    '--goal: expected one of ready-soonest, cheapest-ready, best-within, got nothing',
  ],
  ['another goal', ['--goal', 'fast', '--today', '2026-11-26'], '--goal: expected one of'],
  ['no today', ['--goal', 'best-within'], '--today: expected a day as 2026-11-26, got nothing'],
  [
    'a budget of less than nothing',
    [...WISH, '--budget=-1'],
    '--budget: expected a whole number of yen',
  ],
  [
    'a budget in words',
    [...WISH, '--budget', '3 million'],
    '--budget: expected a whole number of yen',
  ],
  ['no capacity', [...WISH, '--capacity', '0'], '--capacity: expected person-days a week'],
  ['a date that is none', [...WISH, '--by', '2027-02-30'], '--by: expected a day'],
])('%s is answered with exit 2 and one line', async (_, argv, says) => {
  const { code, out, err } = await run('plan', file(sheet()), ...argv);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toContain(says);
});
