import { expect, test } from 'vitest';
import { z } from 'zod';
import { file, run, sheet } from './run.ts';

const fraction = z.string().regex(/^\d+\/[1-9]\d*$/);
const ids = z.array(z.string());
const level = z.int().min(0).max(4);
const applies = z.strictObject({
  id: z.string(),
  applicable: z.literal([true, 'unknown']),
  lo: level,
  hi: level,
  target: level,
  loss: z.strictObject({ lo: fraction, hi: fraction }),
});
const leaves = z.strictObject({
  id: z.string(),
  applicable: z.literal(false),
  lo: z.null(),
  hi: z.null(),
  target: level,
  loss: z.null(),
});
/** The shape that issue 1, part D promises, and nothing beside it. */
const shape = z.strictObject({
  edition: z.string(),
  stage: z.enum(['application', 'holding']),
  gate: z.strictObject({
    status: z.enum(['blocked', 'undetermined', 'clear']),
    blockers: ids,
    undetermined: ids,
  }),
  overall: z.strictObject({ lo: fraction, hi: fraction }),
  domains: z.array(
    z.strictObject({ id: z.string(), lo: fraction.nullable(), hi: fraction.nullable() }),
  ),
  requirements: z.array(z.union([applies, leaves])),
  questions: z.strictObject({ hidden: ids, unanswered: ids, unknown: ids }),
});

async function scored(text: string, ...flags: string[]) {
  const { code, out, err } = await run('score', file(text), ...flags);
  expect({ code, err, texts: out.length }).toEqual({ code: 0, err: [], texts: 1 });
  return shape.parse(JSON.parse(out.join('')));
}

test('score prints the promised shape, every list of ids sorted', async () => {
  const { requirements, domains, gate, questions } = await scored(sheet());
  expect(requirements).toHaveLength(90);
  expect(domains.map(({ id }) => id).join('')).toBe('ABCDEFGHIJKL');
  const lists = [...Object.values(questions), gate.blockers, gate.undetermined];
  for (const list of lists) expect(list).toEqual(list.toSorted());
});

test('a flag wins over the value of the file, and may stand in for a missing or wrong one', async () => {
  const quick = await scored(sheet(), '--mode', 'quick', '--stage', 'holding');
  expect(quick).toEqual(await scored(sheet({ mode: 'quick', stage: 'holding' })));
  expect(quick.stage).toBe('holding');
  expect(quick).not.toEqual(await scored(sheet()));
  expect(await scored(sheet({ mode: 'x', stage: 7 }), '--mode=quick', '--stage=holding')).toEqual(
    quick,
  );
  expect(
    await scored(sheet({ mode: undefined, stage: undefined }), '--mode=quick', '--stage=holding'),
  ).toEqual(quick);
});

test('a fact that is absent and a fact that is "unknown" are the same', async () => {
  const names = ['employees', 'listed', 'premises', 'asksSuppliers', 'prefecture'];
  const unknown = Object.fromEntries(names.map((name) => [name, 'unknown']));
  expect(await scored(sheet({ facts: unknown }))).toEqual(await scored(sheet({ facts: {} })));
});

test('no combination of valid facts is refused, however odd', async () => {
  const odd = {
    employees: 0,
    plannedHandlers: 999_999,
    handlingPlaces: 0,
    dispatchedWorkers: false,
  };
  const { edition } = await scored(
    sheet({ facts: { ...odd, dispatchedHandle: true, holdsInformation: true } }),
  );
  expect(edition).toBe('2026-11');
});

test('a condition that is false hides its question and takes the requirement out', async () => {
  const facts = { employees: 300 };
  const answers = { 'J-06.level': { level: 0 } };
  const { requirements, questions, gate } = await scored(sheet({ facts, answers, mode: 'full' }));
  expect(requirements.find(({ id }) => id === 'J-06')?.applicable).toBe(false);
  expect(questions.hidden).toEqual(['J-06.level']);
  expect(gate.blockers).toEqual([]);
});

test('a reason takes a recommended requirement out; a domain without any has no figure', async () => {
  const answers = { 'A-06.level': { notApplicable: '経営者一人の会社のため' } };
  const { requirements } = await scored(sheet({ answers, mode: 'full' }));
  expect(requirements.find(({ id }) => id === 'A-06')).toEqual({
    id: 'A-06',
    applicable: false,
    lo: null,
    hi: null,
    target: 3,
    loss: null,
  });
  const { domains } = await scored(sheet({ mode: 'quick' }));
  expect(domains.find(({ id }) => id === 'E')).toEqual({ id: 'E', lo: null, hi: null });
});

test('nothing answered is 0/1 to 1/1', async () => {
  const { overall, gate } = await scored(sheet({ answers: {}, facts: {} }));
  expect(overall).toEqual({ lo: '0/1', hi: '1/1' });
  expect(gate).toMatchObject({ status: 'undetermined', blockers: [] });
});
