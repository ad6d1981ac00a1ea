import { data, type ActionFunctionArgs } from '@remix-run/node';
import { signedInNow } from '../guards.server.ts';
import { redirectTo } from '../safe-redirect.ts';
import { isCarried } from './unsent.server.ts';
import type { Unsent, UnsentView } from '../unsent.ts';
import { unsentView } from '../views/unsent.server.ts';
import { languageOf } from '../language.server.ts';

/** Why a form that met no session is not saved now either. */
export interface Unsaved {
  ok: true;
  reason: 'other-person' | 'refused';
  view: UnsentView;
}

/**
 * Sends a form that met no session, now that somebody has signed in with `headers`: only for the
 * person whose page it was, and through the same action, guards and checks as any form. Leads on where
 * it was saved; else the page shows what was typed.
 */
export async function sendUnsent(args: ActionFunctionArgs, unsent: Unsent, headers: Headers) {
  const { request, context } = args;
  const cookie = withCookie(request.headers.get('cookie'), headers);
  const session = await signedInNow(args, cookie);
  if (session?.account.accountId !== unsent.person) return unsaved('other-person', 409);
  const answer = await context.answer(
    new Request(context.environment.origin + unsent.to, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(unsent.fields),
    }),
  );
  const location = answer.headers.get('location');
  // One that leads to how one signs in asks for more and has saved nothing.
  const isSaved = answer.status === 303 && location !== null && isCarried(location);
  if (isSaved) return redirectTo(location, { headers });
  return unsaved('refused', 422);

  async function unsaved(reason: Unsaved['reason'], status: number) {
    const view = await unsentView(unsent, await languageOf(request));
    return data<Unsaved>({ ok: true, reason, view }, { status, headers });
  }
}

/** The cookies of a request, with the one that has just been set. */
function withCookie(sent: string | null, headers: Headers): string {
  const [set = ''] = (headers.get('set-cookie') ?? '').split(';', 1);
  const name = `${set.split('=', 1)[0] ?? ''}=`;
  const others = (sent ?? '').split(/;\s*/).filter((one) => one !== '' && !one.startsWith(name));
  return [...others, set].join('; ');
}
