import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from '#db/answers.ts';
import { foundAssociation, getAssociation } from '#db/associations.ts';
import { foundCompany, getCompany, listCompanies, renameCompany } from '#db/companies.ts';
import { foundConsultancy, getConsultancy } from '#db/consultancies.ts';
import { endSession, findSession } from '#db/sessions.ts';
import {
  NoAccess,
  withAssociation,
  withAuth,
  withCompany,
  withConsultancy,
  withNewAssociation,
  withNewCompany,
  withNewConsultancy,
  withSystem,
} from '#db/tenant.ts';
import type { AnyTx, Member } from '#db/tenant.ts';
import {
  assessmentOf,
  companyOf,
  grantAccess,
  logged,
  openWorld,
  signedIn,
  type Person,
  type World,
} from './world.ts';
import { companyTables } from '../setup/company-tables.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const count = async (tx: AnyTx, table: string) =>
  Number((await tx.execute(sql`select count(*) as n from ${sql.raw(table)}`)).rows[0]?.['n']);

const answered = async (member: Member) => {
  const assessmentId = await assessmentOf(member);
  const saved = await withCompany(member, (tx) =>
    saveAnswer(tx, {
      assessmentId,
      questionId: 'A-04.level',
      questionnaire: 'governance',
      base: 0,
      answer: { level: 2 },
      note: null,
      requestId: randomUUID(),
      byName: '田中',
    }),
  );
  expect(saved).toMatchObject({ ok: true });
  return assessmentId;
};

describe('a transaction without a capability', () => {
  it('sees no row of any tenant table, while the superuser sees them', async () => {
    await answered(await companyOf(await signedIn()));
    for (const table of companyTables) expect(await withSystem((tx) => count(tx, table))).toBe(0);
    const { rows } = await world.superuser.query('select count(*) as n from junbi.answer_event');
    expect(Number(rows[0].n)).toBeGreaterThan(0);
  });

  it('cannot write', async () => {
    const wanted = withSystem((tx) =>
      tx.execute(
        sql`insert into junbi.company (company_id, name, created_by, created_by_name) values (${randomUUID()}, 'x', ${randomUUID()}, 'x')`,
      ),
    );
    await expect(wanted).rejects.toMatchObject({ reason: 'denied' });
  });

  it('sees none of the accounts, and the auth login none of the companies', async () => {
    await expect(withSystem((tx) => count(tx, 'auth.account'))).rejects.toMatchObject({
      reason: 'denied',
    });
    await expect(withAuth((tx) => count(tx, 'junbi.company'))).rejects.toMatchObject({
      reason: 'denied',
    });
    expect(await withAuth((tx) => count(tx, 'auth.account'))).toBeGreaterThan(0);
  });

  it('cannot read the tables of the context', async () => {
    for (const table of ['ctx.key', 'ctx.access', 'ctx.tenant', 'ctx.engagement'])
      await expect(withSystem((tx) => count(tx, table))).rejects.toMatchObject({
        reason: 'denied',
      });
  });

  it('cannot sign for itself', async () => {
    for (const call of [
      `ctx.mac('x')`,
      `ctx.claims('company')`,
      `ctx.signed('x')`,
      'ctx.rotate_key()',
    ])
      await expect(withSystem((tx) => tx.execute(sql.raw(`select ${call}`)))).rejects.toMatchObject(
        { reason: 'denied' },
      );
  });
});

/** Opens the company, then replaces the capability and counts what is visible. */
const companiesSeenWith = (member: Member, forge: (capability: string) => string) =>
  withCompany(member, async (tx) => {
    const { rows } = await tx.execute(sql`select current_setting('app.capability') as c`);
    const forged = forge(String(rows[0]?.['c']));
    await tx.execute(sql`select set_config('app.capability', ${forged}, true)`);
    return count(tx, 'junbi.company');
  });

it('opens exactly its own company', async () => {
  const mine = await companyOf(await signedIn());
  await companyOf(await signedIn());
  expect(await companiesSeenWith(mine, (capability) => capability)).toBe(1);
  expect((await withCompany(mine, getCompany)).companyId).toBe(mine.companyId);
});

