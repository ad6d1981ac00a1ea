import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLocale, createAccount, findAccount, setPassword } from '#db/accounts.ts';
import { clearAttempts, countAttempt, forgetOldAttempts } from '#db/attempts.ts';
import { consumeEmailToken, issueEmailToken, peekEmailToken } from '#db/email-tokens.ts';
import { listMessages, markSent, putMessage } from '#db/outbox.ts';
import { endSessions, findSession, forgetOldSessions, startSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import { tidy } from '#db/tidy.ts';
import { companyOf, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const hash = '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA';
const person = (email: string) =>
  ({ email, name: '田中', locale: 'ja', passwordHash: hash }) as const;

describe('an account', () => {
  it('has one address, whatever its case', async () => {
    const email = `${randomUUID()}@Example.JP`;
    const first = await withAuth((tx) => createAccount(tx, person(email)));
    expect(first).toMatchObject({ ok: true });
    expect(await withAuth((tx) => createAccount(tx, person(email.toLowerCase())))).toEqual({
      ok: false,
      reason: 'email-taken',
    });
    const found = await withAuth((tx) => findAccount(tx, ` ${email.toUpperCase()} `));
    expect(found).toMatchObject({ email: email.toLowerCase(), name: '田中', passwordHash: hash });
  });

  it('made twice at the same moment is made once', async () => {
    const email = `${randomUUID()}@example.jp`;
    const all = await Promise.all(
      Array.from({ length: 4 }, () => withAuth((tx) => createAccount(tx, person(email)))),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
  });

  it('changes its password and language', async () => {
    const email = `${randomUUID()}@example.jp`;
    const created = await withAuth((tx) => createAccount(tx, person(email)));
    const accountId = created.ok ? created.accountId : '';
    await withAuth((tx) => setPassword(tx, accountId, `${hash}2`));
    await withAuth((tx) => changeLocale(tx, accountId, 'en'));
    expect(await withAuth((tx) => findAccount(tx, email))).toMatchObject({
      passwordHash: `${hash}2`,
      locale: 'en',
    });
    await expect(withAuth((tx) => setPassword(tx, accountId, 'plain text'))).rejects.toMatchObject({
      constraint: 'password_hash_check',
    });
  });
});

describe('a session', () => {
  it('is found by its token with account and companies', async () => {
    await companyOf(await signedIn());
    const member = await signedIn('鈴木');
    const company = await companyOf(member);
    expect(await withAuth((tx) => findSession(tx, member.token))).toMatchObject({
      contextDigest: member.contextDigest,
      account: { accountId: member.accountId, name: '鈴木' },
      companies: [
        { companyId: company.companyId, role: 'owner', canWrite: true, questionnaires: null },
      ],
    });
  });

  it('is nothing for another token, and nothing once it ended, idled or expired', async () => {
    const { token, accountId } = await signedIn();
    const find = (of = token) => withAuth((tx) => findSession(tx, of));
    expect(await find(`${token}x`)).toBeNull();
    expect(await find('')).toBeNull();
    const set = (what: string) =>
      world.superuser.query(`update auth.session set ${what} where account_id = $1`, [accountId]);
    for (const [shut, open] of [
      ['ended_at = now()', 'ended_at = null'],
      [`last_seen_at = now() - interval '30 minutes'`, 'last_seen_at = now()'],
      ['expires_at = now()', `expires_at = now() + interval '1 hour'`],
    ] as const) {
      await set(shut);
      expect(await find()).toBeNull();
      await set(open);
      expect(await find()).not.toBeNull();
    }
  });

  it('is kept alive by use, not by a page that saves by itself', async () => {
    const { token, accountId } = await signedIn();
    const idle = async () => {
      const { rows } = await world.superuser.query<{ s: number }>(
        'select extract(epoch from now() - last_seen_at)::int as s from auth.session where account_id = $1',
        [accountId],
      );
      return rows[0]?.s;
    };
    await world.superuser.query(
      `update auth.session set last_seen_at = now() - interval '20 minutes' where account_id = $1`,
      [accountId],
    );
    await withAuth((tx) => findSession(tx, token, { isUse: false }));
    expect(await idle()).toBeGreaterThan(1100);
    await withAuth((tx) => findSession(tx, token));
    expect(await idle()).toBeLessThan(60);
  });

  it('ends together with the others of its account, but for the one that asks', async () => {
    const { token, accountId } = await signedIn();
    const second = await withAuth((tx) => startSession(tx, { accountId }));
    const keep = await withAuth((tx) => findSession(tx, token));
    const except = keep?.sessionId ?? '';
    expect(await withAuth((tx) => endSessions(tx, accountId, { except }))).toBe(1);
    expect(await withAuth((tx) => findSession(tx, second.token))).toBeNull();
    expect(await withAuth((tx) => findSession(tx, token))).not.toBeNull();
    expect(await withAuth((tx) => endSessions(tx, accountId))).toBe(1);
    expect(await withAuth((tx) => findSession(tx, token))).toBeNull();
  });

  it('lasts 12 hours at most, and old ones are forgotten after 90 days', async () => {
    const { accountId } = await signedIn();
    const { expiresAt } = await withAuth((tx) => startSession(tx, { accountId }));
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(12 * 3_600_000 + 5_000);
    await world.superuser.query(
      `update auth.session set created_at = now() - interval '92 days', expires_at = now() - interval '91.5 days' where account_id = $1`,
      [accountId],
    );
    expect(await withAuth(forgetOldSessions)).toBe(2);
  });

  it('leaves no token in the database', async () => {
    const { token, contextDigest } = await signedIn();
    const { rows } = await world.superuser.query('select * from auth.session');
    const everything = inspect(rows, { depth: null, maxArrayLength: null });
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(contextDigest);
  });
});

const issue = (email: string, purpose: 'signup' | 'reset' = 'signup') =>
  withAuth((tx) => issueEmailToken(tx, { purpose, email, ttlSeconds: 3600 }));

const consume = (token: string, purpose: 'signup' | 'reset' = 'signup') =>
  withAuth((tx) => consumeEmailToken(tx, purpose, token));

describe('a link in a message', () => {
  it('works once, for its purpose, and may be looked at before', async () => {
    const email = `${randomUUID()}@example.jp`;
    const token = await issue(email);
    expect(await withAuth((tx) => peekEmailToken(tx, 'signup', token))).toBe(email);
    expect(await consume(token, 'reset')).toBeNull();
    expect(await consume(token)).toBe(email);
    expect(await consume(token)).toBeNull();
    expect(await withAuth((tx) => peekEmailToken(tx, 'signup', token))).toBeNull();
  });

  it('used 20 times at once works exactly once', async () => {
    const token = await issue(`${randomUUID()}@example.jp`);
    const all = await Promise.all(Array.from({ length: 20 }, () => consume(token)));
    expect(all.filter((one) => one !== null)).toHaveLength(1);
  });

  it('ends with the first of its siblings that is used, and with its time', async () => {
    const email = `${randomUUID()}@example.jp`;
    const [first, second, reset] = [
      await issue(email),
      await issue(email),
      await issue(email, 'reset'),
    ];
    expect(await consume(second)).toBe(email);
    expect(await consume(first)).toBeNull();
    await world.superuser.query(
      `update auth.email_token set expires_at = now() where email = $1 and purpose = 'reset'`,
      [email],
    );
    expect(await consume(reset, 'reset')).toBeNull();
  });
});

const count = (subject: string, limit = 10) =>
  withAuth((tx) => countAttempt(tx, { kind: 'sign-in', subject, limit, windowSeconds: 900 }));

describe('attempts', () => {
  it('are allowed up to the limit, then refused with the time to wait', async () => {
    const subject = randomUUID();
    expect(await count(subject, 2)).toEqual({ ok: true, left: 1 });
    expect(await count(subject, 2)).toEqual({ ok: true, left: 0 });
    const refused = await count(subject, 2);
    expect(refused).toMatchObject({ ok: false, reason: 'too-many' });
    expect(!refused.ok && refused.retryAfterSeconds).toBeGreaterThan(890);
    expect(await count(randomUUID(), 2)).toMatchObject({ ok: true });
  });

  it('200 at once let through exactly the limit', async () => {
    const subject = randomUUID();
    const all = await Promise.all(Array.from({ length: 200 }, () => count(subject)));
    expect(all.filter((one) => one.ok)).toHaveLength(10);
  });

  it('begin anew after the window, and after a success', async () => {
    const subject = randomUUID();
    await count(subject, 1);
    expect(await count(subject, 1)).toMatchObject({ ok: false });
    await world.superuser.query(
      `update auth.attempt set window_start = window_start - interval '15 minutes'`,
    );
    expect(await count(subject, 1)).toMatchObject({ ok: true });
    expect(await count(subject, 1)).toMatchObject({ ok: false });
    await withAuth((tx) => clearAttempts(tx, { kind: 'sign-in', subject }));
    expect(await count(subject, 1)).toMatchObject({ ok: true });
  });

  it('keep no subject in clear, and nothing for longer than 90 days', async () => {
    const subject = `${randomUUID()}@example.jp`;
    await count(subject);
    const all = async () => (await world.superuser.query('select * from auth.attempt')).rows;
    expect(inspect(await all(), { depth: null, maxArrayLength: null })).not.toContain(subject);
    await world.superuser.query(
      `update auth.attempt set window_start = now() - interval '91 days'`,
    );
    await withAuth(forgetOldAttempts);
    expect(await all()).toEqual([]);
  });
});

describe('tidying', () => {
  const ages = [
    ['auth.session', 'expires_at', 91, 89],
    ['auth.attempt', 'window_start', 91, 89],
    ['auth.email_token', 'expires_at', 0, -0.5],
    ['auth.outbox', 'created_at', 31, 29],
  ] as const;

  it.each(ages)(
    'deletes of %s what is over (%s), and nothing younger',
    async (table, at, old, young) => {
      const { accountId } = await signedIn();
      await count(randomUUID());
      await issue(`${randomUUID()}@example.jp`);
      await withAuth((tx) => putMessage(tx, message(randomUUID())));
      await world.superuser.query('delete from auth.session where account_id <> $1', [accountId]);
      const aged = async (days: number) => {
        const created =
          table === 'auth.session' || table === 'auth.email_token'
            ? `created_at = now() - make_interval(hours => 12) - interval '1 day' * ${days},`
            : '';
        await world.superuser.query(
          `update ${table} set ${created} ${at} = now() - interval '1 day' * ${days}`,
        );
        await withAuth(tidy);
        return (await world.superuser.query(`select 1 from ${table}`)).rows.length;
      };
      expect(await aged(young)).toBeGreaterThan(0);
      expect(await aged(old)).toBe(0);
    },
  );
});

const message = (dedupeKey: string) => ({
  toAddress: 'tanaka@example.jp',
  kind: 'signup',
  locale: 'ja' as const,
  subject: '登録の続き',
  bodyText: '次のリンクを開いてください。',
  dedupeKey,
});

describe('a message', () => {
  it('is written once for its key, and read newest first', async () => {
    const key = randomUUID();
    await withAuth((tx) => putMessage(tx, message(key)));
    await withAuth((tx) => putMessage(tx, { ...message(key), subject: '二通目' }));
    await withAuth((tx) => putMessage(tx, { ...message(randomUUID()), subject: '次の便り' }));
    const subjects = (await withAuth((tx) => listMessages(tx))).map((one) => one.subject);
    expect(subjects).toEqual(['次の便り', '登録の続き']);
  });

  it('goes with the transaction that causes it', async () => {
    const before = (await withAuth((tx) => listMessages(tx))).length;
    const failing = withAuth(async (tx) => {
      await putMessage(tx, message(randomUUID()));
      throw new Error('The account was not made.');
    });
    await expect(failing).rejects.toThrow('not made');
    expect(await withAuth((tx) => listMessages(tx))).toHaveLength(before);
  });

  it('leaves the list of the unsent when it was sent', async () => {
    await withAuth((tx) => putMessage(tx, message(randomUUID())));
    const [first] = await withAuth((tx) => listMessages(tx, { unsentOnly: true }));
    await withAuth((tx) => markSent(tx, first?.id ?? ''));
    const unsent = await withAuth((tx) => listMessages(tx, { unsentOnly: true }));
    expect(unsent.map((one) => one.id)).not.toContain(first?.id);
    expect(await withAuth((tx) => listMessages(tx, { limit: 1 }))).toHaveLength(1);
  });
});
