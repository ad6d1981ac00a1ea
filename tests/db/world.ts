import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { Client } from 'pg';
import type { Edition } from '#assessments/edition.ts';
import { createAccount } from '#db/accounts.ts';
import { startAssessment } from '#db/assessments.ts';
import { foundAssociation } from '#db/associations.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { foundCompany } from '#db/companies.ts';
import { foundConsultancy } from '#db/consultancies.ts';
import { publishContent } from '#db/content.ts';
import type { Terms } from '#db/engagements.ts';
import { acceptInvitation, invite, type Offer } from '#db/invitations.ts';
import type { Role } from '#db/members.ts';
import { contextDigest, newToken } from '#db/session-token.ts';
import { startSession } from '#db/sessions.ts';
import {
  withAuth,
  withCompany,
  withNewAssociation,
  withNewCompany,
  withNewConsultancy,
  withOwner,
  type AssociationTx,
  type CompanyTx,
  type Consultant,
  type ConsultancyTx,
  type Member,
  type Officer,
  type Session,
} from '#db/tenant.ts';
import { freshDatabase } from '../setup/postgres.ts';
import { smallEdition } from './small-edition.ts';

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A database of one's own with an edition (the small one), open pools, and a superuser who sees everything. */
export async function openWorld({
  editions = [smallEdition()],
  ...options
}: { appConnections?: number; editions?: readonly Edition[] } = {}) {
  const database = await freshDatabase();
  await withOwner(database.ownerUrl, (tx) => publishContent(tx, editions));
  const { appUrl, authUrl, workerUrl, assocUrl, aggUrl } = database;
  openPools({ appUrl, authUrl, workerUrl, assocUrl, aggUrl, ...options });
  const superuser = new Client({ connectionString: database.ownerUrl });
  await superuser.connect();
  return {
    ...database,
    superuser,
    close: async () => {
      await closePools();
      await superuser.end();
      await database.drop();
    },
  };
}

export type Person = Session & { token: string; accountId: string; name: string; email: string };

/** An account with a live session, through the ordinary verbs. */
export async function signedIn(name = '田中'): Promise<Person> {
  return withAuth(async (tx) => {
    const email = `${randomUUID()}@example.jp`;
    const account = await createAccount(tx, {
      email,
      name,
      locale: 'ja',
      passwordHash: '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA',
    });
    if (!account.ok) throw new Error(account.reason);
    const { token } = await startSession(tx, { accountId: account.accountId });
    const { accountId } = account;
    return { token, contextDigest: contextDigest(token), accountId, name, email };
  });
}

/** A company of that person, through the ordinary verbs. */
export async function companyOf(person: Person, name = '見本精機株式会社'): Promise<Member> {
  const member = { contextDigest: person.contextDigest, companyId: randomUUID() };
  await withNewCompany(member, (tx) => foundCompany(tx, { name, byName: person.name }));
  return member;
}

export async function assessmentOf(member: Member): Promise<string> {
  const assessmentId = randomUUID();
  const started = await withCompany(member, (tx) =>
    startAssessment(tx, {
      assessmentId,
      editionId: '2026-11',
      mode: 'standard',
      stage: 'application',
      title: '2026年度の自己点検',
      byName: '田中',
    }),
  );
  if (!started.ok) throw new Error(started.reason);
  return assessmentId;
}

/** The person's sessions as after a passkey or a second factor. */
export async function atLevel2(world: Pick<World, 'superuser'>, person: Person): Promise<Person> {
  await world.superuser.query('update auth.session set level = 2 where account_id = $1', [
    person.accountId,
  ]);
  return person;
}

/** A consultancy of that person, whose session has reached level 2. */
export async function consultancyOf(
  person: Person,
  name = '見本コンサルティング',
): Promise<Consultant> {
  const consultant = { contextDigest: person.contextDigest, consultancyId: randomUUID() };
  await withNewConsultancy(consultant, (tx) => foundConsultancy(tx, { name, byName: person.name }));
  return consultant;
}

