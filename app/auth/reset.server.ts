import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { findAccount, setPassword } from '#db/accounts.ts';
import { factorsOf, hasSecondFactor } from '#db/factors.ts';
import { endHalfSignIns } from '#db/half-sign-ins.ts';
import { putMessage } from '#db/outbox.ts';
import { endSessions } from '#db/sessions.ts';
import type { MessageLanguage } from '#emails/message.ts';
import {
  noAccountMessage,
  passwordChangedMessage,
  passwordResetMessage,
} from '#emails/password-reset.ts';
import { paths } from '../paths.ts';
import { newPasswordField } from './fields.server.ts';
import { forgetFailures } from './limits.server.ts';
import { sendLink, followLink } from './link.server.ts';

/** Sends a link to choose a new password, or says in the message that there is no account. */
export function askForReset(
  email: string,
  language: MessageLanguage,
  origin: string,
): Promise<void> {
  return sendLink('reset', email, language, ({ isKnown, token }) =>
    isKnown
      ? passwordResetMessage(language, origin + paths.newPassword(token))
      : noAccountMessage(language, origin + paths.signUp),
  );
}

/**
 * Sets the password of a link's account, ends all its sessions and tells its owner. Its factors stay:
 * where there is one, the person goes on to the sign-in (`hasFactor`), because a link from a message is
 * no factor.
 */
export async function finishReset(args: ActionFunctionArgs, language: MessageLanguage) {
  const { origin } = args.context.environment;
  let address = '';
  let hasFactor = false;
  const used = await followLink(
    'reset',
    args,
    (email) => z.strictObject({ password: newPasswordField(email.split('@')) }),
    async (tx, { email, passwordHash }) => {
      const account = await findAccount(tx, email);
      if (!account) return null;
      await setPassword(tx, account.accountId, passwordHash);
      await endSessions(tx, account.accountId);
      await endHalfSignIns(tx, account.accountId);
      await putMessage(tx, {
        ...passwordChangedMessage(language, origin + paths.forgotPassword),
        toAddress: account.email,
        locale: language,
      });
      address = account.email;
      hasFactor = hasSecondFactor(await factorsOf(tx, account.accountId));
      return account;
    },
  );
  if (!used.ok) return used;
  await forgetFailures(address);
  return { ...used, hasFactor };
}
