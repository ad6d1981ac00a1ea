import { createCookie, type AppLoadContext } from '@remix-run/node';
import { endSession, findSession, startSession, type LiveSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import type { Environment } from '../env.server.ts';

function cookieFor({ secureCookies }: Environment) {
  return createCookie(secureCookies ? '__Host-sid' : 'sid', {
    httpOnly: true,
    secure: secureCookies,
    sameSite: 'lax',
    path: '/',
  });
}

/** Signs a person in who has just proved who they are: the header that sets their cookie. */
export async function signInHeaders(
  accountId: string,
  { environment, network }: Pick<AppLoadContext, 'environment' | 'network'>,
): Promise<HeadersInit> {
  const { token } = await withAuth((tx) => startSession(tx, { accountId, network }));
  return { 'Set-Cookie': await cookieFor(environment).serialize(token) };
}

/** The live session of a request, or null. */
export async function sessionOf(
  request: Request,
  environment: Environment,
  { isUse = true }: { isUse?: boolean } = {},
): Promise<LiveSession | null> {
  const token: unknown = await cookieFor(environment).parse(request.headers.get('cookie'));
  if (typeof token !== 'string' || token === '') return null;
  return withAuth((tx) => findSession(tx, token, { isUse }));
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
