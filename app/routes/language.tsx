import type { LoaderFunctionArgs } from '@remix-run/node';
import { changeLocale } from '#db/accounts.ts';
import { withAuth } from '#db/tenant.ts';
import { currentSession } from '../guards.server.ts';
import { languageCookie } from '../language.server.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

/**
 * Keeps the choice of language and leads back; a link, so that it works everywhere. The account keeps
 * it, too: what is written to a person later has no page to go by.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const { searchParams } = new URL(request.url);
  const chosen = searchParams.get('to') === 'en' ? 'en' : 'ja';
  const session = await currentSession(args);
  if (session && session.account.locale !== chosen)
    await withAuth((tx) => changeLocale(tx, session.account.accountId, chosen));
  return redirectTo(safePath(searchParams.get('back'), paths.start), {
    headers: { 'Set-Cookie': await languageCookie.serialize(chosen) },
  });
}
