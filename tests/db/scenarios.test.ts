import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswer } from '#db/answers.ts';
import { addEvidence, withdrawEvidence } from '#db/evidence.ts';
import { findItem, listItems, saveItem } from '#db/plan-items.ts';
import { currentPlan, promoteScenario } from '#db/plans.ts';
import { addScenario, listScenarios, removeScenario } from '#db/scenarios.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { promoted, wish } from './planned.ts';
import {
  assessmentOf,
  companyOf,
  grantAccess,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const byName = '佐藤';

async function company() {
  const member = await companyOf(await signedIn());
  return { member, assessmentId: await assessmentOf(member) };
}

const add = (
  member: Member,
  assessmentId: string,
  scenarioId = randomUUID(),
  name = '早く整える',
) => withCompany(member, (tx) => addScenario(tx, { scenarioId, assessmentId, name, wish, byName }));

async function planned() {
  const { member, assessmentId } = await company();
  const [scenarioId, planId] = [randomUUID(), randomUUID()];
  await add(member, assessmentId, scenarioId);
  const given = { planId, assessmentId, scenarioId, ...promoted, byName };
  expect(await withCompany(member, (tx) => promoteScenario(tx, given))).toEqual({ ok: true });
  return { member, assessmentId, scenarioId, planId, given };
}

it('a what-if is listed with what was wished, and touches no answer', async () => {
  const { member, assessmentId } = await company();
  const scenarioId = randomUUID();
  expect(await add(member, assessmentId, scenarioId)).toEqual({ ok: true });
  expect(await withCompany(member, (tx) => listScenarios(tx, assessmentId))).toMatchObject([
    { scenarioId, name: '早く整える', wish, byName },
  ]);
  const { rows } = await world.superuser.query(
    'select count(*)::int as n from junbi.answer_event where company_id = $1',
    [member.companyId],
  );
  expect(rows).toEqual([{ n: 0 }]);
});

it('the same form sent twice makes one, and no assessment has more than twelve', async () => {
  const { member, assessmentId } = await company();
  const scenarioId = randomUUID();
  await add(member, assessmentId, scenarioId);
  expect(await add(member, assessmentId, scenarioId)).toEqual({ ok: true });
  for (let more = 1; more < 12; more += 1) await add(member, assessmentId);
  expect(await withCompany(member, (tx) => listScenarios(tx, assessmentId))).toHaveLength(12);
  expect(await add(member, assessmentId)).toEqual({ ok: false, reason: 'too-many' });
});

it('a what-if that is taken away is gone; the plan that it was made to stays', async () => {
  const { member, assessmentId, scenarioId } = await planned();
  const remove = () =>
    withCompany(member, (tx) => removeScenario(tx, { assessmentId, scenarioId }));
  expect(await remove()).toEqual({ ok: true });
  expect(await remove()).toEqual({ ok: false, reason: 'not-found' });
  expect(await withCompany(member, (tx) => listScenarios(tx, assessmentId))).toEqual([]);
  expect(await withCompany(member, (tx) => currentPlan(tx, assessmentId))).toMatchObject({
    name: '早く整える',
  });
});

it('promoting makes the plan with an item to do for each action, once', async () => {
  const { member, assessmentId, planId, given } = await planned();
  expect(await withCompany(member, (tx) => promoteScenario(tx, given))).toEqual({ ok: true });
  expect(await withCompany(member, (tx) => currentPlan(tx, assessmentId))).toMatchObject({
    planId,
    wish,
    answer: promoted.answer,
    today: promoted.today,
  });
  expect(await withCompany(member, (tx) => listItems(tx, planId))).toMatchObject([
    { actionId: 'M001', version: 1, state: 'todo', ownerRole: 'management', dueOn: '2026-12-10' },
  ]);
});

it('the newest plan holds', async () => {
  const { member, assessmentId, given } = await planned();
  const planId = randomUUID();
  await withCompany(member, (tx) => promoteScenario(tx, { ...given, planId }));
  expect(await withCompany(member, (tx) => currentPlan(tx, assessmentId))).toMatchObject({
    planId,
  });
});

it('who only reads changes nothing and sees the plan; strangers find nothing', async () => {
  const { member, assessmentId, scenarioId, planId, given } = await planned();
  const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
  const refused = { ok: false, reason: 'not-allowed' };
  expect(await add(viewer, assessmentId)).toEqual(refused);
  expect(
    await withCompany(viewer, (tx) => removeScenario(tx, { assessmentId, scenarioId })),
  ).toEqual(refused);
  expect(
    await withCompany(viewer, (tx) => promoteScenario(tx, { ...given, planId: randomUUID() })),
  ).toEqual(refused);
  expect(await withCompany(viewer, (tx) => currentPlan(tx, assessmentId))).toMatchObject({
    planId,
  });
  const stranger = await companyOf(await signedIn());
  expect(await withCompany(stranger, (tx) => currentPlan(tx, assessmentId))).toBeNull();
  expect(await withCompany(stranger, (tx) => findItem(tx, planId, 'M001'))).toBeNull();
  expect(await add(stranger, assessmentId)).toEqual({ ok: false, reason: 'not-found' });
});

it('who is let in for a part sees no plan of the whole, whatever SQL asks for it', async () => {
  const { member, assessmentId, planId } = await planned();
  const respondent = await withRole(member, await signedIn(), {
    role: 'respondent',
    sections: 'ACFG',
  });
  const narrow = await grantAccess(world, member, await signedIn(), {
    questionnaires: ['facility'],
  });
  for (const part of [respondent, narrow]) {
    await withCompany(part, async (tx) => {
      expect(await listScenarios(tx, assessmentId)).toEqual([]);
      expect(await currentPlan(tx, assessmentId)).toBeNull();
      expect(await listItems(tx, planId)).toEqual([]);
      for (const table of ['scenario', 'plan', 'plan_item_event'])
        expect((await tx.execute(`select * from junbi.${table}`)).rows).toEqual([]);
    });
  }
  // The control: a colleague who is let in for all of it sees all of it.
  const colleague = await withRole(member, await signedIn(), { role: 'viewer', sections: null });
  await withCompany(colleague, async (tx) => {
    expect(await listScenarios(tx, assessmentId)).toHaveLength(1);
    expect(await listItems(tx, planId)).toHaveLength(1);
  });
});

const item = {
  actionId: 'M001',
  ownerRole: 'legal',
  dueOn: '2026-12-20',
  evidenceId: null,
  reason: null,
  byName,
} as const;

it('an item goes on by versions; a save from an old page is shown what stands', async () => {
  const { member, planId } = await planned();
  const save = (base: number, more: object = {}) =>
    withCompany(member, (tx) =>
      saveItem(tx, { ...item, planId, base, state: 'doing', requestId: randomUUID(), ...more }),
    );
  expect(await save(1)).toMatchObject({ ok: true, version: 2 });
  expect(await save(1)).toMatchObject({
    ok: false,
    reason: 'stale',
    theirs: { version: 2, state: 'doing' },
  });
  expect(await save(2, { state: 'done', reason: '規程を定めた' })).toMatchObject({ version: 3 });
  expect(await save(3, { actionId: 'M002' })).toEqual({ ok: false, reason: 'not-found' });
});

it('of two saves at once one stands, and the same request again gives the first outcome', async () => {
  const { member, planId } = await planned();
  const requestId = randomUUID();
  const save = (base: number, request: string) =>
    withCompany(member, (tx) =>
      saveItem(tx, { ...item, planId, base, state: 'doing', requestId: request }),
    );
  for (let base = 1; base < 8; base += 1) {
    const both = await Promise.all([save(base, randomUUID()), save(base, randomUUID())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  }
  const first = await save(8, requestId);
  expect(await save(8, requestId)).toEqual(first);
});

it('done needs what shows it or a reason, dropped a reason: the verb says so, and the database too', async () => {
  const { member, planId } = await planned();
  const save = (more: object) =>
    withCompany(member, (tx) =>
      saveItem(tx, { ...item, planId, base: 1, state: 'done', requestId: randomUUID(), ...more }),
    );
  expect(await save({})).toEqual({ ok: false, reason: 'not-shown' });
  expect(await save({ state: 'dropped' })).toEqual({ ok: false, reason: 'not-shown' });
  expect(await save({ evidenceId: randomUUID() })).toEqual({ ok: false, reason: 'no-evidence' });
  for (const state of ['done', 'dropped'])
    await expect(
      world.superuser.query(
        `insert into junbi.plan_item_event (company_id, plan_id, action_id, version, rests_on, state, owner_role, due_on, request_id, actor, actor_name)
         values ($1, $2, 'M001', 2, '{}', $3, 'legal', '2026-12-01', gen_random_uuid(), gen_random_uuid(), 'x')`,
        [member.companyId, planId, state],
      ),
    ).rejects.toThrow(/check constraint/);
});

it('evidence that was withdrawn shows no item as done, and says so where one named it', async () => {
  const { member, assessmentId, planId } = await planned();
  const evidenceId = randomUUID();
  const more = {
    versionLabel: null,
    dated: null,
    ownerRole: 'legal',
    location: 'file-server',
    sha256: null,
    byName,
  } as const;
  const noted = {
    ...more,
    assessmentId,
    evidenceId,
    questionId: 'A-02.level',
    questionnaire: 'governance',
    title: '規程',
  };
  await withCompany(member, (tx) => addEvidence(tx, noted));
  const save = (base: number) =>
    withCompany(member, (tx) =>
      saveItem(tx, { ...item, planId, base, state: 'done', evidenceId, requestId: randomUUID() }),
    );
  const stands = () => withCompany(member, (tx) => findItem(tx, planId, 'M001'));
  expect(await save(1)).toMatchObject({ version: 2 });
  expect(await stands()).toMatchObject({ evidence: { title: '規程' }, withdrawnAt: null });
  const gone = { assessmentId, evidenceId, everywhere: false, byName };
  expect(await withCompany(member, (tx) => withdrawEvidence(tx, gone))).toMatchObject({ ok: true });
  expect(await stands()).toMatchObject({ evidenceId, withdrawnAt: expect.any(Date) });
  expect(await save(2)).toEqual({ ok: false, reason: 'no-evidence' });
});

it('completing an item changes no answer', async () => {
  const { member, assessmentId, planId } = await planned();
  await withCompany(member, (tx) =>
    saveAnswer(tx, {
      assessmentId,
      questionId: 'A-01.level',
      questionnaire: 'governance',
      base: 0,
      answer: { level: 1 },
      note: null,
      requestId: randomUUID(),
      byName,
    }),
  );
  await withCompany(member, (tx) =>
    saveItem(tx, {
      ...item,
      planId,
      base: 1,
      state: 'done',
      reason: '済み',
      requestId: randomUUID(),
    }),
  );
  const { rows } = await world.superuser.query<{ answer: unknown }>(
    'select answer from junbi.answer_event where company_id = $1',
    [member.companyId],
  );
  expect(rows).toEqual([{ answer: { level: 1 } }]);
});
