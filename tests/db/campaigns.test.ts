import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askInvitation, optInAgain, optOut, peekCampaign } from '#db/campaign-links.ts';
import {
  forgetCampaignAddresses,
  listCampaigns,
  previewCampaign,
  startCampaign,
  type Recipient,
} from '#db/campaigns.ts';
import { acceptInvitation, invite, peekInvitation } from '#db/invitations.ts';
import { countParticipation } from '#db/participation.ts';
import { newToken, tokenHash } from '#db/session-token.ts';
import { leaveStaff } from '#db/staff.ts';
import { withAssociation, withAuth, withSystem, type Officer } from '#db/tenant.ts';
import { letter } from './verbs.ts';
import {
  associationOf,
  atLevel2,
  companyOf,
  openWorld,
  signedIn,
  type Person,
  type World,
} from './world.ts';

// An association writes to its members: who may, how often, whom never again, and what it is told of it.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const anybody = () => `${randomUUID()}@example.jp`;

/** An owner of an association, and an officer who is none. */
async function union() {
  const [chair, clerk] = [await signedIn('会長'), await signedIn('事務局')];
  for (const person of [chair, clerk]) await atLevel2(world, person);
  const owner = await associationOf(chair);
  await joins(owner, clerk, { kind: 'officer', role: 'member' });
  return { owner, chair, clerk: { ...owner, contextDigest: clerk.contextDigest } };
}

type UnionOffer = { kind: 'officer'; role: 'owner' | 'member' } | { kind: 'participant' };

const invites = (owner: Officer, email: string, offer: UnionOffer = { kind: 'participant' }) => {
  const mail = { ...letter(), email, offer };
  return withAssociation(owner, async (tx) => ({ ...(await invite(tx, mail)), token: mail.token }));
};

async function joins(owner: Officer, person: Person, offer: UnionOffer, target?: string) {
  const { token } = await invites(owner, person.email, offer);
  const taken = await acceptInvitation(person, { token, target: target ?? null, terms: null });
  if (!taken.ok) throw new Error(taken.reason);
}

const recipient = (email: string): Recipient => {
  const token = newToken();
  const text = (language: string) => ({
    subject: `${language} 件名`,
    bodyText: `${language} /campaigns/${token}`,
  });
  return { email, token, texts: { ja: text('ja'), en: text('en') } };
};

const campaignTo = (recipients: readonly Recipient[], campaignId: string = randomUUID()) =>
  ({
    campaignId,
    recipients,
    message: '点検を始めませんか',
    senderName: '事務局',
    senderAddress: '東京都',
    permission: 'terms',
    permittedSince: '2020-04-01',
    byName: '会長',
    locale: 'ja',
  }) as const;

const start = (officer: Officer, recipients: readonly Recipient[], id?: string) =>
  withAssociation(officer, (tx) => startCampaign(tx, campaignTo(recipients, id)));

const preview = (officer: Officer, ...addresses: string[]) =>
  withAssociation(officer, (tx) => previewCampaign(tx, addresses));
const forget = () => withAuth(forgetCampaignAddresses);

/** Starts one to these addresses; the tokens of their links. */
async function written(officer: Officer, emails: readonly string[]): Promise<string[]> {
  const recipients = emails.map(recipient);
  expect(await start(officer, recipients)).toEqual({ ok: true });
  return recipients.map(({ token }) => token);
}

/** As if all campaigns of the association had been started so long ago. */
async function pass({ associationId }: Officer, time: string): Promise<void> {
  for (const change of [
    'update ctx.campaign set at = at - $2::interval where association_id = $1',
    'update ctx.campaign_recipient set written_at = written_at - $2::interval where association_id = $1',
  ])
    await world.superuser.query(change, [associationId, time]);
}

const mailsTo = async (email: string) => {
  const { rows } = await world.superuser.query<{ kind: string; locale: string; body: string }>(
    'select kind, locale, body_text as body from auth.outbox where to_address = $1 order by created_at',
    [email],
  );
  return rows;
};

const ask = (token: string, invitationToken = newToken()) => {
  const { texts, locale } = letter();
  return withSystem((tx) => askInvitation(tx, { token, invitationToken, texts, locale }));
};
const out = (token: string) => withSystem((tx) => optOut(tx, token));
const peek = (token: string) => withSystem((tx) => peekCampaign(tx, token));
const refused = (reason: string) => ({ ok: false, reason });

