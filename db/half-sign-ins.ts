import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { halfSignIn } from './schema/auth.ts';
import { newToken, tokenHash } from './session-token.ts';
import type { AuthTx } from './tenant.ts';

/** Stands for a right password of an account with a second factor, for ten minutes. It opens nothing. */
export async function startHalfSignIn(tx: AuthTx, accountId: string): Promise<string> {
  await forgetOldHalfSignIns(tx);
  const token = newToken();
  await tx.insert(halfSignIn).values({
    tokenHash: tokenHash(token),
    accountId,
    expiresAt: sql`now() + interval '10 minutes'`,
  });
  return token;
}

/** The account of one that could still be completed, or null. */
export async function peekHalfSignIn(tx: AuthTx, token: string): Promise<string | null> {
  const [found] = await tx
    .select({ accountId: halfSignIn.accountId })
    .from(halfSignIn)
    .where(usable(token));
  return found?.accountId ?? null;
}

/** Uses it up: of any number of simultaneous calls exactly one gets true. */
export async function consumeHalfSignIn(tx: AuthTx, token: string): Promise<boolean> {
  const used = await tx
    .update(halfSignIn)
    .set({ usedAt: sql`now()` })
    .where(usable(token))
    .returning({ accountId: halfSignIn.accountId });
  return used.length === 1;
}

/** A new password, or a factor more or less: what was begun before is void. */
export async function endHalfSignIns(tx: AuthTx, accountId: string): Promise<void> {
  await tx
    .update(halfSignIn)
    .set({ usedAt: sql`now()` })
    .where(and(eq(halfSignIn.accountId, accountId), isNull(halfSignIn.usedAt)));
}

// With each new one, those of more than a day ago go.
async function forgetOldHalfSignIns(tx: AuthTx): Promise<void> {
  await tx.delete(halfSignIn).where(lt(halfSignIn.createdAt, sql`now() - interval '1 day'`));
}

const usable = (token: string) =>
  and(
    eq(halfSignIn.tokenHash, tokenHash(token)),
    isNull(halfSignIn.usedAt),
    gt(halfSignIn.expiresAt, sql`now()`),
  );
