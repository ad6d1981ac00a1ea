import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainOf } from '#assessments/audit-anchor.ts';
import { saveAnswer } from '#db/answers.ts';
import { changeScope } from '#db/assessments.ts';
import { withdrawEvidence } from '#db/evidence.ts';
import { askErasure, eraseNextDue, readErasure, recallErasure } from '#db/leaving.ts';
import { NoAccess, withCompany, withWorker, type Member } from '#db/tenant.ts';
import { companyTables } from '../setup/company-tables.ts';
import { furnish } from './furnished.ts';
import { companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const notice = { subject: '削除', bodyText: '30日後に消えます。' };
const notices = { ja: notice, en: notice };
const byName = '田中';

/** A company with a row of everything, let in by it a consultancy, and itself in an association. */
async function fullCompany(): Promise<Member> {
  const { company, things } = await furnish(world, '去る会社');
  const mine = company.owner;
  const assessmentId = things.assessment;
  const of = { assessmentId, questionId: 'A-04.level', questionnaire: 'governance' };
  await withCompany(mine, async (tx) => {
    for (const base of [1, 2])
      await saveAnswer(tx, {
        ...of,
        base,
        answer: { level: 1 },
        note: null,
        requestId: randomUUID(),
        byName,
      });
    await changeScope(tx, { assessmentId, base: 1, mode: 'quick', stage: 'holding', overlays: [] });
    await withdrawEvidence(tx, { assessmentId, evidenceId: things.evidence, byName });
  });
  return mine;
}

/** As if so many days had passed since the request. */
const daysLater = (member: Member, days: number) =>
  world.superuser.query(
    `update erase.request set requested_at = requested_at - make_interval(days => $2),
            due_at = due_at - make_interval(days => $2) where company_id = $1`,
    [member.companyId, days],
  );

/** The columns in which tables name a company. */
const NAMES = ['company_id', 'client_id', 'organisation_id'];

/** Rows by table, of every table that knows companies. */
async function rowsOf({ companyId }: Member): Promise<Record<string, number>> {
  const { rows } = await world.superuser.query<{ name: string; column: string }>(
    `select c.oid::regclass::text as name, a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = any ($1) and c.relkind in ('r', 'p') order by 1`,
    [NAMES],
  );
  const counts: Record<string, number> = {};
  for (const { name, column } of rows) {
    const found = await world.superuser.query<{ n: string }>(
      `select count(*) as n from ${name} where ${column} = $1`,
      [companyId],
    );
    counts[name] = Number(found.rows[0]?.n);
  }
  return counts;
}

const messagesOf = async (kind: string) =>
  (await world.superuser.query('select 1 from auth.outbox where kind = $1', [kind])).rowCount;

const eraseNow = (member: Member) =>
  withWorker((tx) => tx.execute(`select * from erase.company('${member.companyId}')`));

const ask = (member: Member) => withCompany(member, (tx) => askErasure(tx, notices));

describe('asking for a company to be deleted', () => {
  it('is for an owner who has just confirmed, and stands once', async () => {
    const owner = await signedIn();
    const mine = await companyOf(owner);
    const preparer = await grantAccess(world, mine, await signedIn());
    expect(await ask(preparer)).toEqual({ ok: false, reason: 'not-allowed' });
    const first = await ask(mine);
    expect(first).toMatchObject({ ok: true });
    expect(await ask(mine)).toEqual(first);
    expect(await messagesOf('erasure-asked')).toBe(1);
    const stands = await withCompany(preparer, readErasure);
    expect(stands?.byName).toBe(owner.name);
    expect(Math.round((Number(stands?.dueAt) - Number(stands?.askedAt)) / 86_400_000)).toBe(30);
    await world.superuser.query(
      `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = $1`,
      [owner.accountId],
    );
    const other = await withCompany(mine, (tx) => recallErasure(tx, notices));
    expect(other).toBe(true);
    expect(await ask(mine)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('can be recalled by an owner alone, is logged once each, and then nothing is due', async () => {
    const mine = await companyOf(await signedIn());
    const viewer = await grantAccess(world, mine, await signedIn(), { canWrite: false });
    await withCompany(mine, (tx) => askErasure(tx, notices));
    expect(await withCompany(viewer, (tx) => recallErasure(tx, notices))).toBe(false);
    expect(await withCompany(mine, (tx) => recallErasure(tx, notices))).toBe(true);
    expect(await withCompany(mine, (tx) => recallErasure(tx, notices))).toBe(false);
    expect(await withCompany(mine, readErasure)).toBeNull();
    await daysLater(mine, 31);
    expect(await withWorker(eraseNextDue)).toBeNull();
    const { rows } = await world.superuser.query<{ action: string }>(
      'select action from audit.entry where company_id = $1 order by seq',
      [mine.companyId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'company.founded',
      'erasure.asked',
      'erasure.recalled',
    ]);
  });
});

describe('erasing a company', () => {
  it('is refused before its time, without a request, and to everybody but the worker', async () => {
    const mine = await fullCompany();
    const refused = { reason: 'denied' };
    await expect(eraseNow(mine)).rejects.toMatchObject(refused);
    await withCompany(mine, (tx) => askErasure(tx, notices));
    await expect(eraseNow(mine)).rejects.toMatchObject(refused);
    await daysLater(mine, 29);
    await expect(eraseNow(mine)).rejects.toMatchObject(refused);
    expect(await withWorker(eraseNextDue)).toBeNull();
    await daysLater(mine, 1);
    for (const url of [world.appUrl, world.authUrl]) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await expect(client.query(`select erase.company('${mine.companyId}')`)).rejects.toMatchObject(
        { code: '42501' },
      );
      await client.end();
    }
    await expect(eraseNow(mine)).resolves.toMatchObject({ rowCount: 1 });
  });

  it('leaves no row of it in any table, a receipt with its counts, and the neighbours whole', async () => {
    const [mine, neighbour] = [await fullCompany(), await fullCompany()];
    await withCompany(mine, (tx) => askErasure(tx, notices));
    await daysLater(mine, 31);
    const before = await rowsOf(mine);
    // Anchors are the worker's, and a tally stands while an erasure runs.
    const none = Object.keys(before).filter((name) => before[name] === 0);
    expect(none).toEqual(['audit.anchored', 'erase.tally']);
    const beside = await rowsOf(neighbour);
    const head = await world.superuser.query<{ seq: string; hash: Buffer }>(
      'select seq, hash from audit.head where company_id = $1',
      [mine.companyId],
    );
    const gone = await withWorker(eraseNextDue);
    expect(gone?.receipt).toMatchObject({
      chain: chainOf(mine.companyId),
      seq: Number(head.rows[0]?.seq),
      hash: head.rows[0]?.hash.toString('hex'),
      counts: {
        'junbi.company': 1,
        'junbi.profile_version': 1,
        'junbi.assessment': 3,
        'junbi.answer_event': 3,
        'junbi.evidence': 1,
        'junbi.evidence_withdrawal': 1,
        'junbi.past_scope': 1,
        'audit.entry': before['audit.entry'],
      },
    });
    expect(gone?.owners).toHaveLength(1);
    expect(Object.values(await rowsOf(mine)).every((count) => count === 0)).toBe(true);
    expect(await rowsOf(neighbour)).toEqual(beside);
    await expect(withCompany(mine, readErasure)).rejects.toBeInstanceOf(NoAccess);
    const receipts = await world.superuser.query<{ text: string }>(
      'select row_to_json(r)::text as text from erase.receipt r',
    );
    expect(receipts.rows.map(({ text }) => text).join('')).not.toContain(mine.companyId);
  });

  it('commits whole or not at all', async () => {
    const mine = await fullCompany();
    await withCompany(mine, (tx) => askErasure(tx, notices));
    await daysLater(mine, 31);
    const before = await rowsOf(mine);
    const failing = withWorker(async (tx) => {
      await eraseNextDue(tx);
      throw new Error('The power went.');
    });
    await expect(failing).rejects.toThrow('The power went.');
    expect(await rowsOf(mine)).toEqual(before);
    expect(await withWorker(eraseNextDue)).not.toBeNull();
  });
});

describe('no other path', () => {
  // A what-if is the one thing that a company throws away itself.
  const kept = [
    ...companyTables.filter((table) => table !== 'junbi.scenario'),
    'audit.entry',
    'audit.head',
    'audit.key',
  ];

  it.each(['app', 'auth', 'app_worker', 'app_assoc', 'agg', 'owner_ddl', 'postgres'])(
    'deletes an event or an entry as %s, not even with every grant and while an erasure is due',
    async (role) => {
      const mine = await fullCompany();
      await withCompany(mine, (tx) => askErasure(tx, notices));
      await daysLater(mine, 31);
      const { superuser } = world;
      for (const table of [...kept, 'ctx.tenant'])
        for (const attempt of [
          `delete from ${table} where company_id = '${mine.companyId}'`,
          `truncate ${table} cascade`,
        ]) {
          await superuser.query('begin');
          // Grants and policies would not hold a superuser: what holds here are the triggers.
          if (role !== 'postgres')
            await superuser.query(
              `grant usage on schema junbi, audit, ctx to ${role};
               grant delete, truncate, select on ${table} to ${role};
               alter table ${table} no force row level security; alter table ${table} disable row level security;
               set local role ${role}`,
            );
          await expect(superuser.query(attempt)).rejects.toMatchObject({ code: '42501' });
          await superuser.query('rollback');
        }
      // The control: the one path there is.
      expect(await withWorker(eraseNextDue)).not.toBeNull();
    },
  );
});
