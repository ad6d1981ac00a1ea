import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryForward, undoCarrying } from '#db/carrying.ts';
import { saveItem } from '#db/plan-items.ts';
import { planPlace } from '#db/plan-place.ts';
import { promoteScenario } from '#db/plans.ts';
import { addScenario, listScenarios, removeScenario } from '#db/scenarios.ts';
import { withCompany, type CompanyTx, type Member } from '#db/tenant.ts';
import { promoted, wish } from './planned.ts';
import { carry, onward, underWay } from './plan-under-way.ts';
import { editions } from './versioned.ts';
import { openWorld, withRole, signedIn, type World } from './world.ts';

// A plan is worked on in one assessment: in the one that goes on, as soon as there is a plan in it.

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

const byName = '佐藤';
const elsewhere = { ok: false, reason: 'elsewhere' };
const item = {
  actionId: 'M001',
  state: 'todo',
  ownerRole: 'legal',
  dueOn: '2027-01-29',
  evidenceId: null,
  reason: null,
  byName,
} as const;

type Verb = (tx: CompanyTx) => Promise<{ ok: boolean }>;

/** Each verb that changes a plan, on an assessment with one. */
async function verbsOn(
  member: Member,
  { assessmentId, planId }: { assessmentId: string; planId: string },
): Promise<Record<'save' | 'promote' | 'add' | 'remove', Verb>> {
  const [kept] = await withCompany(member, (tx) => listScenarios(tx, assessmentId));
  const scenarioId = kept?.scenarioId ?? '';
  return {
    save: (tx: CompanyTx) => saveItem(tx, { ...item, planId, base: 3, requestId: randomUUID() }),
    promote: (tx: CompanyTx) =>
      promoteScenario(tx, { ...promoted, planId: randomUUID(), assessmentId, scenarioId, byName }),
    add: (tx: CompanyTx) =>
      addScenario(tx, { scenarioId: randomUUID(), assessmentId, name: '別の案', wish, byName }),
    remove: (tx: CompanyTx) => removeScenario(tx, { assessmentId, scenarioId }),
  };
}

describe('where an assessment goes on', () => {
  it('no plan is promoted and no what-if is added or removed in the earlier one', async () => {
    const { member, assessmentId, planId } = await underWay();
    const verbs = await verbsOn(member, { assessmentId, planId });
    const next = await carry(member, assessmentId);
    for (const verb of Object.values(verbs))
      expect(await withCompany(member, verb)).toEqual(elsewhere);
    expect(await withCompany(member, (tx) => planPlace(tx, assessmentId))).toEqual({
      isElsewhere: true,
      isClosed: true,
    });
    expect(await withCompany(member, (tx) => planPlace(tx, next))).toEqual({
      isElsewhere: false,
      isClosed: false,
    });
    await withCompany(member, (tx) => undoCarrying(tx, { assessmentId: next, byName }));
    expect(await withCompany(member, (tx) => planPlace(tx, next))).toEqual({
      isElsewhere: true,
      isClosed: true,
    });
    // The control: undone, each of them is done where the plan was.
    for (const verb of Object.values(verbs))
      expect(await withCompany(member, verb)).toMatchObject({ ok: true });
  });

  it('who only reads is told that they may not, there too', async () => {
    const { member, assessmentId, planId } = await underWay();
    const verbs = await verbsOn(member, { assessmentId, planId });
    await carry(member, assessmentId);
    const viewer = await withRole(member, await signedIn(), { role: 'viewer', sections: null });
    for (const verb of Object.values(verbs))
      expect(await withCompany(viewer, verb)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('a plan that did not come along is worked on where it stands, until there is one in the later', async () => {
    const { member, assessmentId, planId } = await underWay();
    const next = await carry(member, assessmentId);
    // As an earlier release carried: the answers alone.
    await world.superuser.query(`set session_replication_role = replica`);
    for (const table of ['plan_item_event', 'plan'])
      await world.superuser.query(
        `delete from junbi.${table} where plan_id in (select plan_id from junbi.plan where assessment_id = $1)`,
        [next],
      );
    await world.superuser.query(`set session_replication_role = origin`);
    expect(await withCompany(member, (tx) => planPlace(tx, assessmentId))).toEqual({
      isElsewhere: false,
      isClosed: true,
    });
    const save = (base: number) => (tx: CompanyTx) =>
      saveItem(tx, { ...item, planId, base, requestId: randomUUID() });
    expect(await withCompany(member, save(3))).toMatchObject({ version: 4 });
    const [kept] = await withCompany(member, (tx) => listScenarios(tx, next));
    const given = {
      ...promoted,
      planId: randomUUID(),
      assessmentId: next,
      scenarioId: kept?.scenarioId ?? '',
      byName,
    };
    expect(await withCompany(member, (tx) => promoteScenario(tx, given))).toEqual({ ok: true });
    expect(await withCompany(member, save(4))).toEqual(elsewhere);
  });
});

describe('of a change to a plan while its assessment is carried', () => {
  it.each(['save', 'promote', 'add', 'remove'] as const)(
    '%s waits, and is refused',
    async (name) => {
      const { member, assessmentId, planId } = await underWay();
      const verb = (await verbsOn(member, { assessmentId, planId }))[name];
      const late = await withCompany(member, async (tx) => {
        expect(await carryForward(tx, onward(assessmentId))).toMatchObject({ ok: true });
        const waiting = withCompany(member, verb);
        await someoneWaits();
        return { waiting };
      });
      expect(await late.waiting).toEqual(elsewhere);
    },
  );
});

/** Until a statement of the application waits for a lock. */
async function someoneWaits(): Promise<void> {
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await world.superuser.query(waits)).rows.length === 0)
    await new Promise((done) => setTimeout(done, 5));
}
