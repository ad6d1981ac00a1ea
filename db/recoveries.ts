import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAccount } from './audit.ts';
import { instant, rows } from './rows.ts';
import { recovery } from './schema/auth.ts';
import { newToken, tokenHash } from './session-token.ts';
import type { AuthTx, OwnerTx } from './tenant.ts';

export type StartedRecovery = { link: string; cancel: string; opensAt: Date; expiresAt: Date };

/** Starts a recovery as the operator; earlier ones of the account end. It opens after 24 hours, for 48. */
export async function startRecovery(tx: OwnerTx, accountId: string): Promise<StartedRecovery> {
  await tx
    .update(recovery)
    .set({ cancelledAt: sql`now()` })
    .where(and(eq(recovery.accountId, accountId), ...open));
  const [link, cancel] = [newToken(), newToken()];
  const [started] = await tx
    .insert(recovery)
    .values({
      linkHash: tokenHash(link),
      cancelHash: tokenHash(cancel),
      accountId,
      opensAt: sql`now() + interval '24 hours'`,
      expiresAt: sql`now() + interval '72 hours'`,
    })
    .returning({ opensAt: recovery.opensAt, expiresAt: recovery.expiresAt });
  if (!started) throw new Error('The recovery was not written.');
  await recordAccount(tx, accountId, 'recovery.started');
  return { link, cancel, ...started };
}

/** What a recovery's link finds: who, and when it opens; null where it is used, cancelled or old. */
export type OpenRecovery = {
  accountId: string;
  email: string;
  locale: 'ja' | 'en';
  opensAt: Date;
  isOpen: boolean;
};

const openRecovery = z.strictObject({
  accountId: z.string(),
  email: z.string(),
  locale: z.enum(['ja', 'en']),
  opensAt: instant,
  isOpen: z.boolean(),
});

export async function findRecovery(
  tx: AuthTx,
  by: 'link' | 'cancel',
  token: string,
): Promise<OpenRecovery | null> {
  const hash = by === 'link' ? sql`r.link_hash` : sql`r.cancel_hash`;
  const [found] = await rows(
    tx,
    openRecovery,
    sql`
      select r.account_id as "accountId", a.email, a.locale, r.opens_at as "opensAt", r.opens_at <= now() as "isOpen"
        from auth.recovery r join auth.account a on a.id = r.account_id
       where ${hash} = ${tokenHash(token)} and r.cancelled_at is null and r.finished_at is null and r.expires_at > now()`,
  );
  return found ?? null;
}

/** Uses the link up, not before it opens: of any number of simultaneous calls exactly one gets the account. */
export async function finishRecovery(tx: AuthTx, link: string): Promise<string | null> {
  const [finished] = await tx
    .update(recovery)
    .set({ finishedAt: sql`now()` })
    .where(
      and(
        eq(recovery.linkHash, tokenHash(link)),
        sql`${recovery.opensAt} <= now() and ${recovery.expiresAt} > now()`,
        ...open,
      ),
    )
    .returning({ accountId: recovery.accountId });
  if (!finished) return null;
  await recordAccount(tx, finished.accountId, 'recovery.finished');
  return finished.accountId;
}

/** Cancels it; false where it was over. */
export async function cancelRecovery(tx: AuthTx, cancel: string): Promise<boolean> {
  const [cancelled] = await tx
    .update(recovery)
    .set({ cancelledAt: sql`now()` })
    .where(and(eq(recovery.cancelHash, tokenHash(cancel)), ...open))
    .returning({ accountId: recovery.accountId });
  if (!cancelled) return false;
  await recordAccount(tx, cancelled.accountId, 'recovery.cancelled');
  return true;
}

const open = [isNull(recovery.cancelledAt), isNull(recovery.finishedAt)];
