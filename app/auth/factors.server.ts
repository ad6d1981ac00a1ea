import { factorsOf, hasSecondFactor } from '#db/factors.ts';
import { endHalfSignIns } from '#db/half-sign-ins.ts';
import { endSessions, holdSession, renewSession, type LiveSession } from '#db/sessions.ts';
import { withAuth, type AuthTx } from '#db/tenant.ts';
import type { SecurityEvent } from '#emails/security.ts';
import type { Environment } from '../env.server.ts';
import { putSecurityNotice } from './notices.server.ts';
import { sessionHeaders } from './session.server.ts';

/**
 * Changes how a person signs in, in one transaction with all that follows from it: every other session
 * and half sign-in ends, this session gets a new token and the level that the factors now give, and the
 * person is told. Null where nothing was changed, or the session ended meanwhile.
 */
export async function changeFactors(
  { sessionId, account }: LiveSession,
  event: SecurityEvent,
  environment: Environment,
  change: (tx: AuthTx) => Promise<boolean>,
): Promise<Headers | null> {
  const { accountId } = account;
  const token = await withAuth(async (tx) => {
    if (!(await holdSession(tx, sessionId))) return null;
    if (!(await change(tx))) return null;
    const level = hasSecondFactor(await factorsOf(tx, accountId)) ? 2 : 1;
    const renewed = await renewSession(tx, { sessionId, level, isConfirmed: false });
    if (!renewed) throw new Error('A session that is held cannot end.');
    await endSessions(tx, accountId, { exceptToken: renewed.token });
    await endHalfSignIns(tx, accountId);
    await putSecurityNotice(tx, account, event, environment.origin);
    return renewed.token;
  });
  return token === null ? null : sessionHeaders(token, environment);
}
