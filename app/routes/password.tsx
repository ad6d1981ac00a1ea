import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { askForLink } from '../auth/ask-for-link.server.ts';
import { askForReset } from '../auth/reset.server.ts';
import { AskForLink } from '../components/ask-for-link.tsx';
import { part, useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';

export async function action(args: ActionFunctionArgs) {
  return askForLink(args, 'reset', askForReset);
}

export default function ForgotPassword() {
  const { forgot } = useMessages(signIn);
  return <AskForLink answer={useActionData<typeof action>()} texts={forgot} />;
}

export const meta = pageTitle(part(signIn, 'forgot'));
