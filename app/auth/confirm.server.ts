import { factorsOf, type Factors } from '#db/factors.ts';
import { findAccount } from '#db/accounts.ts';
import { recordAccount } from '#db/audit.ts';
import { renewSession, type LiveSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import type { Environment } from '../env.server.ts';
import type { Confirm } from '../unsent.ts';
import { coarseNetworkOf } from '../network.ts';
import { forgetFailures, mayTryPassword } from './limits.server.ts';
import { takeOneTimeCode } from './one-time-codes.server.ts';
import { checkPasskey } from './passkeys.server.ts';
import { isBusy, passwordMatches } from './password.server.ts';

const FRESH_MS = 5 * 60 * 1000;

/** Whether the person proved who they are in the last five minutes. */
export function isConfirmed({ confirmedAt }: LiveSession, now = Date.now()): boolean {
  return confirmedAt.getTime() > now - FRESH_MS;
}

export type Confirming = Confirm['how'];

/** The strongest that the person has; nothing weaker confirms. */
export function strongest({ passkeys, hasOneTimeCodes }: Factors): Confirming {
  if (passkeys > 0) return 'passkey';
  return hasOneTimeCodes ? 'one-time-code' : 'password';
}

/** How the person of a session confirms, for the page that asks. */
export async function confirmOf({ account }: LiveSession): Promise<Confirm> {
  const factors = await withAuth((tx) => factorsOf(tx, account.accountId));
  return { how: strongest(factors), email: account.email };
}

/** That an action was held back until its person confirms stands in the access logs. */
export async function noteHeldBack({ account }: LiveSession): Promise<void> {
  await withAuth((tx) => recordAccount(tx, account.accountId, 'session.confirmation-asked'));
}

export type ConfirmRefused =
  'passkey-failed' | 'wrong-code' | 'wrong-password' | 'too-many' | 'busy';

type Arrival = { environment: Environment; network: string };
type Given = { with: Confirming; given: string };

/** Checks what was given against the session's own account; that it was wrong stands in the access logs. */
export async function checkConfirmation(
  session: LiveSession,
  given: Given,
  arrival: Arrival,
): Promise<'ok' | ConfirmRefused> {
  const checked = await check(session, given, arrival);
  if (checked !== 'ok' && checked !== 'busy' && checked !== 'too-many') {
    const from = { network: coarseNetworkOf(arrival.network) };
    const { accountId } = session.account;
    await withAuth((tx) => recordAccount(tx, accountId, 'session.not-confirmed', from));
  }
  return checked;
}

async function check(
  session: LiveSession,
  { with: how, given }: Given,
  { environment, network }: Arrival,
): Promise<'ok' | ConfirmRefused> {
  const { accountId, email } = session.account;
  if (how === 'one-time-code') return takeOneTimeCode(accountId, given);
  if (how === 'passkey') {
    const of = { purpose: 'confirm', sessionId: session.sessionId } as const;
    const owner = await checkPasskey(environment, of, given);
    return owner === accountId ? 'ok' : 'passkey-failed';
  }
  if (isBusy()) return 'busy';
  if (!(await mayTryPassword(email, network))) return 'too-many';
  const account = await withAuth((tx) => findAccount(tx, email));
  if (!(await passwordMatches(account?.passwordHash ?? null, given))) return 'wrong-password';
  await forgetFailures(email, network);
  return 'ok';
}

/** The session after a step-up: a new one of the same level. Null where it ended meanwhile. */
export async function confirmedSession({ sessionId, level }: LiveSession): Promise<string | null> {
  const renewed = await withAuth((tx) => renewSession(tx, { sessionId, level, isConfirmed: true }));
  return renewed?.token ?? null;
}