describe('a capability', () => {
  it('opens nothing once a single character is changed, wherever it stands', async () => {
    const mine = await companyOf(await signedIn());
    const length = await withCompany(mine, async (tx) => {
      const { rows } = await tx.execute(sql`select length(current_setting('app.capability')) as n`);
      return Number(rows[0]?.['n']);
    });
    expect(length).toBeGreaterThan(140);
    const seen = await withCompany(mine, async (tx) => {
      const { rows } = await tx.execute(sql`
        with own as materialized (select current_setting('app.capability') as c),
        forged as materialized (
          select i, overlay(c placing case substr(c, i, 1) when '0' then '1' else '0' end from i for 1) as f
            from own, generate_series(1, length(c)) i)
        select i, case when set_config('app.capability', f, true) = f then ctx.company() end as opened
          from forged order by i`);
      expect(rows).toHaveLength(length);
      return rows.filter((row) => row['opened'] !== null).length;
    });
    expect(seen).toBe(0);
  });

  it('opens nothing when it is empty, short, foreign text or not there', async () => {
    const mine = await companyOf(await signedIn());
    for (const forged of [
      '',
      '.',
      'x',
      'a.b.c.d.e.f',
      'company.b.c.d.e.f.g.h.i.j.k',
      '0'.repeat(64),
      '.'.repeat(200),
      '守秘',
    ])
      expect(await companiesSeenWith(mine, () => forged)).toBe(0);
  });

  it('cannot be turned to another company, nor from reading to writing', async () => {
    const mine = await companyOf(await signedIn());
    const other = await companyOf(await signedIn());
    expect(await companiesSeenWith(mine, (c) => c.replace(mine.companyId, other.companyId))).toBe(
      0,
    );
    expect(await companiesSeenWith(mine, (c) => c.replace('.rw.', '.ro.'))).toBe(0);
  });

  it('opens nothing after its 60 seconds', async () => {
    const mine = await companyOf(await signedIn());
    const mint = async (seconds: number) => {
      const until = Math.floor(Date.now() / 1000) + seconds;
      const body = `company.${mine.companyId}.rw.owner.${randomUUID()}.-.governance.ABC.0.${until}`;
      const { rows } = await world.superuser.query(`select ctx.mac($1) as mac`, [body]);
      return `${body}.${rows[0].mac}`;
    };
    const expired = await mint(-1);
    const living = await mint(60);
    expect(await companiesSeenWith(mine, () => expired)).toBe(0);
    expect(await companiesSeenWith(mine, () => living)).toBe(1);
  });

  it('is minted for 60 seconds', async () => {
    const mine = await companyOf(await signedIn());
    const left = await withCompany(mine, async (tx) => {
      const { rows } = await tx.execute(
        sql`select split_part(current_setting('app.capability'), '.', 10)::bigint - extract(epoch from now())::bigint as s`,
      );
      return Number(rows[0]?.['s']);
    });
    expect(left).toBeGreaterThan(55);
    expect(left).toBeLessThanOrEqual(61);
  });

  it('does not stay on the connection for the next person', async () => {
    const mine = await companyOf(await signedIn());
    await withCompany(mine, getCompany);
    for (let i = 0; i < 20; i++)
      expect(
        await withSystem(async (tx) => {
          const { rows } = await tx.execute(
            sql`select current_setting('app.capability', true) as c`,
          );
          return rows[0]?.['c'] || null;
        }),
      ).toBeNull();
  });

  it('ends with the key that signed it', async () => {
    const mine = await companyOf(await signedIn());
    const seen = await withCompany(mine, async (tx) => {
      const before = await count(tx, 'junbi.company');
      await world.superuser.query('set role owner_ddl; select ctx.rotate_key(); reset role');
      return [before, await count(tx, 'junbi.company')];
    });
    expect(seen).toEqual([1, 0]);
    expect((await withCompany(mine, getCompany)).companyId).toBe(mine.companyId);
  });
});

