import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { fingerprintOfFrozen } from '#assessments/frozen-result.ts';
import { signText } from '#assessments/signed-file.ts';
import { submitAssessment } from '#db/assessment-states.ts';
import { carryForward, previewCarry, undoCarrying } from '#db/carrying.ts';
import { listEvidence } from '#db/evidence.ts';
import { exportCompany } from '#db/export.ts';
import { importCompany } from '#db/import.ts';
import { listItems, saveItem } from '#db/plan-items.ts';
import { currentPlan } from '#db/plans.ts';
import { listScenarios } from '#db/scenarios.ts';
import { frozenOf, signAssessment } from '#db/signed-results.ts';
import { withCompany, withNewCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { wish } from './planned.ts';
import { answer, carry, level3, onward, underWay, wishes } from './plan-under-way.ts';
import { assessed, editions } from './versioned.ts';
import { companyOf, grantAccess, openWorld, signedIn, withRole, type World } from './world.ts';

// A plan under way goes on where its assessment does: into 2026-12, which has no M084, no J-05 and asks D-06
// anew, and into a new run of 2026-11.

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

const byName = '佐藤';
/** What an export says of the plans and what-ifs of one assessment. */
async function exported(member: Member, assessmentId: string): Promise<string> {
  const made = await withCompany(member, (tx) => exportCompany(tx, []));
  if (!made.ok) throw new Error(made.reason);
  const { scenarios, plans, planItems } = made.data;
  const of = <T extends { assessmentId: string }>(all: readonly T[]) =>
    all.filter((one) => one.assessmentId === assessmentId);
  const ids = new Set(of(plans).map(({ planId }) => planId));
  const items = planItems.filter(({ planId }) => ids.has(planId));
  return canonicalJson({ scenarios: of(scenarios), plans: of(plans), items });
}

const itemsOf = (member: Member, assessmentId: string) =>
  withCompany(member, async (tx) => {
    const plan = await currentPlan(tx, assessmentId);
    return plan ? listItems(tx, plan.planId) : [];
  });
const scenariosOf = (member: Member, assessmentId: string) =>
  withCompany(member, (tx) => listScenarios(tx, assessmentId));

async function signed(member: Member, assessmentId: string): Promise<void> {
  const declarer = await withRole(member, await signedIn('田中'), {
    role: 'declarer',
    sections: null,
  });
  await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
  const { privateKey } = generateKeyPairSync('ed25519');
  const done = await withCompany(declarer, async (tx) => {
    const sheet = await readWorksheet(tx, assessmentId);
    if (!sheet) throw new Error('There is no such assessment.');
    return signAssessment(tx, {
      assessmentId,
      resultId: randomUUID(),
      expected: fingerprintOfFrozen(frozenOf(sheet)),
      byName: '田中',
      now: new Date(),
      sign: (text) => ({
        signature: signText(text, privateKey),
        keyId: '0'.repeat(16),
        publicKey: 'A'.repeat(60),
      }),
    });
  });
  expect(done).toMatchObject({ ok: true });
}

describe('carried into the next edition', () => {
  it('the plan that holds goes on as it was promoted, each action as it stands', async () => {
    const { member, assessmentId, planId, drill } = await underWay();
    const next = await carry(member, assessmentId);
    const plan = await withCompany(member, (tx) => currentPlan(tx, next));
    expect(plan).toMatchObject({ name: '早く整える', wish, answer, today: '2026-11-26', byName });
    expect(plan?.planId).not.toBe(planId);
    const references = await withCompany(member, (tx) => listEvidence(tx, { assessmentId: next }));
    const rules = references.find(({ questionId }) => questionId === 'D-06.papers');
    const version = 1;
    expect(await itemsOf(member, next)).toMatchObject([
      // The reference came along with its answer, to the question that asks for it now.
      {
        actionId: 'M001',
        version,
        state: 'done',
        evidenceId: rules?.evidenceId,
        evidence: { title: '誓約書の様式', assessmentId: next },
      },
      { actionId: 'M002', version, state: 'doing', ownerRole: 'legal', dueOn: '2027-01-29' },
      { actionId: 'M003', version, state: 'dropped', reason: '別の方法で足りる', evidence: null },
      { actionId: 'M004', version, state: 'todo', ownerRole: 'management', dueOn: '2026-12-10' },
      // Its question is asked no more: the earlier reference still shows that it is done.
      {
        actionId: 'M085',
        version,
        state: 'done',
        evidenceId: drill,
        reason: '十月に行った',
        evidence: { title: '訓練の記録', assessmentId },
      },
    ]);
  });

  it('the what-ifs come along in their order, without what the edition does not have', async () => {
    const { member, assessmentId } = await underWay();
    const given = onward(assessmentId);
    const preview = await withCompany(member, (tx) =>
      previewCarry(tx, { assessmentId, editionId: '2026-12' }),
    );
    expect(preview?.plan).toMatchObject({
      narrowed: 1,
      actions: ['M001', 'M002', 'M003', 'M004', 'M085'],
      left: ['M084'],
    });
    await withCompany(member, (tx) => carryForward(tx, given));
    const kept = await scenariosOf(member, given.assessmentId);
    expect(kept.map(({ name, wish: wished }) => [name, wished])).toEqual([
      ['早く整える', wish],
      ['一つ外す', { ...wishes['一つ外す'], leaveOut: ['M004'], assumeMet: [] }],
      ['予算なし', wishes['予算なし']],
    ]);
    const old = (await scenariosOf(member, assessmentId)).map(({ scenarioId }) => scenarioId);
    expect(kept.filter(({ scenarioId }) => old.includes(scenarioId))).toEqual([]);
    // One entry stands for all of it, and the same form sent twice copies nothing twice.
    await withCompany(member, (tx) => carryForward(tx, given));
    expect(await scenariosOf(member, given.assessmentId)).toHaveLength(3);
    const { rows } = await world.superuser.query<{ payload: string }>(
      `select payload from audit.entry where company_id = $1 and action = 'assessment.carried'`,
      [member.companyId],
    );
    expect(rows.map(({ payload }) => JSON.parse(payload).fields)).toMatchObject([
      { scenarios: 3, items: 5 },
    ]);
  });

  it('the old plan stays as it is, byte for byte, also when it is undone', async () => {
    const { member, assessmentId, planId } = await underWay();
    const text = await exported(member, assessmentId);
    const next = await carry(member, assessmentId);
    expect(await exported(member, assessmentId)).toBe(text);
    const plan = await withCompany(member, (tx) => currentPlan(tx, next));
    const [item] = await itemsOf(member, next);
    if (!plan || !item) throw new Error('The plan came along.');
    const save = (more: { planId: string; base: number }) =>
      withCompany(member, (tx) =>
        saveItem(tx, { ...item, ...more, state: 'todo', requestId: randomUUID() }),
      );
    const elsewhere = { ok: false, reason: 'elsewhere' };
    expect(await save({ planId: plan.planId, base: 1 })).toMatchObject({ version: 2 });
    // A page of the old plan that is still open changes nothing that nobody would look at any more.
    expect(await save({ planId, base: 3 })).toEqual(elsewhere);
    const undone = await withCompany(member, (tx) =>
      undoCarrying(tx, { assessmentId: next, byName }),
    );
    expect(undone).toMatchObject({ ok: true });
    expect(await save({ planId: plan.planId, base: 2 })).toEqual(elsewhere);
    expect(await exported(member, assessmentId)).toBe(text);
    expect(await withCompany(member, (tx) => currentPlan(tx, assessmentId))).toMatchObject({
      planId,
    });
    // The control: the old one goes on, and the export tells.
    expect(await save({ planId, base: 3 })).toMatchObject({ version: 4 });
    expect(await exported(member, assessmentId)).not.toBe(text);
    expect(await itemsOf(member, await carry(member, assessmentId))).toMatchObject([
      { actionId: 'M001', state: 'todo' },
      {},
      {},
      {},
      {},
    ]);
  });

  it('an export with it can be imported, though an item names the reference of another assessment', async () => {
    const { member, assessmentId } = await underWay();
    const next = await carry(member, assessmentId);
    const made = await withCompany(member, (tx) => exportCompany(tx, []));
    if (!made.ok) throw new Error(made.reason);
    const { data } = made;
    expect(data.plans.filter((one) => one.assessmentId === next)).toHaveLength(1);
    const other = { ...(await signedIn()), companyId: randomUUID() };
    expect(await withNewCompany(other, (tx) => importCompany(tx, data))).toEqual({ ok: true });
    const stood = (await itemsOf(member, next)).map(({ actionId, state, evidence }) => [
      actionId,
      state,
      evidence,
    ]);
    expect(
      (await itemsOf(other, next)).map(({ actionId, state, evidence }) => [
        actionId,
        state,
        evidence,
      ]),
    ).toEqual(stood);
  });

  it('without a plan and what-ifs there is none afterwards', async () => {
    const member = await companyOf(await signedIn());
    const next = await carry(member, await assessed(member, level3));
    expect(await withCompany(member, (tx) => currentPlan(tx, next))).toBeNull();
    expect(await scenariosOf(member, next)).toEqual([]);
  });

  it('who is let in for a part sees none of it, and carries none of it', async () => {
    const { member, assessmentId } = await underWay();
    const next = await carry(member, assessmentId);
    const respondent = await withRole(member, await signedIn(), {
      role: 'respondent',
      sections: 'ACFG',
    });
    const narrow = await grantAccess(world, member, await signedIn(), {
      questionnaires: ['facility'],
    });
    for (const part of [respondent, narrow])
      await withCompany(part, async (tx) => {
        expect(await currentPlan(tx, next)).toBeNull();
        expect(await listScenarios(tx, next)).toEqual([]);
        for (const table of ['scenario', 'plan', 'plan_item_event'])
          expect((await tx.execute(`select * from junbi.${table}`)).rows).toEqual([]);
        const of = { assessmentId, editionId: '2026-12' };
        expect((await previewCarry(tx, of))?.plan).toEqual({
          scenarios: [],
          narrowed: 0,
          planId: null,
          actions: [],
          left: [],
        });
      });
    await withCompany(member, (tx) => undoCarrying(tx, { assessmentId: next, byName }));
    const blind = await carry(narrow, assessmentId);
    expect(await itemsOf(member, blind)).toEqual([]);
    // The control: a colleague who is let in for all of it sees all of it.
    const colleague = await withRole(member, await signedIn(), { role: 'viewer', sections: null });
    expect(await itemsOf(colleague, next)).toHaveLength(5);
  });
});

it('in a new run of the same edition everything of it goes on', async () => {
  const { member, assessmentId, planId } = await underWay();
  await signed(member, assessmentId);
  const text = await exported(member, assessmentId);
  const next = await carry(member, assessmentId, '2026-11');
  expect(await exported(member, assessmentId)).toBe(text);
  const of = {
    planId,
    actionId: 'M002',
    base: 2,
    state: 'done',
    reason: '済み',
    evidenceId: null,
  } as const;
  const late = {
    ...of,
    ownerRole: 'legal',
    dueOn: '2027-01-29',
    requestId: randomUUID(),
    byName,
  } as const;
  expect(await withCompany(member, (tx) => saveItem(tx, late))).toEqual({
    ok: false,
    reason: 'elsewhere',
  });
  const [old, now] = [await itemsOf(member, assessmentId), await itemsOf(member, next)];
  const stand = ({
    actionId,
    state,
    ownerRole,
    dueOn,
    reason,
    evidence,
  }: (typeof old)[number]) => ({
    actionId,
    state,
    ownerRole,
    dueOn,
    reason,
    shown: evidence?.title,
  });
  expect(now.map(stand)).toEqual(old.map(stand));
  expect(now).toHaveLength(6);
  // Every reference came along, so each item names the one of its own run.
  expect(new Set(now.flatMap(({ evidence }) => evidence?.assessmentId ?? []))).toEqual(
    new Set([next]),
  );
  expect((await scenariosOf(member, next)).map(({ wish: wished }) => wished)).toEqual(
    Object.values(wishes),
  );
});
