import { findAccount, readAccount } from '#db/accounts.ts';
import { recordFailedSignIn } from '#db/audit.ts';
import { factorsOf, hasSecondFactor } from '#db/factors.ts';
import { consumeHalfSignIn, peekHalfSignIn, startHalfSignIn } from '#db/half-sign-ins.ts';
import { withAuth } from '#db/tenant.ts';
import type { Environment } from '../env.server.ts';
import { coarseNetworkOf } from '../network.ts';
import type { Proof } from './level.ts';
import { forgetFailures, mayTryPassword } from './limits.server.ts';
import { takeOneTimeCode } from './one-time-codes.server.ts';
import { isBusy, passwordMatches } from './password.server.ts';
import { takeRecoveryCode } from './recovery-codes.server.ts';

export type SignedIn =
  | { ok: true; accountId: string; proofs: readonly Proof[] }
  | { ok: false; reason: 'wrong-pair' | 'wrong-code' | 'too-many' | 'step-over' | 'busy' };

/** The password was right, and the account asks for more: `step` stands for it in the next form. */
export type HalfWay = { ok: 'half'; step: string };

/** Checks address and password; unknown and known addresses are answered alike. */
export async function checkPassword(
  email: string,
  password: string,
  network: string,
): Promise<SignedIn | HalfWay> {
  if (isBusy()) return { ok: false, reason: 'busy' };
  if (!(await mayTryPassword(email, network))) return { ok: false, reason: 'too-many' };
  const account = await withAuth((tx) => findAccount(tx, email));
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (!account || !matches) {
    await withAuth((tx) => recordFailedSignIn(tx, email, coarseNetworkOf(network)));
    return { ok: false, reason: 'wrong-pair' };
  }
  await forgetFailures(email, network);
  const { accountId } = account;
  return withAuth(async (tx) => {
    if (!hasSecondFactor(await factorsOf(tx, accountId)))
      return { ok: true, accountId, proofs: ['password'] };
    return { ok: 'half', step: await startHalfSignIn(tx, accountId) };
  });
}

/** Goes on from a right password with a one-time code (six digits) or a saved recovery code. */
export async function checkSecondStep(
  step: string,
  code: string,
  { environment, network }: { environment: Environment; network: string },
): Promise<SignedIn> {
  const account = await withAuth(async (tx) => {
    const accountId = await peekHalfSignIn(tx, step);
    return accountId === null ? null : readAccount(tx, accountId);
  });
  if (!account) return { ok: false, reason: 'step-over' };
  const { accountId } = account;
  const isOneTime = /^\d{6}$/.test(code);
  const taken = isOneTime
    ? await takeOneTimeCode(accountId, code)
    : await takeRecoveryCode(account, code, environment.origin);
  if (taken === 'wrong-code')
    await withAuth((tx) => recordFailedSignIn(tx, account.email, coarseNetworkOf(network)));
  if (taken !== 'ok') return { ok: false, reason: taken };
  if (!(await withAuth((tx) => consumeHalfSignIn(tx, step))))
    return { ok: false, reason: 'step-over' };
  return {
    ok: true,
    accountId,
    proofs: ['password', isOneTime ? 'one-time-code' : 'recovery-code'],
  };
}
