import { randomUUID } from 'node:crypto';
import type { Account } from '#db/accounts.ts';
import { putMessage } from '#db/outbox.ts';
import type { AuthTx } from '#db/tenant.ts';
import { securityNotice, type SecurityEvent } from '#emails/security.ts';
import { paths } from '../paths.ts';

/** Tells a person what happened to their account, in the transaction in which it happens. */
export async function putSecurityNotice(
  tx: AuthTx,
  { email, locale }: Account,
  event: SecurityEvent,
  origin: string,
): Promise<void> {
  await putMessage(tx, {
    ...securityNotice(locale, event, origin + paths.security),
    toAddress: email,
    locale,
    dedupeKey: randomUUID(),
  });
}
