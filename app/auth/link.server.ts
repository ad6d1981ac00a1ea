import { hasAccount } from '#db/accounts.ts';
import {
  consumeEmailToken,
  issueEmailToken,
  peekEmailToken,
  type TokenPurpose,
} from '#db/email-tokens.ts';
import { putMessage } from '#db/outbox.ts';
import { withAuth, type AuthTx } from '#db/tenant.ts';
import type { Message, MessageLanguage } from '#emails/message.ts';
import type { z } from 'zod';
import { parseForm, type Refused } from '../forms.ts';
import { hashPassword } from './password.server.ts';

/** How long a link works: an account waits longer than a way into one. */
const LINK_SECONDS = { signup: 24 * 60 * 60, reset: 60 * 60 } as const satisfies Record<
  TokenPurpose,
  number
>;

/** What the message of a link is made of. */
export interface LinkMessage {
  /** Whether the address has an account. */
  isKnown: boolean;
  token: string;
  /** Of the page that asked. */
  language: MessageLanguage;
}

/**
 * Sends a link to an address in the language of the page that asks; that page learns nothing about the
 * address. The token is made whether it has an account or not, so that both take the same steps.
 */
export async function sendLink(
  purpose: TokenPurpose,
  email: string,
  language: MessageLanguage,
  message: (link: LinkMessage) => Message,
): Promise<void> {
  await withAuth(async (tx) => {
    const isKnown = await hasAccount(tx, email);
    const ttlSeconds = LINK_SECONDS[purpose];
    const token = await issueEmailToken(tx, { purpose, email, ttlSeconds });
    const made = message({ isKnown, token, language });
    await putMessage(tx, { ...made, toAddress: email, locale: language });
  });
}

/** The address of a link that can still be used, or null. */
export function linkAddress(
  purpose: TokenPurpose,
  params: { token?: string | undefined },
): Promise<string | null> {
  return withAuth((tx) => peekEmailToken(tx, purpose, params.token ?? ''));
}

type Used = { ok: true; accountId: string } | { ok: false; reason: 'expired' };

/**
 * Reads the form of a link's page and uses the link: its password is hashed, then `work` gets the
 * address, in the transaction that uses the link up. A link that is used or old costs no hash.
 */
export async function followLink<T extends { password: string }>(
  purpose: TokenPurpose,
  args: { request: Request; params: { token?: string | undefined } },
  schema: (email: string) => z.ZodType<T>,
  work: (
    tx: AuthTx,
    given: { email: string; passwordHash: string; form: T },
  ) => Promise<{ accountId: string } | null>,
): Promise<Used | Refused> {
  const expired = { ok: false, reason: 'expired' } as const;
  const open = await linkAddress(purpose, args.params);
  if (open === null) return expired;
  const form = await parseForm(args.request, schema(open));
  if (!form.ok) return form;
  const passwordHash = await hashPassword(form.value.password);
  return withAuth(async (tx) => {
    const email = await consumeEmailToken(tx, purpose, args.params.token ?? '');
    const done = email === null ? null : await work(tx, { email, passwordHash, form: form.value });
    return done ? { ok: true, accountId: done.accountId } : expired;
  });
}
