import * as fc from 'fast-check';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridge, FACTORS, type BridgeParts, type Dated } from '#assessments/bridge.ts';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { assessmentsOf } from '#assessments/oracle/assessments.ts';
import { carry } from '#assessments/carry.ts';
import { listAssessments } from '#db/assessments.ts';
import { carryForward, undoCarrying } from '#db/carrying.ts';
import { exportCompany } from '#db/export.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { assessed, editions } from '../db/versioned.ts';
import { companyOf, openWorld, signedIn, type World } from '../db/world.ts';
import { isFull, seedOf } from './random.ts';

// 1,000 random assessments: in the database, carried and undone; and on the bridge between two editions.

const seed = seedOf(20_261_127);
const runs = isFull ? 1_000 : 100;
const [before, after] = editions;
if (!before || !after) throw new Error('There are two editions.');

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

/** What an export says of one assessment, but for where it stands. */
async function exported(member: Member, assessmentId: string): Promise<string> {
  const made = await withCompany(member, (tx) => exportCompany(tx, []));
  if (!made.ok) throw new Error('There is no export.');
  const { assessments, answers, evidence } = made.data;
  const of = <T extends { assessmentId: string }>(all: readonly T[]) =>
    all.filter((one) => one.assessmentId === assessmentId);
  const heads = of(assessments).map((head) => ({ ...head, state: null }));
  const text = canonicalJson({ heads, answers: of(answers), evidence: of(evidence) });
  return createHash('sha256').update(text).digest('hex');
}

describe(`${runs} random assessments in the database (seed ${seed})`, () => {
  test('carried and undone: the old export hash never changes, and the list is as it was', async () => {
    const samples = fc.sample(assessmentsOf(before), { numRuns: runs, seed });
    const states = { carried: 0, confirm: 0, open: 0, archived: 0 };
    // A company for every ten, so that an export stays small.
    let member = await companyOf(await signedIn());
    for (const [nth, said] of samples.entries()) {
      if (nth % 10 === 9) member = await companyOf(await signedIn());
      const from = await assessed(member, said);
      const [hash, list] = [
        await exported(member, from),
        await withCompany(member, listAssessments),
      ];
      const assessmentId = randomUUID();
      const given = {
        assessmentId,
        fromAssessmentId: from,
        editionId: after.id,
        title: '次の版',
        byName: '佐藤',
      };
      expect(await withCompany(member, (tx) => carryForward(tx, given))).toMatchObject({
        ok: true,
      });
      const { answers, given: expected } = carry(before, after, said.answers);
      const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId));
      expect(sheet?.answers).toEqual(expected);
      for (const { state } of Object.values(answers)) states[state] += 1;
      expect(await exported(member, from)).toBe(hash);
      await withCompany(member, (tx) => undoCarrying(tx, { assessmentId, byName: '佐藤' }));
      expect(await exported(member, from)).toBe(hash);
      expect(await withCompany(member, listAssessments)).toEqual(list);
    }
    console.log(`${runs} carried and undone: ${JSON.stringify(states)} answers by state.`);
    expect(Object.values(states).every((count) => count > 0)).toBe(true);
  });

  test('an export that changed would be seen (the control)', async () => {
    const member = await companyOf(await signedIn());
    const [said] = fc.sample(assessmentsOf(before), { numRuns: 1, seed });
    if (!said) throw new Error('There is a sample.');
    const from = await assessed(member, { ...said, answers: { 'A-02.level': { level: 2 } } });
    const hash = await exported(member, from);
    await world.superuser.query(`alter table junbi.answer_event disable trigger never_changed`);
    await world.superuser.query(
      `update junbi.answer_event set answer = '{"level":3}' where assessment_id = $1`,
      [from],
    );
    await world.superuser.query(`alter table junbi.answer_event enable trigger never_changed`);
    expect(await exported(member, from)).not.toBe(hash);
  });
});

test(`the parts of ${runs} random bridges between two editions add up, in every order (seed ${seed})`, () => {
  const dated = (edition: typeof before) =>
    assessmentsOf(edition).map((assessment): Dated => ({ edition, ...assessment }));
  fc.assert(
    fc.property(dated(before), dated(after), (old, next) => {
      for (const parts of Object.values(bridge(old, next)))
        for (const order of ORDERS) expect(sumOf(parts, order)).toEqual(parts.total);
    }),
    { numRuns: runs, seed },
  );
});

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** The parts one after the other, in lowest terms, with nothing of the engine. */
function sumOf(parts: BridgeParts, order: readonly number[]) {
  let [n, d] = [0n, 1n];
  for (const at of order) {
    const part = parts[FACTORS[at] ?? 'answers'];
    [n, d] = [n * BigInt(part.d) + BigInt(part.n) * d, d * BigInt(part.d)];
    const by = greatestCommon(n < 0n ? -n : n, d);
    [n, d] = [n / by, d / by];
  }
  return { n: Number(n), d: Number(d) };
}

const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b));
