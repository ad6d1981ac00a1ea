import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCompany } from '#db/companies.ts';
import { getConsultancy } from '#db/consultancies.ts';
import {
  actingEngagement,
  grantEngagement,
  listEngagements,
  resignEngagement,
  revokeEngagement,
} from '#db/engagements.ts';
import { changeRole, leaveCompany, listMembers, revokeMember, type Role } from '#db/members.ts';
import {
  leaveAssociation,
  listJoinedAssociations,
  listParticipants,
  removeParticipant,
} from '#db/participation.ts';
import { changeStaffRole, leaveStaff, listStaff, revokeStaff } from '#db/staff.ts';
import { newToken } from '#db/session-token.ts';
import { acceptInvitation, invite, type Offer } from '#db/invitations.ts';
import {
  NoAccess,
  withAssociation,
  withCompany,
  withConsultancy,
  type Consultant,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import {
  associationOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  openWorld,
  signedIn,
  withRole,
  type Person,
  type World,
} from './world.ts';

// Who may let whom in, and what that ends. Invitations have a file of their own.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const preparer: Role = { role: 'preparer', sections: null };
const owner: Role = { role: 'owner', sections: null };

const company = async () => {
  const person = await signedIn('佐藤');
  return { person, member: await companyOf(person) };
};
const consultant = async (name = '原'): Promise<Person & Consultant> => {
  const person = await atLevel2(world, await signedIn(name));
  return { ...person, ...(await consultancyOf(person)) };
};
const officer = async (): Promise<Person & Officer> => {
  const person = await atLevel2(world, await signedIn('関'));
  return { ...person, ...(await associationOf(person)) };
};

/** No longer fresh: the last proof of identity is six minutes old. */
const tired = (person: Person) =>
  world.superuser.query(
    `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = $1`,
    [person.accountId],
  );

const isIn = (member: Member) =>
  withCompany(member, getCompany).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NoAccess) return false;
      throw error;
    },
  );

/** Through an invitation of the consultancy or association that is open. */
const taken = async (
  from: (Person & Consultant) | (Person & Officer),
  to: Person,
  offer: Offer,
  target: string | null = null,
) => {
  const token = newToken();
  const text = { subject: '招待', bodyText: '本文' };
  const given = { token, email: to.email, offer, byName: '原', locale: 'ja' } as const;
  const texts = { ja: text, en: text };
  const sent =
    'consultancyId' in from
      ? await withConsultancy(from, (tx) => invite(tx, { ...given, texts }))
      : await withAssociation(from, (tx) => invite(tx, { ...given, texts }));
  if (!sent.ok) throw new Error(sent.reason);
  const terms = { scope: 'read', questionnaires: null, days: 90 } as const;
  return acceptInvitation(to, { token, target, terms: offer.kind === 'client' ? terms : null });
};

