import { randomUUID } from 'node:crypto';
import { findAccount, setPassword } from '#db/accounts.ts';
import { consumeEmailToken, issueEmailToken } from '#db/email-tokens.ts';
import { putMessage } from '#db/outbox.ts';
import { endSessions } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import type { MessageLanguage } from '#emails/message.ts';
import {
  noAccountMessage,
  passwordChangedMessage,
  passwordResetMessage,
} from '#emails/password-reset.ts';
import { paths } from '../paths.ts';
import { hashPassword } from './password.server.ts';

const LINK_SECONDS = 60 * 60;

/** Sends a link to choose a new password, or says in the message that there is no account. */
export async function askForReset(
  email: string,
  locale: MessageLanguage,
  origin: string,
): Promise<void> {
  await withAuth(async (tx) => {
    const account = await findAccount(tx, email);
    const token = await issueEmailToken(tx, { purpose: 'reset', email, ttlSeconds: LINK_SECONDS });
    const message = account
      ? passwordResetMessage(account.locale, origin + paths.newPassword(token))
      : noAccountMessage(locale, origin + paths.signUp);
    await putMessage(tx, {
      ...message,
      toAddress: email,
      locale: account?.locale ?? locale,
      dedupeKey: randomUUID(),
    });
  });
}

/** Sets the password of a link's account and ends all its sessions. */
export async function finishReset(
  token: string,
  password: string,
  origin: string,
): Promise<{ ok: true; accountId: string } | { ok: false; reason: 'expired' }> {
  const hash = await hashPassword(password);
  return withAuth(async (tx) => {
    const email = await consumeEmailToken(tx, 'reset', token);
    const account = email === null ? null : await findAccount(tx, email);
    if (!account) return { ok: false, reason: 'expired' };
    await setPassword(tx, account.accountId, hash);
    await endSessions(tx, account.accountId);
    await putMessage(tx, {
      ...passwordChangedMessage(account.locale, origin + paths.forgotPassword),
      toAddress: account.email,
      locale: account.locale,
      dedupeKey: randomUUID(),
    });
    return { ok: true, accountId: account.accountId };
  });
}
