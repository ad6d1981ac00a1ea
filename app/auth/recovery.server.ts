import { setPassword } from '#db/accounts.ts';
import { removeFactors } from '#db/factors.ts';
import { endHalfSignIns } from '#db/half-sign-ins.ts';
import { readAccount } from '#db/accounts.ts';
import { cancelRecovery, findRecovery, finishRecovery } from '#db/recoveries.ts';
import { endSessions } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import { forgetFailures } from './limits.server.ts';
import { putSecurityNotice } from './notices.server.ts';
import { hashPassword } from './password.server.ts';

/** Ends a recovery that has opened: a new password, no factor left, no session left. */
export async function completeRecovery(
  link: string,
  password: string,
  origin: string,
): Promise<{ accountId: string } | null> {
  const hash = await hashPassword(password);
  const account = await withAuth(async (tx) => {
    const accountId = await finishRecovery(tx, link);
    const found = accountId === null ? null : await readAccount(tx, accountId);
    if (!found) return null;
    await removeFactors(tx, found.accountId);
    await setPassword(tx, found.accountId, hash);
    await endSessions(tx, found.accountId);
    await endHalfSignIns(tx, found.accountId);
    await putSecurityNotice(tx, found, 'recovery-finished', origin);
    return found;
  });
  if (account) await forgetFailures(account.email);
  return account;
}

/** Cancels one from its message; false where it was over. */
export async function stopRecovery(cancel: string, origin: string): Promise<boolean> {
  return withAuth(async (tx) => {
    const found = await findRecovery(tx, 'cancel', cancel);
    const account = found && (await readAccount(tx, found.accountId));
    if (!account || !(await cancelRecovery(tx, cancel))) return false;
    await putSecurityNotice(tx, account, 'recovery-cancelled', origin);
    return true;
  });
}
