import { findAccount } from '#db/accounts.ts';
import { recordFailedSignIn } from '#db/audit.ts';
import { withAuth } from '#db/tenant.ts';
import { countTry, forgetTries } from './limits.server.ts';
import { passwordMatches } from './password.server.ts';

export type SignedIn =
  { ok: true; accountId: string } | { ok: false; reason: 'wrong-pair' | 'too-many' };

/** Checks address and password; unknown and known addresses are answered alike. */
export async function checkPassword(
  email: string,
  password: string,
  network: string,
): Promise<SignedIn> {
  const counted = await countTry('sign-in', email);
  if (!counted.ok) return { ok: false, reason: 'too-many' };
  const account = await withAuth((tx) => findAccount(tx, email));
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (!account || !matches) {
    await withAuth((tx) => recordFailedSignIn(tx, email, network));
    return { ok: false, reason: 'wrong-pair' };
  }
  await forgetTries('sign-in', email);
  return { ok: true, accountId: account.accountId };
}
