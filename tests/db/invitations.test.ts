import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCompany } from '#db/companies.ts';
import { foundConsultancy, getConsultancy } from '#db/consultancies.ts';
import type { Terms } from '#db/engagements.ts';
import {
  acceptInvitation,
  invite,
  listInvitations,
  peekInvitation,
  withdrawInvitation,
  type Offer,
} from '#db/invitations.ts';
import { changeRole, leaveCompany, revokeMember, type Role } from '#db/members.ts';
import { listNamedOrganisations } from '#db/organisations.ts';
import { newToken } from '#db/session-token.ts';
import {
  NoAccess,
  withAuth,
  withCompany,
  withConsultancy,
  withNewConsultancy,
  withSession,
  withSystem,
  type ConsultancyTx,
  type Member,
} from '#db/tenant.ts';
import { letter } from './verbs.ts';
import {
  associationOf,
  atLevel2,
  companyOf,
  consultancyOf,
  invited,
  openWorld,
  signedIn,
  withRole,
  type Person,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const preparer: Offer = { kind: 'member', role: 'preparer', sections: null };
const owner: Role = { role: 'owner', sections: null };

const accept = (person: Person, token: string, target: string | null = null) =>
  acceptInvitation(person, { token, target, terms: null });

const isIn = (member: Member) =>
  withCompany(member, getCompany).then(
    () => true,
    (error: unknown) => !(error instanceof NoAccess),
  );

async function waiting() {
  const person = await signedIn('佐藤');
  const member = await companyOf(person);
  const guest = await signedIn('鈴木');
  const token = await invited(member, guest.email, preparer);
  return { person, member, guest, token, theirs: { ...member, ...guest } };
}

const expired = { ok: false, reason: 'expired' };

const peek = (of: string) => withSystem((tx) => peekInvitation(tx, of));

describe('an invitation', () => {
  it('lets the invited address in, once', async () => {
    const { member, guest, token, theirs } = await waiting();
    expect(await isIn({ ...theirs, companyId: member.companyId })).toBe(false);
    expect(await accept(guest, token)).toMatchObject({ ok: true, kind: 'member' });
    expect(await isIn({ ...theirs, companyId: member.companyId })).toBe(true);
    expect(await accept(guest, token)).toEqual(expired);
  });

  it('is taken by one of 20 who use it at the same moment', async () => {
    const { guest, token } = await waiting();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => accept(guest, token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('does not open for another address, and still waits for the right one', async () => {
    const { guest, token } = await waiting();
    const thief = await signedIn();
    expect(await accept(thief, token)).toEqual({ ok: false, reason: 'other-address' });
    expect(await accept(guest, token)).toMatchObject({ ok: true });
  });

  it('needs a live session', async () => {
    const { guest, token } = await waiting();
    await world.superuser.query('update auth.session set ended_at = now() where account_id = $1', [
      guest.accountId,
    ]);
    expect(await accept(guest, token)).toEqual(expired);
  });

  it('ends after 72 hours', async () => {
    const { guest, token } = await waiting();
    const age = (interval: string) =>
      world.superuser.query(
        `update ctx.invitation set created_at = now() - $1::interval, expires_at = now() - $1::interval + interval '72 hours'
          where email = $2`,
        [interval, guest.email],
      );
    await age('72 hours');
    expect(await accept(guest, token)).toEqual(expired);
    expect(await withSystem((tx) => peekInvitation(tx, token))).toBeNull();
    await age('71 hours 59 minutes');
    expect(await withSystem((tx) => peekInvitation(tx, token))).toMatchObject({ kind: 'member' });
    expect(await accept(guest, token)).toMatchObject({ ok: true });
  });

  it('ends with the authority of the person who made it', async () => {
    const endings: ((first: Person, first_: Member, second: Member) => Promise<unknown>)[] = [
      (_, first) => withCompany(first, leaveCompany),
      (person, _, second) => withCompany(second, (tx) => revokeMember(tx, person.accountId)),
      (person, _, second) =>
        withCompany(second, (tx) =>
          changeRole(tx, person.accountId, { role: 'preparer', sections: null }),
        ),
    ];
    for (const end of endings) {
      const { person, member, guest, token } = await waiting();
      const second = await withRole(member, await signedIn(), owner);
      expect(await end(person, member, second)).toEqual({ ok: true });
      expect(await withSystem((tx) => peekInvitation(tx, token))).toBeNull();
      expect(await accept(guest, token)).toEqual(expired);
    }
  });

  it('is withdrawn by an owner of its company, not by one of another', async () => {
    const { member, guest, token } = await waiting();
    const [one] = await withCompany(member, listInvitations);
    const withdraw = (who: Member) =>
      withCompany(who, (tx) => withdrawInvitation(tx, one?.invitationId ?? ''));
    const stranger = await companyOf(await signedIn());
    expect(await withdraw(stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await withdraw(member)).toEqual({ ok: true });
    expect(await withCompany(member, listInvitations)).toEqual([]);
    expect(await accept(guest, token)).toEqual(expired);
  });

  it('is not made by a preparer, nor by an owner whose proof is old', async () => {
    const person = await signedIn();
    const member = await companyOf(person);
    const theirs = await withRole(member, await signedIn(), { role: 'preparer', sections: null });
    await expect(invited(theirs, 'x@example.jp', preparer)).rejects.toThrow('not-allowed');
    await world.superuser.query(
      `update auth.session set confirmed_at = now() - interval '5 minutes' where account_id = $1`,
      [person.accountId],
    );
    await expect(invited(member, 'x@example.jp', preparer)).rejects.toThrow('not-allowed');
    expect(await withCompany(theirs, listInvitations)).toEqual([]);
  });

  it('is not made for another kind of organisation than the one that is open', async () => {
    const member = await companyOf(await signedIn());
    for (const kind of ['client', 'participant'] as const)
      await expect(invited(member, 'x@example.jp', { kind })).rejects.toThrow('not-allowed');
    for (const kind of ['consultant', 'officer'] as const)
      await expect(invited(member, 'x@example.jp', { kind, role: 'owner' })).rejects.toThrow(
        'not-allowed',
      );
  });

  it('stops at 20 an hour, also where 40 are sent at once', async () => {
    const member = await companyOf(await signedIn());
    const sent = await Promise.all(
      Array.from({ length: 40 }, () =>
        invited(member, `${randomUUID()}@example.jp`, preparer).then(
          () => 'ok',
          (error: unknown) => (error instanceof Error ? error.message : 'strange'),
        ),
      ),
    );
    expect(sent.filter((one) => one === 'ok')).toHaveLength(20);
    expect(sent.filter((one) => one === 'too-many')).toHaveLength(20);
    const { rows } = await world.superuser.query(
      'select count(*)::int as n from ctx.invitation where organisation_id = $1',
      [member.companyId],
    );
    expect(rows).toEqual([{ n: 20 }]);
  });

  it('keeps the hash of its token alone, and puts the message into the outbox with it', async () => {
    const member = await companyOf(await signedIn());
    const known = await signedIn();
    await world.superuser.query(`update auth.account set locale = 'en' where id = $1`, [
      known.accountId,
    ]);
    const token = newToken();
    const texts = {
      ja: { subject: '招待', bodyText: 'リンク' },
      en: { subject: 'Invitation', bodyText: 'link' },
    };
    const send = (email: string, with_: string) =>
      withCompany(member, (tx) =>
        invite(tx, { token: with_, email, offer: preparer, byName: '佐藤', texts, locale: 'ja' }),
      );
    expect(await send(known.email, token)).toEqual({ ok: true });
    expect(await send('nobody@example.jp', newToken())).toEqual({ ok: true });
    const { rows } = await world.superuser.query(
      `select subject, locale from auth.outbox where to_address in ($1, 'nobody@example.jp') order by subject`,
      [known.email],
    );
    expect(rows).toEqual([
      { subject: 'Invitation', locale: 'en' },
      { subject: '招待', locale: 'ja' },
    ]);
    const stored = await world.superuser.query(
      `select count(*)::int as n from ctx.invitation i where to_jsonb(i)::text like '%' || $1 || '%'`,
      [token],
    );
    expect(stored.rows).toEqual([{ n: 0 }]);
  });

  it('changes nothing where somebody is in already', async () => {
    const { member, guest, token } = await waiting();
    await withRole(member, guest, owner);
    expect(await accept(guest, token)).toEqual({ ok: false, reason: 'already' });
    const { rows } = await world.superuser.query(
      'select role from ctx.access where account_id = $1',
      [guest.accountId],
    );
    expect(rows).toEqual([{ role: 'owner' }]);
  });

  it('lets the holder of a token read its offer, through either login, and nobody guess one', async () => {
    const { token, guest } = await waiting();
    const seen = await withSystem((tx) => peekInvitation(tx, token));
    expect(seen).toMatchObject({
      email: guest.email,
      organisationName: '見本精機株式会社',
      hasAccount: true,
    });
    expect(await withAuth((tx) => peekInvitation(tx, token))).toEqual(seen);
    expect(await withSystem((tx) => peekInvitation(tx, newToken()))).toBeNull();
    expect(await accept(guest, newToken())).toEqual(expired);
  });
});

describe('a consultancy founded under the id of a company', () => {
  it('neither sees nor withdraws the company’s invitations, nor learns its name', async () => {
    const { member, token } = await waiting();
    const thief = await atLevel2(world, await signedIn('写し'));
    const own = { ...thief, consultancyId: member.companyId };
    await withNewConsultancy(own, (tx) => foundConsultancy(tx, { name: '偽装', byName: '写し' }));
    const [one] = await withCompany(member, listInvitations);
    expect(one).toBeDefined();
    expect(await withConsultancy(own, listInvitations)).toEqual([]);
    const withdraw = (tx: ConsultancyTx) => withdrawInvitation(tx, one?.invitationId ?? '');
    expect(await withConsultancy(own, withdraw)).toEqual({ ok: false, reason: 'not-found' });
    const mail = { ...letter(), email: thief.email, offer: { kind: 'client' } as const };
    await withConsultancy(own, (tx) => invite(tx, mail));
    expect((await peek(mail.token))?.organisationName).toBe('偽装');
    expect((await peek(token))?.organisationName).toBe('見本精機株式会社');
    expect(await withConsultancy(own, listInvitations)).toHaveLength(1);
    expect(await withCompany(member, listInvitations)).toEqual([one]);
  });

  it('has the name of its own kind in the list of its people’s organisations', async () => {
    const chair = await atLevel2(world, await signedIn('会長'));
    const { associationId } = await associationOf(chair, '見本工業会');
    const thief = await atLevel2(world, await signedIn('写し'));
    const own = { ...thief, consultancyId: associationId };
    await withNewConsultancy(own, (tx) => getConsultancy(tx).catch(() => null));
    const [listed] = await withSession(thief, (tx) => listNamedOrganisations(tx, thief));
    expect(listed).toMatchObject({ kind: 'consultancy', organisationId: associationId, name: '' });
  });
});

describe('an engagement by invitation', () => {
  const offer = { kind: 'engagement', scope: 'read', questionnaires: null, days: 90 } as const;

  it('is taken by a consultancy of the person, who has shown a second factor', async () => {
    const member = await companyOf(await signedIn());
    const hara = await atLevel2(world, await signedIn('原'));
    const consultancy = await consultancyOf(hara);
    const others = await consultancyOf(await atLevel2(world, await signedIn()));
    const token = await invited(member, hara.email, offer);
    for (const target of [others.consultancyId, randomUUID(), null, member.companyId])
      expect(await accept(hara, token, target)).toEqual({ ok: false, reason: 'target' });
    await world.superuser.query('update auth.session set level = 1 where account_id = $1', [
      hara.accountId,
    ]);
    expect(await accept(hara, token, consultancy.consultancyId)).toEqual({
      ok: false,
      reason: 'level',
    });
    await atLevel2(world, hara);
    expect(await accept(hara, token, consultancy.consultancyId)).toMatchObject({ ok: true });
    expect(await isIn({ ...hara, companyId: member.companyId })).toBe(true);
  });

  it('offered by a consultancy is granted by an owner of the company, freshly confirmed, on their terms', async () => {
    const person = await signedIn('佐藤');
    const member = await companyOf(person);
    const others = await companyOf(await signedIn());
    const hara = await atLevel2(world, await signedIn('原'));
    const consultancy = { ...hara, ...(await consultancyOf(hara)) };
    const token = newToken();
    const text = { subject: '申し出', bodyText: '本文' };
    await withConsultancy(consultancy, (tx) =>
      invite(tx, {
        token,
        email: person.email,
        offer: { kind: 'client' },
        byName: '原',
        texts: { ja: text, en: text },
        locale: 'ja',
      }),
    );
    const terms: Terms = { scope: 'read', questionnaires: ['facility'], days: 30 };
    const take = (target: string) => acceptInvitation(person, { token, target, terms });
    expect(await take(others.companyId)).toEqual({ ok: false, reason: 'target' });
    const confirmed = (ago: string) =>
      world.superuser.query(
        'update auth.session set confirmed_at = now() - $2::interval where account_id = $1',
        [person.accountId, ago],
      );
    await confirmed('6 minutes');
    expect(await take(member.companyId)).toEqual({ ok: false, reason: 'confirm' });
    await confirmed('0');
    expect(await take(member.companyId)).toMatchObject({ ok: true, companyId: member.companyId });
    const { rows } = await world.superuser.query(
      `select scope, questionnaires, (ends_at - starts_at)::text as term from ctx.engagement where company_id = $1`,
      [member.companyId],
    );
    expect(rows).toEqual([{ scope: 'read', questionnaires: ['facility'], term: '30 days' }]);
  });
});