describe('a campaign', () => {
  it('is started by an owner who has just confirmed who they are, and by nobody else', async () => {
    const { owner, chair, clerk } = await union();
    const email = anybody();
    expect(await start(clerk, [recipient(email)])).toEqual(refused('not-allowed'));
    const confirmed = (ago: string) =>
      world.superuser.query(
        'update auth.session set confirmed_at = now() - $2::interval where account_id = $1',
        [chair.accountId, ago],
      );
    await confirmed('6 minutes');
    expect(await start(owner, [recipient(email)])).toEqual(refused('not-allowed'));
    expect(await mailsTo(email)).toEqual([]);
    await confirmed('0');
    expect(await start(owner, [recipient(email)])).toEqual({ ok: true });
    expect(await mailsTo(email)).toMatchObject([{ kind: 'campaign' }]);
  });

  it('writes to each in their own language, and keeps the hash of a link alone', async () => {
    const { owner } = await union();
    const known = await signedIn();
    await world.superuser.query(`update auth.account set locale = 'en' where id = $1`, [
      known.accountId,
    ]);
    const other = anybody();
    const [token = ''] = await written(owner, [known.email, other]);
    expect(await mailsTo(known.email)).toMatchObject([
      { locale: 'en', body: `en /campaigns/${token}` },
    ]);
    expect(await mailsTo(other)).toMatchObject([{ locale: 'ja' }]);
    const { rows } = await world.superuser.query(
      `select count(*)::int as all, count(*) filter (where to_jsonb(r)::text like '%' || $1 || '%')::int as plain
         from ctx.campaign_recipient r where association_id = $2`,
      [token, owner.associationId],
    );
    expect(rows).toEqual([{ all: 2, plain: 0 }]);
  });

  it('is one that was sent twice where it has the same id', async () => {
    const { owner } = await union();
    const [id, email] = [randomUUID(), anybody()];
    for (let turn = 0; turn < 2; turn += 1)
      expect(await start(owner, [recipient(email)], id)).toEqual({ ok: true });
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await withAssociation(owner, listCampaigns)).toHaveLength(1);
  });

  it('goes to 200 addresses and not to 201', async () => {
    const { owner } = await union();
    const all = Array.from({ length: 201 }, () => recipient(anybody()));
    expect(await start(owner, all)).toEqual(refused('too-many'));
    expect(await start(owner, all.slice(1))).toEqual({ ok: true });
    expect(await withAssociation(owner, listCampaigns)).toMatchObject([{ written: 200 }]);
  });

  it('is the only one in seven days, also where ten are started at once', async () => {
    const { owner } = await union();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => start(owner, [recipient(anybody())])),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await pass(owner, '6 days 23 hours 59 minutes');
    expect(await start(owner, [recipient(anybody())])).toEqual(refused('too-soon'));
    await pass(owner, '1 minute');
    expect(await start(owner, [recipient(anybody())])).toEqual({ ok: true });
  });

  it('writes to an address once in thirty days, and to another association’s all the same', async () => {
    const { owner } = await union();
    const [email, fresh] = [anybody(), anybody()];
    await written(owner, [email]);
    await pass(owner, '29 days 23 hours 59 minutes');
    expect(await start(owner, [recipient(email.toUpperCase())])).toEqual(refused('nobody'));
    await written(owner, [email, fresh]);
    expect(await withAssociation(owner, listCampaigns)).toMatchObject([
      { written: 1, lately: 1, optedOut: 0 },
      { written: 1, lately: 0 },
    ]);
    await written((await union()).owner, [email]);
    expect(await mailsTo(email)).toHaveLength(2);
    await pass(owner, '7 days');
    await written(owner, [email]);
    expect(await mailsTo(email)).toHaveLength(3);
  });

  it('is previewed as it would be sent, without a word to anybody', async () => {
    const { owner, clerk } = await union();
    const [gone, lately, fresh] = [anybody(), anybody(), anybody()];
    const [token = ''] = await written(owner, [gone, lately]);
    await out(token);
    expect(await preview(owner, fresh)).toEqual(refused('too-soon'));
    await pass(owner, '8 days');
    expect(await preview(owner, gone, lately, fresh, fresh)).toEqual({
      ok: true,
      reach: { written: 1, optedOut: 1, lately: 1 },
    });
    expect(await preview(clerk, fresh)).toEqual(refused('not-allowed'));
    expect(await mailsTo(fresh)).toEqual([]);
    await written(owner, [gone, lately, fresh]);
    expect(await withAssociation(clerk, listCampaigns)).toMatchObject([
      { written: 1, optedOut: 1, lately: 1, invited: 0, byName: '会長' },
      { written: 2 },
    ]);
  });

  it('is told in counts: no address is in what officers are given', async () => {
    const { owner, clerk } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email, anybody()]);
    expect(await ask(token)).toEqual({ ok: true });
    const told = await withAssociation(clerk, async (tx) => [
      await listCampaigns(tx),
      await countParticipation(tx),
    ]);
    expect(told).toMatchObject([[{ written: 2, invited: 1 }], { waiting: 2, joined: 0 }]);
    expect(JSON.stringify(told)).not.toContain('@');
    expect(await withAssociation((await union()).owner, listCampaigns)).toEqual([]);
  });
});