/** Whether the door is open: before a change, after it, and after taking it back. */
const doorThrough = async (change: string, undo: string) => {
  const person = await signedIn();
  const mine = await companyOf(person);
  const isOpen = async () => {
    const listed = (await listCompanies(mine)).companies.length === 1;
    const opened = await withCompany(mine, getCompany).then(
      () => true,
      (error: unknown) => !(error instanceof NoAccess),
    );
    return listed === opened ? opened : { listed, opened };
  };
  const before = await isOpen();
  await world.superuser.query(change, [person.accountId]);
  const after = await isOpen();
  await world.superuser.query(undo, [person.accountId]);
  return [before, after, await isOpen()];
};

describe('the door of a company', () => {
  it('is shut for a stranger, an unknown company, and what is no id at all', async () => {
    const mine = await companyOf(await signedIn());
    const stranger = await signedIn();
    const contextDigest = stranger.contextDigest;
    for (const member of [
      { ...mine, contextDigest },
      { ...mine, companyId: randomUUID() },
      { ...mine, companyId: `' or true --` },
      { ...mine, contextDigest: randomBytes(32).toString('hex') },
      { ...mine, contextDigest: `'; drop table junbi.company; --` },
      { ...mine, contextDigest: stranger.token },
    ])
      await expect(withCompany(member, getCompany)).rejects.toBeInstanceOf(NoAccess);
    expect((await withCompany(mine, getCompany)).companyId).toBe(mine.companyId);
  });

  it('shuts when the session ends, idles 30 minutes, or is 12 hours old', async () => {
    expect(
      await doorThrough(
        'update auth.session set ended_at = now() where account_id = $1',
        'update auth.session set ended_at = null where account_id = $1',
      ),
    ).toEqual([true, false, true]);
    expect(
      await doorThrough(
        `update auth.session set last_seen_at = now() - interval '30 minutes' where account_id = $1`,
        `update auth.session set last_seen_at = now() - interval '29 minutes' where account_id = $1`,
      ),
    ).toEqual([true, false, true]);
    expect(
      await doorThrough(
        'update auth.session set expires_at = now() where account_id = $1',
        `update auth.session set expires_at = now() + interval '1 minute' where account_id = $1`,
      ),
    ).toEqual([true, false, true]);
  });

  it('shuts when the access is revoked or runs out', async () => {
    expect(
      await doorThrough(
        'update ctx.access set revoked_at = now() where account_id = $1',
        'update ctx.access set revoked_at = null where account_id = $1',
      ),
    ).toEqual([true, false, true]);
    expect(
      await doorThrough(
        'update ctx.access set expires_at = now() where account_id = $1',
        `update ctx.access set expires_at = now() + interval '1 minute' where account_id = $1`,
      ),
    ).toEqual([true, false, true]);
  });

  it('shuts with the verb that ends a session', async () => {
    const person = await signedIn();
    const mine = await companyOf(person);
    await withAuth(async (tx) => {
      const session = await findSession(tx, person.token);
      await endSession(tx, session?.sessionId ?? '');
    });
    await expect(withCompany(mine, getCompany)).rejects.toBeInstanceOf(NoAccess);
  });
});

describe('a capability that may only read', () => {
  it('reads, and writes nothing whatever the statement', async () => {
    const owner = await signedIn();
    const mine = await companyOf(owner);
    const assessmentId = await answered(mine);
    const viewer = await grantAccess(world, mine, await signedIn(), { canWrite: false });
    expect(await withCompany(viewer, (tx) => count(tx, 'junbi.answer_event'))).toBe(1);

    await world.superuser.query('grant delete on junbi.answer_event, junbi.assessment to app');
    const attempts = [
      sql`insert into junbi.profile_version (version, facts, request_id, actor_name) values (1, '{}', gen_random_uuid(), 'x')`,
      sql`insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, request_id, actor_name)
          values (${assessmentId}, 'A-04.level', 2, 'governance', '{}', gen_random_uuid(), 'x')`,
    ];
    for (const attempt of [...attempts, sql`delete from junbi.answer_event`])
      await expect(withCompany(viewer, (tx) => logged(tx, attempt))).rejects.toMatchObject({
        reason: 'denied',
      });
    for (const quiet of [
      sql`update junbi.company set name = 'x'`,
      sql`update junbi.assessment set mode = 'full'`,
      sql`delete from junbi.assessment`,
    ])
      expect((await withCompany(viewer, (tx) => logged(tx, quiet))).rowCount).toBe(0);
    expect(await withCompany(viewer, (tx) => renameCompany(tx, 'x'))).toMatchObject({ ok: false });

    // The positive control: the same statements work for the owner.
    expect((await withCompany(mine, (tx) => logged(tx, attempts[0] ?? sql``))).rowCount).toBe(1);
    // A row that may be deleted by its grants and policies is still kept until a company's erasure.
    await expect(
      withCompany(mine, (tx) => tx.execute(sql`delete from junbi.answer_event`)),
    ).rejects.toMatchObject({ reason: 'denied' });
    await world.superuser.query('revoke delete on junbi.answer_event, junbi.assessment from app');
  });
});

