import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantEngagement, resignEngagement, revokeEngagement } from '#db/engagements.ts';
import { newToken } from '#db/session-token.ts';
import { acceptInvitation, invite } from '#db/invitations.ts';
import { tellOwners } from '#db/notices.ts';
import { withCompany, withConsultancy } from '#db/tenant.ts';
import {
  atLevel2,
  companyOf,
  consultancyOf,
  logged,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';

// Every owner of a company learns that a consultancy was let in or is out, in the transaction that did it;
// and the way to tell them sends nothing else.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const text = (subject: string) => ({ subject, bodyText: '本文' });
const notices = { ja: text('お知らせ'), en: text('Notice') };
const byName = '佐藤';

async function parties() {
  const sato = await signedIn('佐藤');
  const member = await companyOf(sato);
  const [tanaka, suzuki] = [await signedIn('田中'), await signedIn('鈴木')];
  await withRole(member, tanaka, { role: 'owner', sections: null });
  await withRole(member, suzuki, { role: 'preparer', sections: null });
  const hara = await atLevel2(world, await signedIn('原'));
  const office = { ...hara, ...(await consultancyOf(hara)) };
  const told = async () => {
    const { rows } = await world.superuser.query<{ kind: string; email: string }>(
      `select kind, to_address as email from auth.outbox where kind <> 'invitation' and to_address = any($1)
        order by created_at, to_address`,
      [[sato.email, tanaka.email, suzuki.email, hara.email]],
    );
    return rows.map(({ kind, email }) => `${kind} ${email === suzuki.email ? 'suzuki' : 'owner'}`);
  };
  return { member, office, told };
}

async function letIn({ member, office }: Awaited<ReturnType<typeof parties>>) {
  const token = newToken();
  const terms = { scope: 'read', questionnaires: null, days: 90 } as const;
  const mail = { token, email: office.email, byName, locale: 'ja', texts: notices } as const;
  await withCompany(member, (tx) =>
    invite(tx, { ...mail, offer: { kind: 'engagement', ...terms } }),
  );
  const target = office.consultancyId;
  return acceptInvitation(office, { token, target, terms: null, notices: () => notices });
}

describe('the owners of a company', () => {
  it('are told when a consultancy is let in, prolonged and put out, each once', async () => {
    const all = await parties();
    const { member, office, told } = all;
    expect(await letIn(all)).toMatchObject({ ok: true });
    expect(await told()).toEqual(Array(2).fill('engagement-granted owner'));
    const engagementId = randomUUID();
    const wish = { engagementId, consultancyId: office.consultancyId, startsAt: null, byName };
    const terms = { scope: 'answer', questionnaires: null, days: 30, notices } as const;
    const again = () => withCompany(member, (tx) => grantEngagement(tx, { ...wish, ...terms }));
    expect(await again()).toEqual({ ok: true });
    expect(await told()).toHaveLength(4);
    // Sent twice, it stands once.
    expect(await again()).toEqual({ ok: true });
    expect(await told()).toHaveLength(4);
    const end = { engagementId, byName, notices };
    await withCompany(member, (tx) => revokeEngagement(tx, end));
    expect((await told()).slice(4)).toEqual(Array(2).fill('engagement-ended owner'));
  });

  it('are told when the consultancy goes by itself', async () => {
    const all = await parties();
    await letIn(all);
    const given = { clientId: all.member.companyId, byName: '原', notices };
    await withConsultancy(all.office, (tx) => resignEngagement(tx, given));
    expect((await all.told()).slice(2)).toEqual(Array(2).fill('engagement-resigned owner'));
  });

  it('get nothing through it that no engagement of the same transaction is about', async () => {
    const all = await parties();
    await letIn(all);
    const before = await all.told();
    await withCompany(all.member, (tx) => tellOwners(tx, null, notices));
    const { companyId } = all.member;
    await withConsultancy(all.office, (tx) => tellOwners(tx, companyId, notices));
    const other = await companyOf(await signedIn('木村'));
    await withCompany(other, (tx) => tellOwners(tx, companyId, notices));
    expect(await all.told()).toEqual(before);
  });

  it('would get it without that question (the mutant)', async () => {
    const all = await parties();
    await letIn(all);
    await withCompany(all.member, (tx) => logged(tx, sql`select`));
    const before = await all.told();
    const { rows } = await world.superuser.query<{ source: string }>(
      `select pg_get_functiondef('ctx.tell_owners(uuid,jsonb)'::regprocedure) as source`,
    );
    const source = rows[0]?.source ?? '';
    const mutant = source.replace(
      /and h\.xact = pg_current_xact_id\(\)\s+and e\.action in \([^)]*\)/,
      '',
    );
    expect(mutant).not.toBe(source);
    await world.superuser.query(mutant);
    try {
      await withCompany(all.member, (tx) => tellOwners(tx, null, notices));
    } finally {
      await world.superuser.query(source);
    }
    expect((await all.told()).length).toBeGreaterThan(before.length);
  });
});
