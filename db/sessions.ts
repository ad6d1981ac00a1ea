import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, lt, ne, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Account } from './accounts.ts';
import { recordAccount } from './audit.ts';
import { instant, rows } from './rows.ts';
import { session } from './schema/auth.ts';
import { contextDigest, contextDigestHash, newToken, tokenHash } from './session-token.ts';
import type { AuthTx } from './tenant.ts';

/** Absolute; the idle limit of 30 minutes stands in `auth.is_live` (0001_accounts.sql). */
export const SESSION_HOURS = 12;

/** What a person is in a company: one of its own people, or a consultant whom it engaged. */
export const COMPANY_ROLES = [
  'owner',
  'preparer',
  'respondent',
  'declarer',
  'viewer',
  'consultant',
] as const;
export type CompanyRole = (typeof COMPANY_ROLES)[number];

export type CompanyAccess = {
  companyId: string;
  role: CompanyRole;
  canWrite: boolean;
  /** The consultancy on whose behalf a consultant acts; null for the company's own people. */
  consultancyId: string | null;
  /** Null means all of them. */
  questionnaires: readonly string[] | null;
  /** The letters of the sections that a respondent answers; null means all of them. */
  sections: string | null;
};

/** A consultancy or an association that the account belongs to. It opens at level 2 only. */
export type OrganisationAccess = {
  kind: 'consultancy' | 'association';
  organisationId: string;
  role: 'owner' | 'member';
};

export type LiveSession = {
  sessionId: string;
  /** Opens companies: `withCompany({ companyId, contextDigest }, …)`. */
  contextDigest: string;
  expiresAt: Date;
  /** 1 after a password, 2 after a passkey or a second factor. */
  level: 1 | 2;
  /** When the person last proved who they are: a step-up counts for five minutes. */
  confirmedAt: Date;
  account: Account;
  /** What the account may open now, oldest first. The door asks again in each transaction. */
  companies: readonly CompanyAccess[];
  organisations: readonly OrganisationAccess[];
};

/** A new session for a person who has just proved who they are. The token exists only in the answer. */
export async function startSession(
  tx: AuthTx,
  given: { accountId: string; level?: 1 | 2; userAgentFamily?: string; network?: string },
): Promise<{ token: string; expiresAt: Date }> {
  const started = await insertSession(tx, {
    accountId: given.accountId,
    level: given.level ?? 1,
    userAgentFamily: given.userAgentFamily?.slice(0, 40) ?? null,
    expiresAt: sql`now() + make_interval(hours => ${SESSION_HOURS})`,
  });
  await recordAccount(tx, given.accountId, 'sign-in.succeeded', { network: given.network ?? '-' });
  return started;
}

/**
 * A new session in place of a live one, with another token: after a step-up (`isConfirmed`) and whenever
 * the person's rights change. The old one ends in the same statement; of simultaneous calls one gets the
 * new session, the others null. The 12 hours go on counting from the sign-in.
 */
export async function renewSession(
  tx: AuthTx,
  given: { sessionId: string; level: 1 | 2; isConfirmed: boolean },
): Promise<{ token: string; expiresAt: Date } | null> {
  const [old] = await tx
    .update(session)
    .set({ endedAt: sql`now()` })
    .where(and(eq(session.id, given.sessionId), sql`auth.is_live(${session}.*)`))
    .returning({
      accountId: session.accountId,
      userAgentFamily: session.userAgentFamily,
      expiresAt: session.expiresAt,
      confirmedAt: session.confirmedAt,
    });
  if (!old) return null;
  const { confirmedAt, ...kept } = old;
  const level = given.level;
  if (given.isConfirmed) await recordAccount(tx, old.accountId, 'session.confirmed');
  return insertSession(tx, { ...kept, level, ...(!given.isConfirmed && { confirmedAt }) });
}

type Given = Omit<
  typeof session.$inferInsert,
  'id' | 'tokenHash' | 'contextDigestHash' | 'expiresAt'
>;

// The fence behind all sign-in code: with a second factor, an account has no session of level 1.
async function insertSession(
  tx: AuthTx,
  given: Given & { expiresAt: Date | SQL },
): Promise<{ token: string; expiresAt: Date }> {
  if (given.level === 1 && (await hasFactor(tx, given.accountId)))
    throw new Error('An account with a second factor cannot get a session of level 1.');
  const token = newToken();
  const [started] = await tx
    .insert(session)
    .values({
      id: randomUUID(),
      tokenHash: tokenHash(token),
      contextDigestHash: contextDigestHash(token),
      ...given,
    })
    .returning({ expiresAt: session.expiresAt });
  if (!started) throw new Error('The session was not written.');
  return { token, expiresAt: started.expiresAt };
}

async function hasFactor(tx: AuthTx, accountId: string): Promise<boolean> {
  const [found] = await rows(
    tx,
    factor,
    sql`select auth.has_second_factor(${accountId}) as has_factor`,
  );
  return found?.has_factor !== false;
}

const factor = z.strictObject({ has_factor: z.boolean() });

