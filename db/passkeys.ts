import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import { recordAccount } from './audit.ts';
import { passkey } from './schema/auth.ts';
import type { AuthTx } from './tenant.ts';

export type Passkey = {
  credentialId: string;
  accountId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Adds one; false where the credential is registered already, for whomever. */
export async function addPasskey(
  tx: AuthTx,
  given: Omit<typeof passkey.$inferInsert, 'createdAt' | 'lastUsedAt'>,
): Promise<boolean> {
  const added = await tx
    .insert(passkey)
    .values(given)
    .onConflictDoNothing()
    .returning({ id: passkey.credentialId });
  if (added.length === 0) return false;
  await recordAccount(tx, given.accountId, 'factor.added', { factor: 'passkey' });
  return true;
}

export async function listPasskeys(tx: AuthTx, accountId: string): Promise<Passkey[]> {
  return tx
    .select()
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .orderBy(asc(passkey.createdAt), asc(passkey.credentialId));
}

export async function findPasskey(tx: AuthTx, credentialId: string): Promise<Passkey | null> {
  const [found] = await tx.select().from(passkey).where(eq(passkey.credentialId, credentialId));
  return found ?? null;
}

/**
 * Notes a use. False where the counter did not grow: a copy of the authenticator, or the same answer
 * twice. Authenticators that keep no counter always say 0.
 */
export async function usePasskey(
  tx: AuthTx,
  { credentialId, counter, backedUp }: { credentialId: string; counter: number; backedUp: boolean },
): Promise<boolean> {
  const grows = lt(passkey.counter, counter);
  const noCounter = and(eq(passkey.counter, 0), sql`${counter}::bigint = 0`);
  const used = await tx
    .update(passkey)
    .set({ counter, backedUp, lastUsedAt: sql`now()` })
    .where(and(eq(passkey.credentialId, credentialId), or(grows, noCounter)))
    .returning({ id: passkey.credentialId });
  return used.length === 1;
}

/** Removes one of the account's own; its name, or null where it has no such passkey. */
export async function removePasskey(
  tx: AuthTx,
  accountId: string,
  credentialId: string,
): Promise<string | null> {
  const [gone] = await tx
    .delete(passkey)
    .where(and(eq(passkey.accountId, accountId), eq(passkey.credentialId, credentialId)))
    .returning({ name: passkey.name });
  if (!gone) return null;
  await recordAccount(tx, accountId, 'factor.removed', { factor: 'passkey' });
  return gone.name;
}
