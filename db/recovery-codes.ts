import { and, eq, isNull, sql } from 'drizzle-orm';
import { recordAccount } from './audit.ts';
import { recoveryCode } from './schema/auth.ts';
import { tokenHash } from './session-token.ts';
import type { AuthTx } from './tenant.ts';

/** Replaces all codes of an account. Only hashes are kept; the codes have 80 random bits, so a fast hash is enough. */
export async function replaceRecoveryCodes(
  tx: AuthTx,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  if (codes.length === 0) return;
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ accountId, codeHash: tokenHash(code) })));
  await recordAccount(tx, accountId, 'factor.added', { factor: 'recovery-codes' });
}

/** Uses a code up: of any number of simultaneous calls exactly one gets true. */
export async function useRecoveryCode(
  tx: AuthTx,
  accountId: string,
  code: string,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCode.accountId, accountId),
        eq(recoveryCode.codeHash, tokenHash(code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ accountId: recoveryCode.accountId });
  if (used.length === 0) return false;
  await recordAccount(tx, accountId, 'factor.used', { factor: 'recovery-codes' });
  return true;
}
