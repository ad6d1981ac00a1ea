import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAccount } from './audit.ts';
import { removeOneTimeCodes } from './one-time-codes.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { passkey } from './schema/auth.ts';
import { rows } from './rows.ts';
import type { AuthTx } from './tenant.ts';

/** What a person can prove who they are with, beside the password. */
export type Factors = { passkeys: number; hasOneTimeCodes: boolean; recoveryCodes: number };

const factors = z.strictObject({
  passkeys: z.number(),
  hasOneTimeCodes: z.boolean(),
  recoveryCodes: z.number(),
});

export async function factorsOf(tx: AuthTx, accountId: string): Promise<Factors> {
  const [found] = await rows(
    tx,
    factors,
    sql`
      select (select count(*)::int from auth.passkey p where p.account_id = ${accountId}) as passkeys,
             exists (select from auth.totp t where t.account_id = ${accountId} and t.confirmed_at is not null) as "hasOneTimeCodes",
             (select count(*)::int from auth.recovery_code r where r.account_id = ${accountId} and r.used_at is null) as "recoveryCodes"`,
  );
  if (!found) throw new Error('The factors could not be counted.');
  return found;
}

/** A password alone then opens nothing. Recovery codes stand in for a factor and are none. */
export const hasSecondFactor = ({ passkeys, hasOneTimeCodes }: Factors): boolean =>
  passkeys > 0 || hasOneTimeCodes;

/** Removes every factor: the end of a recovery, never of a password reset. */
export async function removeFactors(tx: AuthTx, accountId: string): Promise<void> {
  const gone = await tx
    .delete(passkey)
    .where(eq(passkey.accountId, accountId))
    .returning({ id: passkey.credentialId });
  if (gone.length > 0) await recordAccount(tx, accountId, 'factor.removed', { factor: 'passkey' });
  await removeOneTimeCodes(tx, accountId);
  await replaceRecoveryCodes(tx, accountId, []);
}
