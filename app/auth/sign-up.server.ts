import { createAccount, findAccount } from '#db/accounts.ts';
import { consumeEmailToken, issueEmailToken } from '#db/email-tokens.ts';
import { putMessage } from '#db/outbox.ts';
import { withAuth } from '#db/tenant.ts';
import type { MessageLanguage } from '#emails/message.ts';
import { alreadyRegisteredMessage, signUpMessage } from '#emails/sign-up.ts';
import { randomUUID } from 'node:crypto';
import { paths } from '../paths.ts';
import { hashPassword } from './password.server.ts';

const LINK_SECONDS = 24 * 60 * 60;

/** Sends the next step to an address; the page that asked learns nothing about the address. */
export async function askToSignUp(
  email: string,
  locale: MessageLanguage,
  origin: string,
): Promise<void> {
  await withAuth(async (tx) => {
    const account = await findAccount(tx, email);
    // The token is made in both cases, so that both take the same steps.
    const token = await issueEmailToken(tx, { purpose: 'signup', email, ttlSeconds: LINK_SECONDS });
    const message = account
      ? alreadyRegisteredMessage(account.locale, {
          signIn: origin + paths.signIn,
          forgot: origin + paths.forgotPassword,
        })
      : signUpMessage(locale, origin + paths.finishSignUp(token));
    await putMessage(tx, {
      ...message,
      toAddress: email,
      locale: account?.locale ?? locale,
      dedupeKey: randomUUID(),
    });
  });
}

/** Makes the account of a link; `expired` where the link is used, old or its address has one by now. */
export async function finishSignUp(
  token: string,
  given: { name: string; password: string; locale: MessageLanguage },
): Promise<{ ok: true; accountId: string } | { ok: false; reason: 'expired' }> {
  const passwordHash = await hashPassword(given.password);
  return withAuth(async (tx) => {
    const email = await consumeEmailToken(tx, 'signup', token);
    if (email === null) return { ok: false, reason: 'expired' };
    const made = await createAccount(tx, {
      email,
      name: given.name,
      locale: given.locale,
      passwordHash,
    });
    return made.ok ? made : { ok: false, reason: 'expired' };
  });
}
