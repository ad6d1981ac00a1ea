import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { linkAddress } from '../auth/link.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { finishSignUp } from '../auth/sign-up.server.ts';
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
  return { email: await linkAddress('signup', params) };
}

export async function action(args: ActionFunctionArgs) {
  const made = await finishSignUp(args, await languageOf(args.request));
  // The loader runs again and finds no usable link: the page says so.
  if (!made.ok) return 'reason' in made ? null : refuse(made, { secrets: ['password'] });
  const headers = await signInHeaders(args, made.accountId, ['link']);
  return redirectTo(paths.newCompany, { headers });
}

export default function FinishSignUp() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const { finish: t } = useMessages(signIn);
  if (email === null) return <LinkExpired texts={t} again={paths.signUp} />;
  return <ChoosePassword email={email} refused={refused} texts={t} asksName />;
}

export const meta = linkTitle(part(signIn, 'finish'), part(signIn, 'expired'));