const liveSession = z.strictObject({
  session_id: z.string(),
  expires_at: instant,
  level: z.union([z.literal(1), z.literal(2)]),
  confirmed_at: instant,
  unseen: z.boolean(),
  account_id: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.enum(['ja', 'en']),
  companies: z.array(
    z.strictObject({
      companyId: z.string(),
      role: z.enum(COMPANY_ROLES),
      canWrite: z.boolean(),
      consultancyId: z.string().nullable(),
      questionnaires: z.array(z.string()).nullable(),
      sections: z.string().nullable(),
    }),
  ),
  organisations: z.array(
    z.strictObject({
      kind: z.enum(['consultancy', 'association']),
      organisationId: z.string(),
      role: z.enum(['owner', 'member']),
    }),
  ),
});

/**
 * The live session of a cookie's token with its account and companies, or null (unknown, ended, idle
 * for 30 minutes, older than 12 hours). Counts as use unless `isUse` is false: a page that saves or
 * polls by itself must not keep a session alive for ever. The time of use is written once a minute.
 */
export async function findSession(
  tx: AuthTx,
  token: string,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<LiveSession | null> {
  const digest = contextDigest(token);
  const [found] = await rows(
    tx,
    liveSession,
    sql`
      select s.id as session_id, s.expires_at, s.level, s.confirmed_at, s.last_seen_at < now() - interval '1 minute' as unseen,
             a.id as account_id, a.email, a.name, a.locale,
             coalesce((select json_agg(json_build_object('companyId', c.company_id, 'role', c.role,
                                'canWrite', c.can_write, 'consultancyId', c.consultancy_id,
                                'questionnaires', c.questionnaires, 'sections', c.sections))
                         from ctx.companies(${digest}) c), '[]') as companies,
             coalesce((select json_agg(json_build_object('kind', o.kind, 'organisationId', o.organisation_id,
                                'role', o.role))
                         from ctx.organisations(${digest}) o), '[]') as organisations
        from auth.session s join auth.account a on a.id = s.account_id
       where s.token_hash = ${tokenHash(token)} and auth.is_live(s)`,
  );
  if (!found) return null;
  if (isUse && found.unseen)
    await tx
      .update(session)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(session.id, found.session_id));
  return {
    sessionId: found.session_id,
    contextDigest: digest,
    expiresAt: found.expires_at,
    level: found.level,
    confirmedAt: found.confirmed_at,
    account: {
      accountId: found.account_id,
      email: found.email,
      name: found.name,
      locale: found.locale,
    },
    companies: found.companies,
    organisations: found.organisations,
  };
}

/** A live session as its owner sees it in the list. */
export type ListedSession = {
  sessionId: string;
  userAgentFamily: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The live sessions of an account, the most recently used first. */
export async function listSessions(tx: AuthTx, accountId: string): Promise<ListedSession[]> {
  return tx
    .select({
      sessionId: session.id,
      userAgentFamily: session.userAgentFamily,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(and(eq(session.accountId, accountId), sql`auth.is_live(${session}.*)`))
    .orderBy(desc(session.lastSeenAt), desc(session.createdAt));
}

/** Ends one of an account's own sessions; it opens nothing from the next transaction on. */
export async function endOwnSession(
  tx: AuthTx,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const ended = await end(tx, and(eq(session.accountId, accountId), eq(session.id, sessionId)));
  return ended === 1;
}

/** Ends one session; it opens nothing from the next transaction on. */
export async function endSession(tx: AuthTx, sessionId: string): Promise<void> {
  await end(tx, eq(session.id, sessionId));
}

/** Ends every session of an account, but for the one that asks. Returns how many. */
export async function endSessions(
  tx: AuthTx,
  accountId: string,
  { except, exceptToken }: { except?: string; exceptToken?: string } = {},
): Promise<number> {
  return end(
    tx,
    and(
      eq(session.accountId, accountId),
      except === undefined ? undefined : ne(session.id, except),
      exceptToken === undefined ? undefined : ne(session.tokenHash, tokenHash(exceptToken)),
    ),
  );
}

/** Keeps a live session as it is until the transaction ends; false where it is over. */
export async function holdSession(tx: AuthTx, sessionId: string): Promise<boolean> {
  const held = await tx
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.id, sessionId), sql`auth.is_live(${session}.*)`))
    .for('update');
  return held.length === 1;
}

/** One entry for an account, however many of its sessions ended. */
async function end(tx: AuthTx, which: ReturnType<typeof and>): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(session.endedAt)))
    .returning({ accountId: session.accountId });
  for (const accountId of new Set(ended.map((one) => one.accountId)))
    await recordAccount(tx, accountId, 'session.ended');
  return ended.length;
}

/** Deletes sessions that ended or expired more than 90 days ago. Returns how many. */
export async function forgetOldSessions(tx: AuthTx): Promise<number> {
  const gone = await tx
    .delete(session)
    .where(lt(session.expiresAt, sql`now() - interval '90 days'`))
    .returning({ id: session.id });
  return gone.length;
}
