import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { Client } from 'pg';
import { createAccount } from '#db/accounts.ts';
import { startAssessment } from '#db/assessments.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { foundCompany } from '#db/companies.ts';
import { publishContent } from '#db/content.ts';
import { contextDigest } from '#db/session-token.ts';
import { startSession } from '#db/sessions.ts';
import {
  withAuth,
  withCompany,
  withNewCompany,
  withOwner,
  type CompanyTx,
  type Member,
  type Session,
} from '#db/tenant.ts';
import { freshDatabase } from '../setup/postgres.ts';
import { smallEdition } from './small-edition.ts';

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A database of one's own with the small edition, open pools, and a superuser who sees everything. */
export async function openWorld(options: { appConnections?: number } = {}) {
  const database = await freshDatabase();
  await withOwner(database.ownerUrl, (tx) => publishContent(tx, [smallEdition()]));
  const { appUrl, authUrl, workerUrl } = database;
  openPools({ appUrl, authUrl, workerUrl, ...options });
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

export type Person = Session & { token: string; accountId: string; name: string };

/** An account with a live session, through the ordinary verbs. */
export async function signedIn(name = '田中'): Promise<Person> {
  return withAuth(async (tx) => {
    const account = await createAccount(tx, {
      email: `${randomUUID()}@example.jp`,
      name,
      locale: 'ja',
      passwordHash: '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA',
    });
    if (!account.ok) throw new Error(account.reason);
    const { token } = await startSession(tx, { accountId: account.accountId });
    return { token, contextDigest: contextDigest(token), accountId: account.accountId, name };
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

/** A statement of one's own, with the entry in the access log that every change needs. */
export async function logged(tx: CompanyTx, statement: SQL) {
  const result = await tx.execute(statement);
  await tx.execute(sql`select audit.append('test.raw', 'test/raw', '{}', '{}', '{}')`);
  return result;
}

/** Lets another person into a company, as a later issue's invitation will; only the owner can. */
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
