import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePools, openPools } from '#db/client.server.ts';
import { DatabaseError, scrubbed } from '#db/database-error.ts';
import { databaseHealth } from '#db/health.ts';
import { withCompany, withSystem, type SystemTx } from '#db/tenant.ts';
import { companyOf, openWorld, signedIn, type World } from './world.ts';

let world: World;
const lost: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  await closePools();
  openPools({ ...world, onLostConnection: (login, code) => lost.push(`${login} ${code}`) });
});
afterAll(() => world.close());

const thrownBy = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

const backendOf = async (tx: SystemTx) =>
  Number((await tx.execute(sql`select pg_backend_pid() as pid`)).rows[0]?.['pid']);

const terminate = async (pid: number) => {
  await world.superuser.query('select pg_terminate_backend($1, 5000)', [pid]);
};

describe('what the driver throws', () => {
  const canary = 'CANARY-共有してはならない文';
  const attempts = [
    sql`insert into junbi.company (name, created_by_name) values (${canary}, ${canary})`,
    sql`select ${canary}::int`,
    sql`select (${canary} || '')::uuid from junbi.company`,
    sql`select * from junbi.no_such_table where x = ${canary}`,
    sql`insert into junbi.profile_version (version, facts, request_id, actor_name) values (0, ${JSON.stringify({ canary })}, gen_random_uuid(), 'x')`,
    sql`select 1 / (case when ${canary} = '' then 1 else 0 end)`,
  ];

  it('never carries a parameter: not in message, stack, cause or any property', async () => {
    const member = await companyOf(await signedIn());
    for (const attempt of attempts) {
      let raw: unknown;
      const error = await thrownBy(
        withCompany(member, async (tx) => {
          try {
            await tx.execute(attempt);
          } catch (thrown) {
            raw = thrown;
            throw new Error('A verb wrapped it.', { cause: thrown });
          }
        }),
      );
      expect(error).toBeInstanceOf(DatabaseError);
      const everything = inspect(error, { depth: null, showHidden: true, getters: true });
      expect(everything).not.toContain('CANARY');
      expect(error).not.toHaveProperty('cause');
      // The positive control: what the driver threw does carry it.
      expect(inspect(raw, { depth: null })).toContain('CANARY');
    }
  });

  it('becomes a reason, with code, constraint and table', async () => {
    const member = await companyOf(await signedIn());
    const twice = withCompany(member, (tx) =>
      tx.execute(sql`insert into junbi.company (name, created_by_name) values ('x', 'x')`),
    );
    expect(await thrownBy(twice)).toMatchObject({
      reason: 'constraint',
      code: '23505',
      constraint: 'company_pkey',
      table: 'company',
    });
    const check = withCompany(member, (tx) => tx.execute(sql`update junbi.company set name = ''`));
    expect(await thrownBy(check)).toMatchObject({
      reason: 'constraint',
      constraint: 'company_name_check',
    });
  });

  it('of a statement that takes too long is a time-out', async () => {
    const slow = withSystem((tx) =>
      tx.execute(sql`set local statement_timeout = 20; select pg_sleep(10)`),
    );
    expect(await thrownBy(slow)).toMatchObject({ reason: 'timeout', code: '57014' });
  });

  it('of a row that somebody else holds is "locked", and of a deadlock "retry"', async () => {
    const member = await companyOf(await signedIn());
    await world.superuser.query('begin; update junbi.company set name = name');
    const waiting = withCompany(member, async (tx) => {
      await tx.execute(sql`set local lock_timeout = 20`);
      await tx.execute(sql`update junbi.company set name = 'x'`);
    });
    expect(await thrownBy(waiting)).toMatchObject({ reason: 'locked', code: '55P03' });
    await world.superuser.query('rollback');
    for (const [code, reason] of [
      ['40P01', 'retry'],
      ['40001', 'retry'],
      ['53100', 'disk-full'],
    ] as const) {
      const raised = withCompany(member, (tx) =>
        tx.execute(
          sql.raw(`do $$ begin raise exception 'words' using errcode = '${code}'; end $$`),
        ),
      );
      expect(await thrownBy(raised)).toMatchObject({ reason, code });
    }
  });

  it('leaves everything else as it is', () => {
    const bug = new TypeError('A bug of ours.');
    expect(scrubbed(bug)).toBe(bug);
    expect(scrubbed('text')).toBe('text');
  });
});

