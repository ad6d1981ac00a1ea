import { createCookie, type LoaderFunctionArgs } from '@remix-run/node';
import { readAccount } from '#db/accounts.ts';
import { isUnknownBrowser } from '#db/known-browsers.ts';
import { newToken } from '#db/session-token.ts';
import { endSession, findSession, startSession, type LiveSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import type { Environment } from '../env.server.ts';
import { coarseNetworkOf } from '../network.ts';
import { browserFamily } from './browser-family.ts';
import { levelOf, type Proof } from './level.ts';
import { putSecurityNotice } from './notices.server.ts';

type Arrival = Pick<LoaderFunctionArgs, 'request' | 'context'>;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

function cookieFor({ secureCookies }: Environment, name: 'sid' | 'browser' = 'sid') {
  return createCookie(secureCookies ? `__Host-${name}` : name, {
    httpOnly: true,
    secure: secureCookies,
    sameSite: 'lax',
    path: '/',
  });
}

/**
 * Signs a person in who has just shown these proofs: the headers that set their cookies. The session that
 * the browser had before ends; a browser that the account does not know is reported to its owner.
 */
export async function signInHeaders(
  { request, context: { environment, network } }: Arrival,
  accountId: string,
  proofs: readonly Proof[],
): Promise<Headers> {
  const former = await tokenIn(request, environment);
  const browser = (await tokenIn(request, environment, 'browser')) ?? newToken();
  const family = browserFamily(request.headers.get('user-agent'));
  const token = await withAuth(async (tx) => {
    const left = former === null ? null : await findSession(tx, former, { isUse: false });
    if (left) await endSession(tx, left.sessionId);
    const level = levelOf(proofs);
    const named = family === undefined ? {} : { userAgentFamily: family };
    const from = { network: coarseNetworkOf(network) };
    const started = await startSession(tx, { accountId, level, ...named, ...from });
    const account = await readAccount(tx, accountId);
    if (account && (await isUnknownBrowser(tx, accountId, browser)))
      await putSecurityNotice(tx, account, 'new-browser', environment.origin);
    return started.token;
  });
  const headers = await sessionHeaders(token, environment);
  const keep = { maxAge: YEAR_SECONDS };
  headers.append('Set-Cookie', await cookieFor(environment, 'browser').serialize(browser, keep));
  return headers;
}

/** The header that gives the browser a session. */
export async function sessionHeaders(token: string, environment: Environment): Promise<Headers> {
  return new Headers({ 'Set-Cookie': await cookieFor(environment).serialize(token) });
}

/** The live session of a request, or null. */
export async function sessionOf(
  request: Request,
  environment: Environment,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<LiveSession | null> {
  const token = await tokenIn(request, environment);
  return token === null ? null : withAuth((tx) => findSession(tx, token, { isUse }));
}

/** Ends the session of a request: the header that removes its cookie. */
export async function signOutHeaders(
  request: Request,
  environment: Environment,
): Promise<HeadersInit> {
  const session = await sessionOf(request, environment);
  if (session) await withAuth((tx) => endSession(tx, session.sessionId));
  return { 'Set-Cookie': await cookieFor(environment).serialize('', { maxAge: 0 }) };
}

async function tokenIn(
  request: Request,
  environment: Environment,
  name?: 'browser',
): Promise<string | null> {
  const token: unknown = await cookieFor(environment, name).parse(request.headers.get('cookie'));
  return typeof token === 'string' && token !== '' ? token : null;
}
