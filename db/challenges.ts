import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { challenge } from './schema/auth.ts';
import { newToken, tokenHash } from './session-token.ts';
import type { AuthTx } from './tenant.ts';

/** What a signed challenge is for: signing in, or (in one session) confirming, or adding a passkey. */
export type ChallengeFor =
  { purpose: 'sign-in'; sessionId: null } | { purpose: 'confirm' | 'enrol'; sessionId: string };

/** 256 random bits (base64url) that work once, within five minutes. Only their hash is kept. */
export async function issueChallenge(tx: AuthTx, given: ChallengeFor): Promise<string> {
  await forgetOldChallenges(tx);
  const text = newToken();
  await tx.insert(challenge).values({
    challengeHash: tokenHash(text),
    ...given,
    expiresAt: sql`now() + interval '5 minutes'`,
  });
  return text;
}

/** Uses a challenge up: of any number of simultaneous calls exactly one gets true. */
export async function consumeChallenge(
  tx: AuthTx,
  text: string,
  { purpose, sessionId }: ChallengeFor,
): Promise<boolean> {
  const used = await tx
    .update(challenge)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(challenge.challengeHash, tokenHash(text)),
        eq(challenge.purpose, purpose),
        sessionId === null ? isNull(challenge.sessionId) : eq(challenge.sessionId, sessionId),
        isNull(challenge.usedAt),
        gt(challenge.expiresAt, sql`now()`),
      ),
    )
    .returning({ purpose: challenge.purpose });
  return used.length === 1;
}

// With each new one, those of more than a day ago go.
async function forgetOldChallenges(tx: AuthTx): Promise<void> {
  await tx.delete(challenge).where(lt(challenge.createdAt, sql`now() - interval '1 day'`));
}
