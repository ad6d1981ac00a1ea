import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageCookie } from '../language.server.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

/** Keeps the choice of language and leads back; a link, so that it works everywhere. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const chosen = searchParams.get('to') === 'en' ? 'en' : 'ja';
  return redirectTo(safePath(searchParams.get('back'), paths.start), {
    headers: { 'Set-Cookie': await languageCookie.serialize(chosen) },
  });
}