const insertProfile = (member: Member, company: string, actor: string | null) =>
  withCompany(member, (tx) =>
    logged(
      tx,
      sql`
      insert into junbi.profile_version (company_id, version, facts, request_id, actor, actor_name)
      values (${company}, 1, '{}', gen_random_uuid(), coalesce(${actor}::uuid, ctx.actor()), 'x')`,
    ),
  );

describe('writing as somebody else', () => {
  it('is refused for a foreign company and for a foreign author', async () => {
    const mine = await companyOf(await signedIn());
    const other = await companyOf(await signedIn());
    const denied = { reason: 'denied' };
    await expect(insertProfile(mine, other.companyId, null)).rejects.toMatchObject(denied);
    await expect(insertProfile(mine, mine.companyId, randomUUID())).rejects.toMatchObject(denied);
    await expect(insertProfile(mine, mine.companyId, null)).resolves.toMatchObject({ rowCount: 1 });
  });

  it('cannot point a row at another company’s assessment', async () => {
    const mine = await companyOf(await signedIn());
    const other = await companyOf(await signedIn());
    const theirs = await assessmentOf(other);
    const own = await assessmentOf(mine);
    const event = (assessmentId: string) =>
      withCompany(mine, (tx) =>
        logged(
          tx,
          sql`
          insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, request_id, actor_name)
          values (${assessmentId}, 'A-04.level', 1, 'governance', '{"level": 1}', gen_random_uuid(), 'x')`,
        ),
      );
    const foreign = event(theirs);
    const unknown = event(randomUUID());
    await expect(foreign).rejects.toMatchObject({ reason: 'constraint', code: '23503' });
    await expect(unknown).rejects.toMatchObject({ reason: 'constraint', code: '23503' });
    await expect(event(own)).resolves.toMatchObject({ rowCount: 1 });
  });
});

const found = (member: Member) =>
  withNewCompany(member, async (tx) => {
    await foundCompany(tx, { name: '見本', byName: '田中' });
    return 'founded';
  });

const names = async (of: Member) => (await listCompanies(of)).companies.map((c) => c.name);

describe('founding a company', () => {
  it('needs a live session and an id that nobody has', async () => {
    const person = await signedIn();
    const mine = await companyOf(person);
    await expect(found(mine)).rejects.toBeInstanceOf(NoAccess);
    const stranger = await signedIn();
    await expect(found({ ...stranger, companyId: mine.companyId })).rejects.toBeInstanceOf(
      NoAccess,
    );
    await expect(
      found({ contextDigest: randomBytes(32).toString('hex'), companyId: randomUUID() }),
    ).rejects.toBeInstanceOf(NoAccess);
    await expect(found({ ...person, companyId: randomUUID() })).resolves.toBe('founded');
  });

  it('leaves nothing behind when its work fails', async () => {
    const person = await signedIn();
    const companyId = randomUUID();
    const failing = withNewCompany({ ...person, companyId }, () =>
      Promise.reject(new Error('The form was wrong after all.')),
    );
    await expect(failing).rejects.toThrow('after all');
    const { rows } = await world.superuser.query('select from ctx.tenant where company_id = $1', [
      companyId,
    ]);
    expect(rows).toHaveLength(0);
  });

  it('lists the companies of a person by name, those of nobody else', async () => {
    const person = await signedIn();
    await companyOf(person, 'はじめ株式会社');
    const second = await companyOf(person, 'つぎ株式会社');
    const guest = await grantAccess(world, second, await signedIn(), { canWrite: false });
    expect(await names(second)).toEqual(['はじめ株式会社', 'つぎ株式会社']);
    expect(await names(guest)).toEqual(['つぎ株式会社']);
    expect((await listCompanies(guest)).companies[0]).toMatchObject({
      role: 'viewer',
      canWrite: false,
      questionnaires: null,
    });
  });
});

