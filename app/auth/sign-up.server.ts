import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { createAccount } from '#db/accounts.ts';
import type { MessageLanguage } from '#emails/message.ts';
import { alreadyRegisteredMessage, signUpMessage } from '#emails/sign-up.ts';
import { paths } from '../paths.ts';
import { nameField, newPasswordField } from './fields.server.ts';
import { sendLink, followLink } from './link.server.ts';

/** Sends the next step to an address, or says in the message that it has an account. */
export function askToSignUp(
  email: string,
  language: MessageLanguage,
  origin: string,
): Promise<void> {
  return sendLink('signup', email, language, ({ isKnown, token }) =>
    isKnown
      ? alreadyRegisteredMessage(language, {
          signIn: origin + paths.signIn,
          forgot: origin + paths.forgotPassword,
        })
      : signUpMessage(language, origin + paths.finishSignUp(token)),
  );
}

/** Makes the account of a link; `expired` where the link is used, old or its address has one by now. */
export function finishSignUp(args: ActionFunctionArgs, locale: MessageLanguage) {
  return followLink(
    'signup',
    args,
    (email) => z.strictObject({ name: nameField, password: newPasswordField(email.split('@')) }),
    async (tx, { email, passwordHash, form: { name } }) => {
      const made = await createAccount(tx, { email, name, locale, passwordHash });
      return made.ok ? made : null;
    },
  );
}
