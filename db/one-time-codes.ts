import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { recordAccount } from './audit.ts';
import { totp } from './schema/auth.ts';
import type { AuthTx } from './tenant.ts';

/** Offers a secret (sealed) to an account; it counts from `confirmOneTimeCodes` on. False where one counts already. */
export async function offerOneTimeCodes(
  tx: AuthTx,
  accountId: string,
  sealedSecret: Buffer,
): Promise<boolean> {
  const offered = await tx
    .insert(totp)
    .values({ accountId, sealedSecret })
    .onConflictDoUpdate({
      target: totp.accountId,
      set: { sealedSecret, lastStep: 0, createdAt: sql`now()` },
      setWhere: isNull(totp.confirmedAt),
    })
    .returning({ id: totp.accountId });
  return offered.length === 1;
}

/** The sealed secret that counts, or (`isOffer`) the one that waits for its first code; else null. */
export async function findOneTimeSecret(
  tx: AuthTx,
  accountId: string,
  { isOffer }: { isOffer: boolean },
): Promise<Buffer | null> {
  const [found] = await tx
    .select({ sealedSecret: totp.sealedSecret })
    .from(totp)
    .where(
      and(
        eq(totp.accountId, accountId),
        isOffer ? isNull(totp.confirmedAt) : isNotNull(totp.confirmedAt),
      ),
    );
  return found?.sealedSecret ?? null;
}

/** The first right code makes the offered secret count. */
export async function confirmOneTimeCodes(
  tx: AuthTx,
  accountId: string,
  sealedSecret: Buffer,
  step: number,
): Promise<boolean> {
  const confirmed = await tx
    .update(totp)
    .set({ confirmedAt: sql`now()`, lastStep: step })
    .where(
      and(
        eq(totp.accountId, accountId),
        eq(totp.sealedSecret, sealedSecret),
        isNull(totp.confirmedAt),
      ),
    )
    .returning({ id: totp.accountId });
  if (confirmed.length === 0) return false;
  await recordAccount(tx, accountId, 'factor.added', { factor: 'one-time-codes' });
  return true;
}

/** Takes the code of a 30-second step, in the statement that remembers it: never twice, never an older one. */
export async function useOneTimeStep(
  tx: AuthTx,
  accountId: string,
  step: number,
): Promise<boolean> {
  const used = await tx
    .update(totp)
    .set({ lastStep: step, lastUsedAt: sql`now()` })
    .where(and(eq(totp.accountId, accountId), isNotNull(totp.confirmedAt), lt(totp.lastStep, step)))
    .returning({ id: totp.accountId });
  return used.length === 1;
}

/** Removes the secret; false where none counted. */
export async function removeOneTimeCodes(tx: AuthTx, accountId: string): Promise<boolean> {
  const [gone] = await tx
    .delete(totp)
    .where(eq(totp.accountId, accountId))
    .returning({ confirmedAt: totp.confirmedAt });
  if (!gone?.confirmedAt) return false;
  await recordAccount(tx, accountId, 'factor.removed', { factor: 'one-time-codes' });
  return true;
}
