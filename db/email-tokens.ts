import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { sameAddress } from './accounts.ts';
import { emailToken } from './schema/auth.ts';
import { newToken, tokenHash } from './session-token.ts';
import type { AuthTx, OwnerTx } from './tenant.ts';

export type TokenPurpose = 'signup' | 'reset';

/** A single-use token for a link in a message. It exists only in the answer; the hash is kept. */
export async function issueEmailToken(
  tx: AuthTx | OwnerTx,
  given: { purpose: TokenPurpose; email: string; ttlSeconds: number },
): Promise<string> {
  const token = newToken();
  await tx.insert(emailToken).values({
    tokenHash: tokenHash(token),
    purpose: given.purpose,
    email: sameAddress(given.email),
    expiresAt: sql`now() + make_interval(secs => ${given.ttlSeconds})`,
  });
  return token;
}

/** The address of a token that could still be used, or null. Using it is another call. */
export async function peekEmailToken(
  tx: AuthTx,
  purpose: TokenPurpose,
  token: string,
): Promise<string | null> {
  const [found] = await tx
    .select({ email: emailToken.email })
    .from(emailToken)
    .where(usable(purpose, token));
  return found?.email ?? null;
}

/**
 * Uses a token: of any number of simultaneous calls exactly one gets the address, the others null.
 * The other open links of the same address and purpose end with it.
 */
export async function consumeEmailToken(
  tx: AuthTx,
  purpose: TokenPurpose,
  token: string,
): Promise<string | null> {
  const [used] = await tx
    .update(emailToken)
    .set({ usedAt: sql`now()` })
    .where(usable(purpose, token))
    .returning({ email: emailToken.email });
  if (!used) return null;
  await tx
    .update(emailToken)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(emailToken.email, used.email),
        eq(emailToken.purpose, purpose),
        isNull(emailToken.usedAt),
      ),
    );
  return used.email;
}

/** Deletes the tokens whose time is over, used or not. */
export async function forgetOldTokens(tx: AuthTx): Promise<void> {
  await tx.delete(emailToken).where(lte(emailToken.expiresAt, sql`now()`));
}

const usable = (purpose: TokenPurpose, token: string) =>
  and(
    eq(emailToken.tokenHash, tokenHash(token)),
    eq(emailToken.purpose, purpose),
    isNull(emailToken.usedAt),
    gt(emailToken.expiresAt, sql`now()`),
  );