/** An association of that person, whose session has reached level 2. */
export async function associationOf(person: Person, name = '見本工業会'): Promise<Officer> {
  const officer = { contextDigest: person.contextDigest, associationId: randomUUID() };
  await withNewAssociation(officer, (tx) => foundAssociation(tx, { name, byName: person.name }));
  return officer;
}

/** A client and its consultant: invited by the company, accepted by the consultancy. */
export async function engaged(
  member: Member,
  consultant: Person & Consultant,
  terms: Partial<Terms> = {},
): Promise<Member> {
  const offer = { kind: 'engagement', scope: 'answer', questionnaires: null, days: 90 } as const;
  const token = await invited(member, consultant.email, { ...offer, ...terms });
  const taken = await acceptInvitation(consultant, {
    token,
    target: consultant.consultancyId,
    terms: null,
  });
  if (!taken.ok) throw new Error(taken.reason);
  return { companyId: member.companyId, contextDigest: consultant.contextDigest };
}

const text = { subject: '招待', bodyText: '本文' };

/** Invites an address to the company; the token of the link. */
export async function invited(member: Member, email: string, offer: Offer): Promise<string> {
  const token = newToken();
  const sent = await withCompany(member, (tx) =>
    invite(tx, {
      token,
      email,
      offer,
      byName: '田中',
      texts: { ja: text, en: text },
      locale: 'ja',
    }),
  );
  if (!sent.ok) throw new Error(sent.reason);
  return token;
}

/** Opens the consultancy or the association that invites. */
export type Inviting = <T>(work: (tx: ConsultancyTx | AssociationTx) => Promise<T>) => Promise<T>;

/** Invites an address to a consultancy or an association; the token of the link. */
export async function sent(from: Inviting, email: string, offer: Offer): Promise<string> {
  const token = newToken();
  const texts = { ja: text, en: text };
  const given = { token, email, offer, byName: '原', texts, locale: 'ja' } as const;
  const done = await from((tx) => invite(tx, given));
  if (!done.ok) throw new Error(done.reason);
  return token;
}

/** Lets a person in there, or the company that is the target, through an invitation. */
export async function taken(
  from: Inviting,
  person: Person,
  offer: Offer,
  target: string | null = null,
): Promise<void> {
  const token = await sent(from, person.email, offer);
  const done = await acceptInvitation(person, { token, target, terms: null });
  if (!done.ok) throw new Error(done.reason);
}

/** Lets a person into a company in a role, through an invitation. */
export async function withRole(member: Member, person: Person, role: Role): Promise<Member> {
  const token = await invited(member, person.email, { kind: 'member', ...role });
  const taken = await acceptInvitation(person, { token, target: null, terms: null });
  if (!taken.ok) throw new Error(taken.reason);
  return { companyId: member.companyId, contextDigest: person.contextDigest };
}

/** A statement of one's own, with the entry in the access log that every change needs. */
export async function logged(tx: CompanyTx, statement: SQL) {
  const result = await tx.execute(statement);
  await tx.execute(sql`select audit.append('test.raw', 'test/raw', '{}', '{}', '{}')`);
  return result;
}

/** Lets another person into a company past all verbs, also with what no verb grants. */
export async function grantAccess(
  world: Pick<World, 'superuser'>,
  member: Member,
  person: Person,
  access: { canWrite?: boolean; questionnaires?: string[]; expiresAt?: Date } = {},
): Promise<Member> {
  await world.superuser.query(
    `insert into ctx.access (company_id, account_id, role, questionnaires, expires_at) values ($1, $2, $3, $4, $5)`,
    [
      member.companyId,
      person.accountId,
      access.canWrite === false ? 'viewer' : 'preparer',
      access.questionnaires ?? null,
      access.expiresAt ?? null,
    ],
  );
  return { companyId: member.companyId, contextDigest: person.contextDigest };
}