describe('the members of a company', () => {
  it('are listed with their roles; addresses for owners alone', async () => {
    const { person, member } = await company();
    const other = await signedIn('鈴木');
    const theirs = await withRole(member, other, { role: 'respondent', sections: 'C' });
    const seen = await withCompany(member, listMembers);
    expect(seen.map(({ name, role, sections }) => [name, role, sections])).toEqual([
      ['佐藤', 'owner', null],
      ['鈴木', 'respondent', 'C'],
    ]);
    expect(seen.map(({ email }) => email)).toEqual([person.email, other.email]);
    const forThem = await withCompany(theirs, listMembers);
    expect(forThem.map(({ email }) => email)).toEqual([null, null]);
    expect(forThem).toHaveLength(2);
  });

  it('a respondent gets the questionnaires of their sections and no others', async () => {
    const { member } = await company();
    const other = await signedIn();
    await withRole(member, other, { role: 'respondent', sections: 'C' });
    const { rows } = await world.superuser.query(
      'select questionnaires, sections from ctx.access where account_id = $1',
      [other.accountId],
    );
    expect(rows).toEqual([{ questionnaires: ['facility'], sections: 'C' }]);
  });

  it('change role, and go, by an owner who has just proved who they are; by nobody else', async () => {
    const { person, member } = await company();
    const victim = await signedIn();
    await withRole(member, victim, preparer);
    for (const role of ['preparer', 'declarer', 'viewer'] as const) {
      const other = await signedIn();
      const theirs = await withRole(member, other, { role, sections: null });
      expect([role, await withCompany(theirs, (tx) => revokeMember(tx, victim.accountId))]).toEqual(
        [role, { ok: false, reason: 'not-allowed' }],
      );
      const raised = await withCompany(theirs, (tx) => changeRole(tx, other.accountId, owner));
      expect(raised).toEqual({ ok: false, reason: 'not-allowed' });
    }
    await tired(person);
    const late = await withCompany(member, (tx) => revokeMember(tx, victim.accountId));
    expect(late).toEqual({ ok: false, reason: 'not-allowed' });
    await world.superuser.query('update auth.session set confirmed_at = now()');
    const change = await withCompany(member, (tx) =>
      changeRole(tx, victim.accountId, { role: 'viewer', sections: null }),
    );
    expect(change).toEqual({ ok: true });
    expect(await withCompany(member, (tx) => revokeMember(tx, victim.accountId))).toEqual({
      ok: true,
    });
    expect(await isIn({ ...member, contextDigest: victim.contextDigest })).toBe(false);
    expect(await withCompany(member, (tx) => revokeMember(tx, victim.accountId))).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('of another company are not found', async () => {
    const mine = await company();
    const theirs = await company();
    for (const id of [theirs.person.accountId, randomUUID()])
      expect(await withCompany(mine.member, (tx) => revokeMember(tx, id))).toEqual({
        ok: false,
        reason: 'not-found',
      });
    expect(await isIn(theirs.member)).toBe(true);
  });

  it('always keep an owner: the last one can neither go, nor be put out, nor step down', async () => {
    const { person, member } = await company();
    const last = { ok: false, reason: 'last-owner' };
    expect(await withCompany(member, leaveCompany)).toEqual(last);
    expect(await withCompany(member, (tx) => revokeMember(tx, person.accountId))).toEqual(last);
    expect(await withCompany(member, (tx) => changeRole(tx, person.accountId, preparer))).toEqual(
      last,
    );
    expect(await isIn(member)).toBe(true);
    const second = await withRole(member, await signedIn(), owner);
    expect(await withCompany(member, leaveCompany)).toEqual({ ok: true });
    expect(await isIn(member)).toBe(false);
    expect(await withCompany(second, leaveCompany)).toEqual(last);
  });

  it('go by themselves, whatever their role', async () => {
    const { member } = await company();
    const theirs = await withRole(member, await signedIn(), { role: 'viewer', sections: null });
    expect(await withCompany(theirs, leaveCompany)).toEqual({ ok: true });
    expect(await isIn(theirs)).toBe(false);
  });
});

describe('an engagement', () => {
  it('opens what it says, is listed on both sides, and ends with a word of the owner', async () => {
    const { member } = await company();
    const hara = await consultant();
    const inside = await engaged(member, hara, { scope: 'read', questionnaires: ['governance'] });
    expect(await withCompany(inside, actingEngagement)).toMatchObject({
      consultancyName: '見本コンサルティング',
      scope: 'read',
      questionnaires: ['governance'],
    });
    const [one] = await withCompany(member, listEngagements);
    expect(one).toMatchObject({ people: ['原'], scope: 'read', revokedAt: null });
    const days = ((one?.endsAt.getTime() ?? 0) - (one?.startsAt.getTime() ?? 0)) / 86_400_000;
    expect(days).toBe(90);
    // The consultant learns nothing of the company's people or of its other consultants.
    expect(await withCompany(inside, listEngagements)).toEqual([]);
    expect(await withCompany(inside, listMembers)).toEqual([]);

    const engagementId = one?.engagementId ?? '';
    const revoked = await withCompany(member, (tx) =>
      revokeEngagement(tx, { engagementId, byName: '佐藤' }),
    );
    expect(revoked).toEqual({ ok: true });
    expect(await isIn(inside)).toBe(false);
    expect((await withCompany(member, listEngagements))[0]?.revokedByName).toBe('佐藤');
    expect(await isIn(member)).toBe(true);
  });

  it('cannot be granted, prolonged or passed on by a consultant', async () => {
    const { member } = await company();
    const hara = await consultant();
    const inside = await engaged(member, hara);
    const other = await consultant('木村');
    const terms = { scope: 'answer', questionnaires: null, days: 366, startsAt: null } as const;
    for (const { consultancyId } of [hara, other]) {
      const wish = { ...terms, engagementId: randomUUID(), consultancyId, byName: '原' };
      expect(await withCompany(inside, (tx) => grantEngagement(tx, wish))).toEqual({
        ok: false,
        reason: 'not-allowed',
      });
    }
    const offer = { kind: 'engagement', scope: 'read', questionnaires: null, days: 1 } as const;
    const text = { subject: '招待', bodyText: '本文' };
    const sent = await withCompany(inside, (tx) =>
      invite(tx, {
        token: newToken(),
        email: other.email,
        offer,
        byName: '原',
        texts: { ja: text, en: text },
        locale: 'ja',
      }),
    );
    expect(sent).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await withCompany(inside, leaveCompany)).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('is granted anew only to a consultancy that was let in before, and replaces what stood', async () => {
    const { member } = await company();
    const hara = await consultant();
    const stranger = await consultant('木村');
    const inside = await engaged(member, hara, { scope: 'answer' });
    const grant = (consultancyId: string, days = 30) =>
      withCompany(member, (tx) =>
        grantEngagement(tx, {
          engagementId: randomUUID(),
          consultancyId,
          scope: 'read',
          questionnaires: ['facility'],
          days,
          startsAt: null,
          byName: '佐藤',
        }),
      );
    for (const id of [stranger.consultancyId, randomUUID()])
      expect(await grant(id)).toEqual({ ok: false, reason: 'not-found' });
    expect(await grant(hara.consultancyId)).toEqual({ ok: true });
    expect(await withCompany(inside, actingEngagement)).toMatchObject({
      scope: 'read',
      questionnaires: ['facility'],
    });
    const live = (await withCompany(member, listEngagements)).filter(
      ({ revokedAt }) => revokedAt === null,
    );
    expect(live).toHaveLength(1);
    await expect(grant(hara.consultancyId, 367)).rejects.toMatchObject({ reason: 'constraint' });
  });

  it('does not open before its first day', async () => {
    const { member } = await company();
    const hara = await consultant();
    const inside = await engaged(member, hara);
    const startsAt = new Date(Date.now() + 86_400_000);
    const wish = { engagementId: randomUUID(), consultancyId: hara.consultancyId, startsAt };
    const terms = { scope: 'read', questionnaires: null, days: 10, byName: '佐藤' } as const;
    await withCompany(member, (tx) => grantEngagement(tx, { ...wish, ...terms }));
    expect(await isIn(inside)).toBe(false);
  });

  it('is given up by the owner of the consultancy, not by another one', async () => {
    const { member } = await company();
    const hara = await consultant();
    const inside = await engaged(member, hara);
    const other = await consultant('木村');
    const end = (who: Consultant) =>
      withConsultancy(who, (tx) =>
        resignEngagement(tx, { clientId: member.companyId, byName: '原' }),
      );
    expect(await end(other)).toEqual({ ok: false, reason: 'not-found' });
    expect(await isIn(inside)).toBe(true);
    expect(await end(hara)).toEqual({ ok: true });
    expect(await isIn(inside)).toBe(false);
  });
});

describe('the people of a consultancy', () => {
  it('reach its clients while they belong to it, and no longer', async () => {
    const { member } = await company();
    const hara = await consultant();
    await engaged(member, hara);
    const kimura = await atLevel2(world, await signedIn('木村'));
    expect(await taken(hara, kimura, { kind: 'consultant', role: 'member' })).toMatchObject({
      ok: true,
    });
    const theirs = { ...kimura, companyId: member.companyId };
    expect(await isIn(theirs)).toBe(true);
    const own = { ...kimura, consultancyId: hara.consultancyId };
    expect((await withConsultancy(own, listStaff)).map(({ name }) => name)).toEqual(['原', '木村']);
    expect(await withConsultancy(own, (tx) => revokeStaff(tx, hara.accountId))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await withConsultancy(own, leaveStaff)).toEqual({ ok: true });
    expect(await isIn(theirs)).toBe(false);
    await expect(withConsultancy(own, getConsultancy)).rejects.toThrow(NoAccess);
  });

  it('are let in again, put out and made owners by an owner; the last owner stays', async () => {
    const hara = await consultant();
    const kimura = await atLevel2(world, await signedIn('木村'));
    await taken(hara, kimura, { kind: 'consultant', role: 'member' });
    const put = () => withConsultancy(hara, (tx) => revokeStaff(tx, kimura.accountId));
    expect(await put()).toEqual({ ok: true });
    expect(await put()).toEqual({ ok: false, reason: 'not-found' });
    await taken(hara, kimura, { kind: 'consultant', role: 'member' });
    expect(await withConsultancy(hara, leaveStaff)).toEqual({ ok: false, reason: 'last-owner' });
    const raise = await withConsultancy(hara, (tx) =>
      changeStaffRole(tx, kimura.accountId, 'owner'),
    );
    expect(raise).toEqual({ ok: true });
    expect(await withConsultancy(hara, leaveStaff)).toEqual({ ok: true });
  });
});

describe('an association', () => {
  it('has members by mutual consent, and sees of them a name and a date', async () => {
    const { person, member } = await company();
    const seki = await officer();
    expect(await taken(seki, person, { kind: 'participant' }, member.companyId)).toMatchObject({
      ok: true,
      companyId: member.companyId,
    });
    const [one] = await withAssociation(seki, listParticipants);
    expect(Object.keys(one ?? {}).sort()).toEqual(['joinedAt', 'membershipId', 'name']);
    expect(one?.name).toBe('見本精機株式会社');
    expect(JSON.stringify(one)).not.toContain(member.companyId);
    expect((await withCompany(member, listJoinedAssociations))[0]?.name).toBe('見本工業会');
    await expect(
      withCompany({ ...member, contextDigest: seki.contextDigest }, getCompany),
    ).rejects.toThrow(NoAccess);
  });

  it('is left from either side', async () => {
    const { person, member } = await company();
    const seki = await officer();
    const join = () => taken(seki, person, { kind: 'participant' }, member.companyId);
    await join();
    const left = await withCompany(member, (tx) => leaveAssociation(tx, seki.associationId));
    expect(left).toEqual({ ok: true });
    expect(await withAssociation(seki, listParticipants)).toEqual([]);
    await join();
    const [one] = await withAssociation(seki, listParticipants);
    const other = await officer();
    const remove = (who: Officer) =>
      withAssociation(who, (tx) => removeParticipant(tx, one?.membershipId ?? ''));
    expect(await remove(other)).toEqual({ ok: false, reason: 'not-found' });
    expect(await remove(seki)).toEqual({ ok: true });
    expect(await withCompany(member, listJoinedAssociations)).toEqual([]);
  });
});
