import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAccount } from './audit.ts';
import { rows } from './rows.ts';
import { account, password } from './schema/auth.ts';
import type { AuthTx, OwnerTx } from './tenant.ts';

export type Locale = 'ja' | 'en';
export type Account = { accountId: string; email: string; name: string; locale: Locale };

/** Addresses are compared in lower case; parse them as an e-mail address at the edge first. */
export const sameAddress = (email: string): string => email.trim().toLowerCase();

/** A new account with its password. `email-taken` where the address has one; nothing changes then. */
export async function createAccount(
  tx: AuthTx,
  given: { email: string; name: string; locale: Locale; passwordHash: string },
): Promise<{ ok: true; accountId: string } | { ok: false; reason: 'email-taken' }> {
  const { passwordHash, ...person } = given;
  const id = randomUUID();
  const created = await tx
    .insert(account)
    .values({ id, ...person, email: sameAddress(person.email) })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (created.length === 0) return { ok: false, reason: 'email-taken' };
  await tx.insert(password).values({ accountId: id, hash: passwordHash });
  return { ok: true, accountId: id };
}

/** The account of an address with its password's hash (null where it has none), or null. */
export async function findAccount(
  tx: AuthTx | OwnerTx,
  email: string,
): Promise<(Account & { passwordHash: string | null }) | null> {
  const [found] = await tx
    .select({
      accountId: account.id,
      email: account.email,
      name: account.name,
      locale: account.locale,
      passwordHash: password.hash,
    })
    .from(account)
    .leftJoin(password, eq(password.accountId, account.id))
    .where(eq(account.email, sameAddress(email)));
  return found ?? null;
}

const known = z.strictObject({ known: z.boolean() });

/** Whether an address has an account: one row of the same shape either way, so that the time tells nothing. */
export async function hasAccount(tx: AuthTx, email: string): Promise<boolean> {
  const [found] = await rows(
    tx,
    known,
    sql`select exists (select from ${account} where ${account.email} = ${sameAddress(email)}) as known`,
  );
  return found?.known === true;
}

export async function readAccount(tx: AuthTx, accountId: string): Promise<Account | null> {
  const { id, email, name, locale } = account;
  const [found] = await tx
    .select({ accountId: id, email, name, locale })
    .from(account)
    .where(eq(id, accountId));
  return found ?? null;
}

/** Replaces the password. After a reset the caller also ends all sessions (sessions.ts). */
export async function setPassword(tx: AuthTx, accountId: string, hash: string): Promise<void> {
  const changed = { hash, setAt: new Date() };
  await tx
    .insert(password)
    .values({ accountId, ...changed })
    .onConflictDoUpdate({ target: password.accountId, set: changed });
  await recordAccount(tx, accountId, 'password.changed');
}

export async function changeLocale(tx: AuthTx, accountId: string, locale: Locale): Promise<void> {
  await tx.update(account).set({ locale }).where(eq(account.id, accountId));
}