const atLevel2 = async (person: Person) => {
  await world.superuser.query('update auth.session set level = 2 where account_id = $1', [
    person.accountId,
  ]);
  return person;
};
const consultancyOf = async (person: Person) => {
  const consultant = { contextDigest: person.contextDigest, consultancyId: randomUUID() };
  await withNewConsultancy(consultant, (tx) =>
    foundConsultancy(tx, { name: '見本コンサルティング', byName: person.name }),
  );
  return consultant;
};
const engage = (member: Member, consultancyId: string, endsInSeconds = 60) =>
  world.superuser.query(
    `insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, questionnaires,
                                 granted_by, granted_by_name, starts_at, ends_at)
     values ($1, gen_random_uuid(), $2, 'read', '{governance}', gen_random_uuid(), '田中',
             now() - interval '2 days', now() + make_interval(secs => $3))`,
    [member.companyId, consultancyId, endsInSeconds],
  );

describe('consultancies and associations', () => {
  it('need a session of level 2, to be founded and to be opened', async () => {
    const person = await signedIn();
    await expect(consultancyOf(person)).rejects.toThrow(NoAccess);
    const consultant = await consultancyOf(await atLevel2(person));
    expect((await withConsultancy(consultant, getConsultancy)).name).toBe('見本コンサルティング');
    await world.superuser.query('update auth.session set level = 1 where account_id = $1', [
      person.accountId,
    ]);
    await expect(withConsultancy(consultant, getConsultancy)).rejects.toThrow(NoAccess);
  });

  it('are closed to everybody else, and their capability opens no company', async () => {
    const consultant = await consultancyOf(await atLevel2(await signedIn()));
    const other = await atLevel2(await signedIn());
    await expect(
      withConsultancy({ ...consultant, contextDigest: other.contextDigest }, getConsultancy),
    ).rejects.toThrow(NoAccess);
    await companyOf(await signedIn());
    expect(await withConsultancy(consultant, (tx) => count(tx, 'junbi.company'))).toBe(0);
    const officer = { contextDigest: other.contextDigest, associationId: randomUUID() };
    await withNewAssociation(officer, (tx) =>
      foundAssociation(tx, { name: '見本工業会', byName: '田中' }),
    );
    expect((await withAssociation(officer, getAssociation)).associationId).toBe(
      officer.associationId,
    );
    expect(await withAssociation(officer, (tx) => count(tx, 'junbi.consultancy'))).toBe(0);
  });

  it('an engagement opens the client for reading until it ends, is revoked or the level falls', async () => {
    const owner = await companyOf(await signedIn());
    const consultant = await consultancyOf(await atLevel2(await signedIn()));
    const inside = { contextDigest: consultant.contextDigest, companyId: owner.companyId };
    await expect(withCompany(inside, getCompany)).rejects.toThrow(NoAccess);
    await engage(owner, consultant.consultancyId);
    expect((await withCompany(inside, getCompany)).companyId).toBe(owner.companyId);
    const write = sql`update junbi.company set name = 'x'`;
    expect((await withCompany(inside, (tx) => logged(tx, write))).rowCount).toBe(0);
    await world.superuser.query('update ctx.engagement set revoked_at = now()');
    await expect(withCompany(inside, getCompany)).rejects.toThrow(NoAccess);
    await engage(owner, consultant.consultancyId, -1);
    await expect(withCompany(inside, getCompany)).rejects.toThrow(NoAccess);
  });
});
