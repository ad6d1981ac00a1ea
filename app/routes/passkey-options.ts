import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { isConfirmed } from '../auth/confirm.server.ts';
import { countTry } from '../auth/limits.server.ts';
import { confirmOptions, enrolOptions, signInOptions } from '../auth/passkeys.server.ts';
import { parseForm } from '../forms.ts';
import { currentSession, notFound } from '../guards.server.ts';

const form = z.strictObject({ purpose: z.enum(['sign-in', 'confirm', 'enrol']) });

/** A challenge for the browser's authenticator; asked for by the page's script when the button is pressed. */
export async function action(args: ActionFunctionArgs) {
  const { environment, network } = args.context;
  const sent = await parseForm(args.request, form);
  if (!sent.ok) return new Response(null, { status: 422 });
  if (!(await countTry('challenge', network)).ok) return new Response(null, { status: 429 });
  if (sent.value.purpose === 'sign-in') return Response.json(await signInOptions(environment));
  const session = await currentSession(args);
  if (!session) return new Response(null, { status: 401 });
  if (sent.value.purpose === 'confirm')
    return Response.json(await confirmOptions(environment, session));
  if (!isConfirmed(session)) return new Response(null, { status: 403 });
  return Response.json(await enrolOptions(environment, session));
}

/** There is nothing to see. */
export function loader() {
  throw notFound();
}
