import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { askForLink } from '../auth/ask-for-link.server.ts';
import { askToSignUp } from '../auth/sign-up.server.ts';
import { AskForLink } from '../components/ask-for-link.tsx';
import { part, useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

export async function action(args: ActionFunctionArgs) {
  return askForLink(args, 'sign-up', askToSignUp);
}

export default function SignUp() {
  const { signUp: t } = useMessages(signIn);
  return (
    <AskForLink answer={useActionData<typeof action>()} texts={t}>
      <p>
        <a href={paths.signIn}>{t.have}</a>
      </p>
    </AskForLink>
  );
}

export const meta = pageTitle(part(signIn, 'signUp'));