describe('a connection that breaks', () => {
  it('while it is idle is reported and replaced', async () => {
    const pid = await withSystem(backendOf);
    const reports = lost.length;
    await terminate(pid);
    // A PgBouncer in front replaces it without a word.
    const reported = world.isPooled ? [] : ['app 57P01'];
    await expect.poll(() => lost.slice(reports)).toEqual(reported);
    expect(await withSystem(backendOf)).not.toBe(pid);
  });

  it('between two statements of a transaction ends that transaction alone', async () => {
    let pid = 0;
    const error = await thrownBy(
      withSystem(async (tx) => {
        pid = await backendOf(tx);
        await terminate(pid);
        await pause(50); // the farewell arrives while no statement runs
        await tx.execute(sql`select 1`);
      }),
    );
    expect(error).toMatchObject({ reason: 'unavailable' });
    expect(await withSystem(backendOf)).not.toBe(pid);
  });

  it('during a statement ends that transaction alone', async () => {
    const error = await thrownBy(
      withSystem(async (tx) => {
        const running = tx.execute(sql`select pg_sleep(4)`);
        const { rows } = await world.superuser.query<{ n: number }>(
          `select count(pg_terminate_backend(pid, 5000))::int as n from pg_stat_activity
            where datname = current_database() and usename = 'app'`,
        );
        expect(rows[0]?.n).toBeGreaterThan(0);
        await running;
      }),
    );
    expect(error).toMatchObject({ reason: 'unavailable' });
    expect(await withSystem(backendOf)).toBeGreaterThan(0);
  });

  it('is "unavailable" when no server answers', async () => {
    await closePools();
    const nowhere = 'postgres://app:x@127.0.0.1:1/junbi';
    openPools({ appUrl: nowhere, authUrl: nowhere });
    const error = await thrownBy(withSystem(backendOf));
    const health = await databaseHealth();
    await closePools();
    openPools({ ...world, onLostConnection: (login, code) => lost.push(`${login} ${code}`) });
    expect(error).toMatchObject({ reason: 'unavailable', code: 'ECONNREFUSED' });
    expect(inspect(error, { depth: null })).not.toContain('127.0.0.1');
    expect(health).toEqual({ ok: false, reason: 'unavailable' });
    expect(await databaseHealth()).toMatchObject({ ok: true });
  });
});

describe('a transaction', () => {
  it('is rolled back whole when its work throws', async () => {
    const member = await companyOf(await signedIn(), 'もとの名前');
    const failing = withCompany(member, async (tx) => {
      await tx.execute(sql`update junbi.company set name = '新しい名前'`);
      throw new Error('Something else went wrong.');
    });
    await expect(failing).rejects.toThrow('Something else');
    const { rows } = await withCompany(member, (tx) =>
      tx.execute(sql`select name from junbi.company`),
    );
    expect(rows).toEqual([{ name: 'もとの名前' }]);
  });

  it('never says "done" after an error that its work swallowed', async () => {
    const member = await companyOf(await signedIn());
    const swallowing = withCompany(member, async (tx) => {
      await tx.execute(sql`update junbi.company set name = 'x'`);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
      return 'done';
    });
    expect(await thrownBy(swallowing)).toMatchObject({ reason: 'rolled-back' });
  });

  it('calls a thrown response the bug that it is', async () => {
    const throwing = withSystem(() => Promise.reject(new Response(null, { status: 302 })));
    await expect(throwing).rejects.toThrow('A Response was thrown inside a transaction');
  });

  it('is of no use once it is over', async () => {
    const member = await companyOf(await signedIn());
    const kept = await withCompany(member, (tx) => Promise.resolve([tx] as const));
    await expect(kept[0].execute(sql`select 1`)).rejects.toThrow(/Failed query|is over/);
    const error = await thrownBy(kept[0].execute(sql`select 1`));
    expect(inspect(error)).toContain('This transaction is over');
  });

  it('takes its connections from the pool and gives all of them back', async () => {
    const member = await companyOf(await signedIn());
    const works = Array.from({ length: 40 }, (_, i) =>
      withCompany(member, async (tx) => {
        await tx.execute(sql`select 1`);
        if (i % 2 === 0) throw new Error(`${i}`);
        return i;
      }),
    );
    const results = await Promise.allSettled(works);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    const { rows } = await world.superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and usename = 'app' and state like 'idle in transaction%'`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('carries the role’s time-outs', async () => {
    const { rows } = await withSystem((tx) =>
      tx.execute(sql`
        select name, setting from pg_settings where name in
          ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'track_activities')
        order by name`),
    );
    expect(rows.map((row) => [row['name'], row['setting']])).toEqual([
      ['idle_in_transaction_session_timeout', '10000'],
      ['lock_timeout', '2000'],
      ['statement_timeout', '5000'],
      ['track_activities', 'off'],
    ]);
  });

  it('may not switch its statements’ visibility back on, nor turn policies off for itself', async () => {
    const member = await companyOf(await signedIn());
    await companyOf(await signedIn());
    const visible = withCompany(member, (tx) => tx.execute(sql`set track_activities = on`));
    expect(await thrownBy(visible)).toMatchObject({ reason: 'denied' });
    const open = withCompany(member, async (tx) => {
      await tx.execute(sql`set local row_security = off`);
      return tx.execute(sql`select * from junbi.company`);
    });
    expect(await thrownBy(open)).toMatchObject({ reason: 'denied' });
  });
});