describe('who opts out', () => {
  it('is not written to again, however the address is spelled', async () => {
    const { owner } = await union();
    const name = randomUUID();
    const [token = ''] = await written(owner, [`${name}@example.jp`]);
    expect(await out(token)).toEqual({ ok: true });
    expect(await out(token)).toEqual({ ok: true });
    await pass(owner, '31 days');
    const spellings = [
      `${name}@example.jp`,
      `${name.toUpperCase()}@Example.JP`,
      ` ${name}@example.jp `,
      `${name}＠ｅｘａｍｐｌｅ.jp`,
      `${name}+news@example.jp`,
    ];
    for (const email of spellings)
      expect([email, await start(owner, [recipient(email)])]).toEqual([email, refused('nobody')]);
    // The control: with another address beside them the campaign is sent, and says how many it left out.
    const other = anybody();
    await written(owner, [...spellings, other]);
    expect(await mailsTo(other)).toHaveLength(1);
    expect(await withAssociation(owner, listCampaigns)).toMatchObject([
      { written: 1, optedOut: 1 },
      { written: 1, optedOut: 0 },
    ]);
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from auth.outbox where lower(to_address) like '%' || $1 || '%'`,
      [name],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is not invited one by one either, until they take it back', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    await out(token);
    for (const offer of [{ kind: 'participant' }, { kind: 'officer', role: 'member' }] as const)
      expect(await invites(owner, email.toUpperCase(), offer)).toMatchObject(refused('opted-out'));
    expect(await ask(token)).toEqual(refused('opted-out'));
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await withSystem((tx) => optInAgain(tx, token))).toEqual({ ok: true });
    expect(await invites(owner, email)).toMatchObject({ ok: true });
    expect(await ask(token)).toEqual({ ok: true });
    expect(await mailsTo(email)).toHaveLength(3);
  });

  it('has opted out of that association alone, and no other one can tell', async () => {
    const [one, other] = [await union(), await union()];
    const email = anybody();
    const [token = ''] = await written(one.owner, [email]);
    await out(token);
    expect(await preview(other.owner, email)).toEqual({
      ok: true,
      reach: { written: 1, optedOut: 0, lately: 0 },
    });
    const [theirs = ''] = await written(other.owner, [email]);
    expect(await peek(theirs)).toMatchObject({ state: 'open', hasOptedOut: false });
    expect(await peek(token)).toMatchObject({ hasOptedOut: true });
    await out(theirs);
    const { rows } = await world.superuser.query(
      'select distinct mailbox from ctx.campaign_opt_out where association_id = any ($1)',
      [[one.owner.associationId, other.owner.associationId]],
    );
    expect(rows).toHaveLength(2);
  });

  it('stays so when the campaign is deleted, and without the address', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    await out(token);
    await world.superuser.query('delete from ctx.campaign where association_id = $1', [
      owner.associationId,
    ]);
    expect(await peek(token)).toBeNull();
    expect(await start(owner, [recipient(email)])).toEqual(refused('nobody'));
    const { rows } = await world.superuser.query<{ row: string }>(
      'select to_jsonb(o)::text as row from ctx.campaign_opt_out o where association_id = $1',
      [owner.associationId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(email.slice(0, 8));
  });

  it('does so before or after a campaign that is under way, never halfway', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    await pass(owner, '31 days');
    const [started] = await Promise.all([start(owner, [recipient(email)]), out(token)]);
    expect(await mailsTo(email)).toHaveLength(started.ok ? 2 : 1);
    expect([{ ok: true }, refused('nobody')]).toContainEqual(started);
  });
});

describe('the link of a message', () => {
  it('says who writes, and changes nothing by being looked at', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    for (let turn = 0; turn < 5; turn += 1)
      expect(await peek(token)).toMatchObject({
        associationName: '見本工業会',
        message: '点検を始めませんか',
        senderName: '事務局',
        senderAddress: '東京都',
        permission: 'terms',
        permittedSince: '2020-04-01',
        state: 'open',
        hasOptedOut: false,
      });
    expect(JSON.stringify(await peek(token))).not.toContain(email);
    expect(await mailsTo(email)).toHaveLength(1);
    for (const unknown of [newToken(), '', 'x'.repeat(5000)]) {
      expect(await peek(unknown)).toBeNull();
      expect(await ask(unknown)).toEqual(refused('not-found'));
      expect(await out(unknown)).toEqual(refused('not-found'));
      expect(await withSystem((tx) => optInAgain(tx, unknown))).toEqual(refused('not-found'));
    }
  });

  it('brings an ordinary invitation to the address that was written to, which a company takes', async () => {
    const { owner } = await union();
    const person = await signedIn();
    const { companyId } = await companyOf(person);
    const [token = ''] = await written(owner, [person.email]);
    const invitation = newToken();
    expect(await ask(token, invitation)).toEqual({ ok: true });
    const offered = await withSystem((tx) => peekInvitation(tx, invitation));
    expect(offered).toMatchObject({ kind: 'participant', email: person.email });
    const { rows } = await world.superuser.query(
      `select (expires_at - created_at)::text as term, octet_length(token_hash) as kept,
              token_hash = $2 as is_hash from ctx.invitation where email = $1`,
      [person.email, tokenHash(invitation)],
    );
    expect(rows).toEqual([{ term: '3 days', kept: 32, is_hash: true }]);
    const thief = await signedIn();
    const take = (who: Person) =>
      acceptInvitation(who, { token: invitation, target: companyId, terms: null });
    expect(await take(thief)).toMatchObject(refused('other-address'));
    expect(await take(person)).toMatchObject({ ok: true });
    expect(await withAssociation(owner, countParticipation)).toEqual({ waiting: 0, joined: 1 });
  });

  it('invites three times and not a fourth, also where ten ask at once', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask(token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(outcomes).toContainEqual(refused('used-up'));
    expect(await peek(token)).toMatchObject({ state: 'used-up' });
    expect(await mailsTo(email)).toHaveLength(4);
    expect(await withAssociation(owner, listCampaigns)).toMatchObject([{ invited: 1 }]);
    expect(await out(token)).toEqual({ ok: true });
  });

  it('does not take from the twenty invitations of an hour, nor do they from it', async () => {
    const { owner } = await union();
    const tokens = await written(owner, Array.from({ length: 21 }, anybody));
    for (const token of tokens) expect(await ask(token)).toEqual({ ok: true });
    // One officer was invited above.
    for (let nth = 0; nth < 19; nth += 1)
      expect(await invites(owner, anybody())).toMatchObject({ ok: true });
    expect(await invites(owner, anybody())).toMatchObject(refused('too-many'));
    expect(await ask(tokens[0] ?? '')).toEqual({ ok: true });
  });

  it('invites for ninety days, and opts out for ever', async () => {
    const { owner } = await union();
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    await pass(owner, '89 days 23 hours 59 minutes');
    await forget();
    expect(await ask(token)).toEqual({ ok: true });
    expect(await withAssociation(owner, countParticipation)).toMatchObject({ waiting: 1 });
    await pass(owner, '1 minute');
    expect(await peek(token)).toMatchObject({ state: 'old' });
    expect(await ask(token)).toEqual(refused('old'));
    await forget();
    const { rows } = await world.superuser.query(
      'select email from ctx.campaign_recipient where association_id = $1',
      [owner.associationId],
    );
    expect(rows).toEqual([{ email: null }]);
    expect(await out(token)).toEqual({ ok: true });
    expect(await start(owner, [recipient(email)])).toEqual(refused('nobody'));
  });

  it('invites no more once who wrote is no owner any more, and still opts out', async () => {
    const { owner } = await union();
    const second = await atLevel2(world, await signedIn('副会長'));
    await joins(owner, second, { kind: 'officer', role: 'owner' });
    const email = anybody();
    const [token = ''] = await written(owner, [email]);
    expect(await withAssociation(owner, leaveStaff)).toEqual({ ok: true });
    expect(await peek(token)).toMatchObject({ state: 'closed' });
    expect(await ask(token)).toEqual(refused('closed'));
    expect(await out(token)).toEqual({ ok: true });
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('the count of participation', () => {
  it('counts each mailbox once, and none that opted out, joined, or was withdrawn', async () => {
    const { owner } = await union();
    const [both, gone, invitedOnly] = [anybody(), anybody(), anybody()];
    const [, goneToken = ''] = await written(owner, [both, gone]);
    await invites(owner, both.toUpperCase());
    await invites(owner, invitedOnly);
    const count = () => withAssociation(owner, countParticipation);
    expect(await count()).toEqual({ waiting: 3, joined: 0 });
    await out(goneToken);
    expect(await count()).toEqual({ waiting: 2, joined: 0 });
    await world.superuser.query('update ctx.invitation set withdrawn_at = now() where email = $1', [
      invitedOnly,
    ]);
    expect(await count()).toEqual({ waiting: 1, joined: 0 });
    expect(await withAssociation((await union()).owner, countParticipation)).toEqual({
      waiting: 0,
      joined: 0,
    });
  });
});

describe('no login', () => {
  const tables = ['campaign', 'campaign_recipient', 'campaign_opt_out'];

  it('reads or writes a table of campaigns', async () => {
    for (const login of ['app', 'auth', 'app_worker', 'app_assoc', 'agg'])
      for (const table of tables)
        for (const statement of [
          `select count(*) from ctx.${table}`,
          `update ctx.${table} set association_id = association_id`,
          `delete from ctx.${table}`,
        ]) {
          await world.superuser.query(`begin; set local role ${login}`);
          await expect(world.superuser.query(statement)).rejects.toMatchObject({ code: '42501' });
          await world.superuser.query('rollback');
        }
  });

  it('while there is something to read (the control)', async () => {
    const { owner } = await union();
    const [token = ''] = await written(owner, [anybody()]);
    await out(token);
    for (const table of tables) {
      const { rows } = await world.superuser.query(`select from ctx.${table} limit 1`);
      expect(rows).toHaveLength(1);
    }
  });

  it('calls what stands behind the functions for it, nor learns anything without a capability', async () => {
    const app = new Client({ connectionString: world.appUrl });
    await app.connect();
    for (const call of [
      `ctx.mailbox(gen_random_uuid(), 'a@example.jp')`,
      `ctx.has_opted_out(gen_random_uuid(), 'a@example.jp')`,
      `ctx.campaign_reach(gen_random_uuid(), array['a@example.jp'])`,
      `ctx.write_invitation('', 'participant', gen_random_uuid(), 'a@example.jp', null, null, null, null, null, gen_random_uuid(), 'x', null, '{}', 'ja')`,
      `ctx.addressee('')`,
      `ctx.forget_campaign_addresses()`,
    ])
      await expect(app.query(`select ${call}`)).rejects.toMatchObject({ code: '42501' });
    const asked = await app.query(
      `select (ctx.preview_campaign(array['a@example.jp'])).outcome, (select count(*)::int from ctx.campaigns()) as campaigns,
              ctx.start_campaign(gen_random_uuid(), '[]', 'x', 'x', 'x', 'terms', '2026-01-01', 'x', 'ja') as started`,
    );
    expect(asked.rows).toEqual([{ outcome: 'not-allowed', campaigns: 0, started: 'not-allowed' }]);
    await app.end();
  });
});
