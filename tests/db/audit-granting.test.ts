import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setPassword } from '#db/accounts.ts';
import { recordAccount } from '#db/audit.ts';
import { resignEngagement } from '#db/engagements.ts';
import { acceptInvitation, invite, type Offer } from '#db/invitations.ts';
import { addPasskey, removePasskey } from '#db/passkeys.ts';
import { listParticipants, removeParticipant } from '#db/participation.ts';
import { askClients } from '#db/portfolio.ts';
import { confirmOneTimeCodes, offerOneTimeCodes, removeOneTimeCodes } from '#db/one-time-codes.ts';
import { cancelRecovery, finishRecovery, startRecovery } from '#db/recoveries.ts';
import { replaceRecoveryCodes, useRecoveryCode } from '#db/recovery-codes.ts';
import { newToken } from '#db/session-token.ts';
import { endSession, findSession, renewSession, startSession } from '#db/sessions.ts';
import {
  withAssociation,
  withAuth,
  withCompany,
  withConsultancy,
  withOwner,
  type AssociationTx,
  type AuthTx,
  type Consultant,
  type ConsultancyTx,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import { letter } from './verbs.ts';
import {
  associationOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  invited,
  openWorld,
  signedIn,
  type Person,
  type World,
} from './world.ts';

// AUD-2 for what is not done through a company's own door: invitations that are taken, what a consultancy
// or an association does to a company, and what happens to the accounts of its people.

let world: World;
let owner: Person;
let mine: Member;
beforeAll(async () => {
  world = await openWorld();
  owner = await atLevel2(world, await signedIn());
  mine = await companyOf(owner);
});
afterAll(() => world.close());

type Entry = { action: string; role: string; actor: string | null; behalf: string | null };

const entries = async (companyId: string) => {
  const { rows } = await world.superuser.query<Entry & { payload: string }>(
    `select action, role, actor, on_behalf_of as behalf, convert_from(payload, 'UTF8') as payload
       from audit.entry where company_id = $1 order by seq`,
    [companyId],
  );
  return rows;
};

/** The entries that this adds to the company's log. */
async function added(companyId: string, work: () => Promise<unknown>) {
  const before = (await entries(companyId)).length;
  await work();
  return (await entries(companyId)).slice(before);
}

const person = async (name = '原') => atLevel2(world, await signedIn(name));
const taken = async (given: Parameters<typeof acceptInvitation>) => {
  const accepted = await acceptInvitation(...given);
  if (!accepted.ok) throw new Error(accepted.reason);
};
async function sent(
  from: (work: (tx: ConsultancyTx | AssociationTx) => Promise<unknown>) => Promise<unknown>,
  offer: Offer,
  email: string,
) {
  const mail = letter();
  await from((tx) => invite(tx, { ...mail, email, offer }));
  return mail.token;
}

describe('an invitation that is taken writes one entry', () => {
  it('by a member', async () => {
    const tanaka = await person('田中');
    const offer = { kind: 'member', role: 'respondent', sections: 'AC' } as const;
    const token = await invited(mine, tanaka.email, offer);
    const given = { token, target: null, terms: null };
    const found = await added(mine.companyId, () => taken([tanaka, given]));
    expect(found).toMatchObject([
      { action: 'member.joined', role: 'respondent', actor: tanaka.accountId, behalf: null },
    ]);
    expect(found[0]?.payload).toBe('{"fields":{"role":"respondent","sections":"AC"},"sealed":{}}');
    expect(await added(mine.companyId, () => acceptInvitation(tanaka, given))).toEqual([]);
  });

  it('by a consultant, who acts for the consultancy', async () => {
    const hara = await person();
    const office = await consultancyOf(hara);
    const offer = { kind: 'engagement', scope: 'read', questionnaires: null, days: 9 } as const;
    const token = await invited(mine, hara.email, offer);
    const given = { token, target: office.consultancyId, terms: null };
    expect(await added(mine.companyId, () => taken([hara, given]))).toMatchObject([
      {
        action: 'engagement.granted',
        role: 'consultant',
        actor: hara.accountId,
        behalf: office.consultancyId,
      },
    ]);
  });

  it('by the owner of a company that a consultancy asked', async () => {
    const office = await consultancyOf(await person());
    const from = (work: (tx: ConsultancyTx) => Promise<unknown>) => withConsultancy(office, work);
    const token = await sent(from, { kind: 'client' }, owner.email);
    const terms = { scope: 'answer' as const, questionnaires: ['governance'], days: 30 };
    const given = { token, target: mine.companyId, terms };
    const found = await added(mine.companyId, () => taken([owner, given]));
    expect(found).toMatchObject([{ action: 'engagement.granted', role: 'owner', behalf: null }]);
    expect(found[0]?.payload).toContain('"questionnaires":["governance"],"scope":"answer"');
  });

  it('by the owner of a company that an association asked', async () => {
    const union = await associationOf(await person());
    const from = (work: (tx: AssociationTx) => Promise<unknown>) => withAssociation(union, work);
    const token = await sent(from, { kind: 'participant' }, owner.email);
    const given = { token, target: mine.companyId, terms: null };
    expect(await added(mine.companyId, () => taken([owner, given]))).toMatchObject([
      { action: 'association.joined', role: 'owner', actor: owner.accountId },
    ]);
  });
});

describe('what others do to a company writes one entry', () => {
  let hara: Person;
  let office: Consultant;
  beforeAll(async () => {
    hara = await person();
    office = await consultancyOf(hara);
    await engaged(mine, { ...hara, ...office });
  });

  it('where a consultancy asks one question across its clients', async () => {
    const asked = { questionId: 'A-04.level', offset: 0 };
    const found = await added(mine.companyId, () => askClients(office, asked));
    expect(found).toMatchObject([
      { action: 'screen.viewed', role: 'consultant', behalf: office.consultancyId },
    ]);
    expect(found[0]?.payload).toContain('"item":"A-04.level"');
  });

  it('where a consultancy gives its client up', async () => {
    const given = { clientId: mine.companyId, byName: '原' };
    const resign = () => withConsultancy(office, (tx) => resignEngagement(tx, given));
    expect(await added(mine.companyId, resign)).toMatchObject([
      { action: 'engagement.resigned', role: 'consultant', behalf: office.consultancyId },
    ]);
    expect(await added(mine.companyId, resign)).toEqual([]);
  });

  it('where an association takes the company out', async () => {
    const chair = await person('会長');
    const union: Officer = await associationOf(chair);
    const from = (work: (tx: AssociationTx) => Promise<unknown>) => withAssociation(union, work);
    const token = await sent(from, { kind: 'participant' }, owner.email);
    await taken([owner, { token, target: mine.companyId, terms: null }]);
    const [one] = await withAssociation(union, listParticipants);
    const remove = () =>
      withAssociation(union, (tx) => removeParticipant(tx, one?.membershipId ?? ''));
    expect(await added(mine.companyId, remove)).toMatchObject([
      { action: 'association.removed', role: 'officer', actor: chair.accountId, behalf: null },
    ]);
  });
});

describe('no change of who is let in commits without its entry', () => {
  // The control: the same statements as the functions of 0008, without their entries.
  it.each([
    ['ctx.access', `update ctx.access set granted_at = now() where company_id = $1`],
    ['ctx.engagement', 'update ctx.engagement set revoked_at = now() where company_id = $1'],
    [
      'ctx.association_company',
      'update ctx.association_company set left_at = now() where company_id = $1',
    ],
  ])('%s', async (_, statement) => {
    const { superuser } = world;
    await superuser.query(`
      create function ctx.unlogged(uuid) returns void language plpgsql security definer as $f$
      begin ${statement}; end $f$;
      alter function ctx.unlogged(uuid) owner to owner_ddl;
      grant execute on function ctx.unlogged(uuid) to app`);
    try {
      const change = withCompany(mine, (tx) =>
        tx.execute(sql`select ctx.unlogged(${mine.companyId})`),
      );
      await expect(change).rejects.toMatchObject({ code: '23514', constraint: 'entry_expected' });
    } finally {
      await superuser.query('drop function ctx.unlogged(uuid)');
    }
  });
});

describe('what happens to an account writes one entry in each of its companies', () => {
  let sato: Person;
  let companies: Member[];
  beforeAll(async () => {
    sato = await person('佐藤');
    companies = [await companyOf(sato), await companyOf(sato)];
  });

  const passkey = () => ({
    credentialId: newToken(),
    accountId: sato.accountId,
    publicKey: Buffer.alloc(64, 1),
    counter: 0,
    transports: [],
    aaguid: randomUUID(),
    backupEligible: false,
    backedUp: false,
    name: '鍵',
  });
  const sessionOf = async (tx: AuthTx) => {
    const { token } = await startSession(tx, { accountId: sato.accountId, level: 2 });
    const session = await findSession(tx, token);
    if (!session) throw new Error('The session is not there.');
    return session.sessionId;
  };

  const recovery = () => withOwner(world.ownerUrl, (tx) => startRecovery(tx, sato.accountId));
  const acts: [string, string[], () => Promise<unknown>][] = [
    ['a sign-in', ['sign-in.succeeded'], () => inAuth(sessionOf)],
    [
      'a sign-out',
      ['sign-in.succeeded', 'session.ended'],
      () => inAuth(async (tx) => endSession(tx, await sessionOf(tx))),
    ],
    [
      'a step-up',
      ['sign-in.succeeded', 'session.confirmed'],
      () =>
        inAuth(async (tx) =>
          renewSession(tx, { sessionId: await sessionOf(tx), level: 2, isConfirmed: true }),
        ),
    ],
    [
      'a step-up that failed',
      ['session.not-confirmed'],
      () => inAuth((tx) => recordAccount(tx, sato.accountId, 'session.not-confirmed')),
    ],
    [
      'a new password',
      ['password.changed'],
      () => inAuth((tx) => setPassword(tx, sato.accountId, HASH)),
    ],
    [
      'a passkey',
      ['factor.added', 'factor.removed'],
      () =>
        inAuth(async (tx) => {
          const { credentialId, ...rest } = passkey();
          await addPasskey(tx, { credentialId, ...rest });
          await removePasskey(tx, sato.accountId, credentialId);
        }),
    ],
    [
      'one-time codes',
      ['factor.added', 'factor.removed'],
      () =>
        inAuth(async (tx) => {
          const sealed = Buffer.alloc(64, 2);
          await offerOneTimeCodes(tx, sato.accountId, sealed);
          await confirmOneTimeCodes(tx, sato.accountId, sealed, 1);
          await removeOneTimeCodes(tx, sato.accountId);
        }),
    ],
    [
      'recovery codes',
      ['factor.added', 'factor.used'],
      () =>
        inAuth(async (tx) => {
          await replaceRecoveryCodes(tx, sato.accountId, ['ONE']);
          await useRecoveryCode(tx, sato.accountId, 'ONE');
        }),
    ],
    [
      'a recovery that is cancelled',
      ['recovery.started', 'recovery.cancelled'],
      async () => {
        const { cancel } = await recovery();
        await withAuth((tx) => cancelRecovery(tx, cancel));
      },
    ],
    [
      'a recovery that is finished',
      ['recovery.started', 'recovery.finished'],
      async () => {
        const { link } = await recovery();
        // As if its 24 hours had passed.
        await world.superuser.query(
          `update auth.recovery set started_at = started_at - interval '25 hours', opens_at = opens_at - interval '25 hours',
                  expires_at = expires_at - interval '25 hours' where account_id = $1`,
          [sato.accountId],
        );
        await withAuth((tx) => finishRecovery(tx, link));
      },
    ],
  ];

  it.each(acts)('%s', async (_, actions, act) => {
    const [first, second] = companies;
    if (!first || !second) throw new Error('There are two companies.');
    const before = (await entries(second.companyId)).length;
    expect((await added(first.companyId, act)).map(({ action }) => action)).toEqual(actions);
    const other = (await entries(second.companyId)).slice(before);
    expect(other.map(({ action }) => action)).toEqual(actions);
  });
});

const inAuth = (work: (tx: AuthTx) => Promise<unknown>) => withAuth(work);
const HASH = '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA';
