import { expect, test } from 'vitest';
import { z } from 'zod';
import { run } from './run.ts';

const value = z.union([z.boolean(), z.int(), z.string()]);
const condition: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact: z.string(), eq: value }),
    z.strictObject({ fact: z.string(), in: z.array(value).min(1) }),
    z.strictObject({ fact: z.string(), gte: z.int() }),
    z.strictObject({ fact: z.string(), lte: z.int() }),
  ]),
);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const level = z.int().min(0).max(4);
const question = z.strictObject({
  id: z.string(),
  kind: z.literal('level'),
  requirements: z.array(z.string()).min(1),
  modes: z.array(z.enum(['quick', 'standard', 'full'])).min(1),
  condition: condition.nullable(),
  allowsNotApplicable: z.boolean(),
});
const requirement = z.strictObject({
  id: z.string(),
  domain: z.string().regex(/^[A-L]$/),
  obligation: z.enum(['mandatory', 'conditional', 'expected', 'recommended']),
  phase: z.enum(['pre', 'cert', 'post']),
  tier: z.string(),
  weight: z.int().positive(),
  targets: z.strictObject({ application: level, holding: level }),
  countsInGate: z.boolean(),
  standard: z.boolean(),
  waitsOnAgency: z.boolean(),
  condition: condition.nullable(),
  citations: z.array(z.unknown()).min(1),
});
/** The shape that issue 1, part D promises, and nothing beside it. */
const shape = z.strictObject({
  edition: z.string(),
  stages: z.tuple([z.literal('application'), z.literal('holding')]),
  modes: z.tuple([z.literal('quick'), z.literal('standard'), z.literal('full')]),
  facts: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ id: z.string(), type: z.literal('boolean') }),
      z.strictObject({ id: z.string(), type: z.literal('integer') }),
      z.strictObject({
        id: z.string(),
        type: z.literal('choice'),
        options: z.array(z.string()).min(2),
      }),
    ]),
  ),
  questionnaires: z.array(
    z.strictObject({ id: z.string(), version: z.int(), hash, questions: z.array(question) }),
  ),
  gapModel: z.strictObject({
    id: z.string(),
    version: z.int(),
    hash,
    requirements: z.array(requirement),
  }),
  actions: z.array(z.looseObject({ id: z.string() })),
});

async function described(...flags: string[]) {
  const { code, out, err } = await run('describe', ...flags);
  expect({ code, err, texts: out.length }).toEqual({ code: 0, err: [], texts: 1 });
  return shape.parse(JSON.parse(out.join('')));
}

test('describe prints the promised shape, with or without the edition named', async () => {
  expect(await described('--edition', '2026-11')).toEqual(await described());
});

test('the edition has 90 requirements and asks 25, 57 and 90 questions', async () => {
  const { gapModel, questionnaires } = await described();
  const questions = questionnaires.flatMap((entry) => entry.questions);
  const asked = (mode: 'quick' | 'standard' | 'full') =>
    questions.filter(({ modes }) => modes.includes(mode)).length;
  expect(gapModel.requirements).toHaveLength(90);
  expect([asked('quick'), asked('standard'), asked('full')]).toEqual([25, 57, 90]);
  expect(questionnaires.map(({ id }) => id)).toEqual([
    'governance',
    'facility',
    'personnel',
    'separation',
  ]);
});

test('each requirement has exactly one level question, named after it', async () => {
  const { gapModel, questionnaires } = await described();
  const questions = questionnaires.flatMap((entry) => entry.questions);
  const served = new Map(questions.map(({ id, requirements }) => [id, requirements]));
  expect(questions).toHaveLength(gapModel.requirements.length);
  for (const { id } of gapModel.requirements) expect(served.get(`${id}.level`)).toEqual([id]);
});

test('weights, targets, gate and conditions are those of the gap model', async () => {
  const { requirements } = (await described()).gapModel;
  const weights = { mandatory: 3, conditional: 3, expected: 2, recommended: 1 };
  for (const { id, weight, obligation, phase, targets, countsInGate, standard } of requirements) {
    expect({ id, weight }).toEqual({ id, weight: weights[obligation] });
    expect({ id, ...targets }).toEqual({ id, application: phase === 'pre' ? 3 : 2, holding: 3 });
    const counts =
      !/^B-0[1-7]$/.test(id) &&
      (weights[obligation] === 3 || (obligation === 'expected' && standard));
    expect({ id, countsInGate }).toEqual({ id, countsInGate: counts });
  }
  expect(requirements.filter((entry) => entry.waitsOnAgency).map(({ id }) => id)).toEqual(['A-01']);
  expect(
    requirements
      .filter((entry) => entry.condition !== null)
      .map((entry) => [entry.id, entry.condition]),
  ).toEqual([
    ['B-08', { fact: 'hasParentOrGroup', eq: true }],
    ['E-04', { fact: 'producesInformation', eq: true }],
    ['J-06', { fact: 'employees', gte: 301 }],
    ['K-05', { fact: 'asksSuppliers', eq: true }],
    ['L-06', { fact: 'dispatchedHandle', eq: true }],
  ]);
});

test('B-04 and K-01 can be answered at level 3: no condition hides them', async () => {
  const { requirements } = (await described()).gapModel;
  for (const id of ['B-04', 'K-01']) {
    expect(requirements.find((entry) => entry.id === id)?.condition).toBeNull();
  }
});
