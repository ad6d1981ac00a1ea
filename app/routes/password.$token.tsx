import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { linkAddress } from '../auth/link.server.ts';
import { finishReset } from '../auth/reset.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { ChoosePassword } from '../components/choose-password.tsx';
import { LinkExpired } from '../components/link-expired.tsx';
import { refuse } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { linkTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  return { email: await linkAddress('reset', params) };
}

export async function action(args: ActionFunctionArgs) {
  const changed = await finishReset(args, await languageOf(args.request));
  // The loader runs again and finds no usable link: the page says so.
  if (!changed.ok) return 'reason' in changed ? null : refuse(changed, { secrets: ['password'] });
  if (changed.hasFactor) return redirectTo(`${paths.signIn}?after=reset`);
  const headers = await signInHeaders(args, changed.accountId, ['link']);
  return redirectTo(paths.companies, { headers });
}

export default function NewPassword() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const { reset: t } = useMessages(signIn);
  if (email === null) return <LinkExpired texts={t} again={paths.forgotPassword} />;
  return <ChoosePassword email={email} refused={refused} texts={t} />;
}

export const meta = linkTitle(part(signIn, 'reset'), part(signIn, 'expired'));
