import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#assessments/audit-chain.ts';
import { saveAnswer } from '#db/answers.ts';
import { record, recordAccount, recordFailedSignIn } from '#db/audit.ts';
import { readChain, readLog } from '#db/audit-log.ts';
import { settleSignIns } from '#db/anchors.ts';
import { renameCompany } from '#db/companies.ts';
import {
  NoAccess,
  withAuth,
  withCompany,
  withSystem,
  withWorker,
  type Member,
} from '#db/tenant.ts';
import {
  assessmentOf,
  companyOf,
  grantAccess,
  logged,
  openWorld,
  signedIn,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const actionsOf = async ({ companyId }: Pick<Member, 'companyId'>) => {
  const { rows } = await world.superuser.query<{ action: string }>(
    'select action from audit.entry where company_id = $1 order by seq',
    [companyId],
  );
  return rows.map(({ action }) => action);
};

const chainOf = async (member: Member) => {
  const chain = await withCompany(member, (tx) => readChain(tx, []));
  if (!chain) throw new Error('The chain cannot be read.');
  return chain;
};

describe('a chain', () => {
  it('hashes in SQL as the verifier does, for every kind of entry', async () => {
    const mine = await companyOf(await signedIn('髙橋 🌸'), '“会社”');
    const assessmentId = await assessmentOf(mine);
    const given = { assessmentId, questionId: 'A-04.level', questionnaire: 'governance' };
    for (let base = 0; base < 5; base += 1)
      await withCompany(mine, (tx) =>
        saveAnswer(tx, {
          ...given,
          base,
          answer: base % 2 ? { cleared: true } : { level: 2 },
          note: base % 2 ? null : 'メモ',
          requestId: randomUUID(),
          byName: '田中',
        }),
      );
    const chain = await chainOf(mine);
    expect(chain.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(verifyChain(chain).problems).toEqual([]);
  });

  it('holds commitments that no two entries share, and nothing of what was written', async () => {
    const mine = await companyOf(await signedIn(), 'ひみつ工業');
    await withCompany(mine, (tx) => renameCompany(tx, 'ひみつ工業'));
    const { entries } = await chainOf(mine);
    const sealed = entries.map(({ payload }) => String(JSON.parse(payload).sealed.name));
    expect(sealed.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true);
    expect(new Set(sealed).size).toBe(2);
    expect(JSON.stringify(entries)).not.toContain('ひみつ');
  });

  it('takes no free text, no foreign action, no entry without an open company', async () => {
    const mine = await companyOf(await signedIn());
    const attempt = (fields: string, action = 'answer.saved') =>
      withCompany(mine, (tx) =>
        tx.execute(sql`select audit.append(${action}, 'test/raw', ${fields}, '{}', '{}')`),
      );
    await expect(attempt('{"note":"メモ"}')).rejects.toMatchObject({ code: '23514' });
    await expect(attempt('{"note":"in words"}')).rejects.toMatchObject({ code: '23514' });
    await expect(attempt('{}', 'sign-in.succeeded')).rejects.toMatchObject({ reason: 'denied' });
    await expect(attempt('{}', 'erasure.asked')).rejects.toMatchObject({ reason: 'denied' });
    await expect(
      withSystem((tx) => tx.execute(sql`select audit.append('test.raw', 'a/b', '{}', '{}', '{}')`)),
    ).rejects.toMatchObject({ reason: 'denied' });
    await expect(attempt('{}')).resolves.toMatchObject({ rowCount: 1 });
  });

  it('stays in order under simultaneous entries, with times that never go back', async () => {
    const mine = await companyOf(await signedIn());
    await Promise.all(
      Array.from({ length: 40 }, () =>
        withCompany(mine, (tx) =>
          record(tx, 'access.refused', {
            target: 'test/raw',
            fields: { wanted: 'answer.saved' },
            sealed: {},
          }),
        ),
      ),
    );
    const chain = await chainOf(mine);
    expect(chain.entries).toHaveLength(41);
    expect(verifyChain(chain).problems).toEqual([]);
  });
});

describe('a change without its entry', () => {
  it('is refused at commit, and with it stands', async () => {
    const mine = await companyOf(await signedIn());
    const quiet = sql`update junbi.company set name = 'heimlich'`;
    await expect(withCompany(mine, (tx) => tx.execute(quiet))).rejects.toMatchObject({
      constraint: 'entry_expected',
      table: 'company',
    });
    await expect(withCompany(mine, (tx) => logged(tx, quiet))).resolves.toMatchObject({
      rowCount: 1,
    });
  });

  it('is not excused by the entry of an earlier transaction', async () => {
    const person = await signedIn();
    const mine = await companyOf(person);
    await withCompany(mine, (tx) => renameCompany(tx, '前'));
    const quiet = sql`update junbi.company set name = 'x'`;
    await expect(withCompany(mine, (tx) => tx.execute(quiet))).rejects.toMatchObject({
      constraint: 'entry_expected',
    });
  });

  it('takes its entry along when it rolls back', async () => {
    const mine = await companyOf(await signedIn());
    const failing = withCompany(mine, async (tx) => {
      await renameCompany(tx, '後');
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await actionsOf(mine)).toEqual(['company.founded']);
  });
});

/** What somebody may read of a log. */
const read = async (member: Member) => ({
  lines: (await withCompany(member, (tx) => readLog(tx, {}))).lines.length,
  chain: (await withCompany(member, (tx) => readChain(tx, []))) !== null,
});

describe('what was logged', () => {
  const tables = ['entry', 'head', 'key', 'anchor', 'anchored', 'failed_sign_in'];

  it('is out of reach for every login of the application', async () => {
    for (const url of [
      world.appUrl,
      world.authUrl,
      world.workerUrl,
      world.assocUrl,
      world.aggUrl,
    ]) {
      const client = new Client({ connectionString: url });
      await client.connect();
      for (const table of tables)
        for (const attempt of [
          `select * from audit.${table}`,
          `insert into audit.${table} default values`,
          `delete from audit.${table}`,
          `truncate audit.${table}`,
        ])
          await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`update audit.entry set action = 'a.b'`)).rejects.toMatchObject({
        code: '42501',
      });
      for (const internal of [
        `audit.add(gen_random_uuid(), null, 'x', null, 'a.b', 'a', '{}', '{}', '{}')`,
        `audit.begin_chain(gen_random_uuid())`,
      ])
        await expect(client.query(`select ${internal}`)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('stays even for the owner of the tables', async () => {
    await companyOf(await signedIn());
    await world.superuser.query('set role owner_ddl');
    try {
      for (const attempt of [
        `update audit.entry set actor_name = 'x'`,
        'delete from audit.entry',
        'delete from audit.head',
        'delete from audit.key',
        'truncate audit.head cascade',
        'update audit.head set seq = seq - 1',
        'update audit.head set seq = seq',
        'truncate audit.entry cascade',
        'delete from ctx.tenant',
      ])
        await expect(world.superuser.query(attempt)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await world.superuser.query('reset role');
    }
  });

  it('is read by owner and preparer, its proofs by an owner who has just confirmed', async () => {
    const owner = await signedIn();
    const mine = await companyOf(owner);
    const preparer = await grantAccess(world, mine, await signedIn());
    const viewer = await grantAccess(world, mine, await signedIn(), { canWrite: false });
    expect(await read(mine)).toEqual({ lines: 1, chain: true });
    expect(await read(preparer)).toEqual({ lines: 1, chain: false });
    expect(await read(viewer)).toEqual({ lines: 0, chain: false });
    await world.superuser.query(
      `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = $1`,
      [owner.accountId],
    );
    expect(await read(mine)).toEqual({ lines: 1, chain: false });
    const stranger = { ...(await signedIn()), companyId: mine.companyId };
    await expect(read(stranger)).rejects.toBeInstanceOf(NoAccess);
  });
});

describe('sign-ins', () => {
  it('stand in the log of each company in which the account has a role of its own', async () => {
    const person = await signedIn();
    const [first, second] = [await companyOf(person), await companyOf(person)];
    const other = await companyOf(await signedIn());
    const noted = await withAuth((tx) =>
      recordAccount(tx, person.accountId, 'sign-in.succeeded', { network: '192.0.2.0/24' }),
    );
    expect(noted).toBe(2);
    for (const company of [first, second])
      expect(await actionsOf(company)).toEqual(['company.founded', 'sign-in.succeeded']);
    expect(await actionsOf(other)).toEqual(['company.founded']);
  });

  it('that failed wait outside of the chains, and come in with the next round', async () => {
    const person = await signedIn();
    const mine = await companyOf(person);
    const { rows } = await world.superuser.query<{ email: string }>(
      'select email from auth.account where id = $1',
      [person.accountId],
    );
    for (const email of [rows[0]?.email ?? '', 'nobody@example.jp'])
      await withAuth((tx) => recordFailedSignIn(tx, email, '2001:db8:1::/48'));
    expect(await actionsOf(mine)).toEqual(['company.founded']);
    expect(await withWorker(settleSignIns)).toBe(1);
    expect(await actionsOf(mine)).toEqual(['company.founded', 'sign-in.failed']);
    expect(await withWorker(settleSignIns)).toBe(0);
    const left = await world.superuser.query('select 1 from audit.failed_sign_in');
    expect(left.rowCount).toBe(0);
    expect(verifyChain(await chainOf(mine)).problems).toEqual([]);
  });
});
