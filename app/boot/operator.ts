import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findAccount } from '#db/accounts.ts';
import { issueEmailToken } from '#db/email-tokens.ts';
import { operate, type Console } from '#db/operator/operate.ts';
import { withOwnerUrl } from '#db/operator/owner-url.ts';
import { putMessage } from '#db/outbox.ts';
import { startRecovery } from '#db/recoveries.ts';
import { Refusal } from '#db/refusal.ts';
import { readDatabaseSettings } from '#db/settings.ts';
import { withOwner, type OwnerTx } from '#db/tenant.ts';
import { invitedToSignUpMessage, recoveryMessage } from '#emails/recovery.ts';
import { readEnvironment } from '../env.server.ts';
import { paths } from '../paths.ts';
import { momentText } from '../print.ts';

const address = z.email().max(254).toLowerCase();
const LINK_SECONDS = 24 * 60 * 60;

/** The operator's commands: those about one person write a message to them, the others are below in db/. */
export async function operator(argv: readonly string[], console: Console): Promise<number> {
  const [command, email, ...more] = argv;
  const write = command === 'invite' ? invite : command === 'recover' ? recover : undefined;
  const to = address.safeParse(email);
  if (!write || !to.success || more.length > 0) return operate(argv, console);
  try {
    console.err(await inDatabase(console, (tx, origin) => write(tx, to.data, origin)));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.err(error.message);
    return 1;
  }
}

function inDatabase<T>(
  { env, checkout, err }: Console,
  work: (tx: OwnerTx, origin: string) => Promise<T>,
): Promise<T> {
  const { origin, production } = readEnvironment(env);
  const settings = readDatabaseSettings(env, checkout, { production });
  return withOwnerUrl(settings, err, (ownerUrl) => withOwner(ownerUrl, (tx) => work(tx, origin)));
}

async function invite(tx: OwnerTx, email: string, origin: string): Promise<string> {
  if (await findAccount(tx, email))
    throw new Refusal('has-account', `${email} has an account already; nothing was sent.`);
  const token = await issueEmailToken(tx, { purpose: 'signup', email, ttlSeconds: LINK_SECONDS });
  const message = invitedToSignUpMessage('ja', origin + paths.finishSignUp(token));
  await putMessage(tx, { ...message, toAddress: email, locale: 'ja', dedupeKey: randomUUID() });
  return `An invitation to ${email} is in the outbox. Its link works once, within 24 hours.`;
}

async function recover(tx: OwnerTx, email: string, origin: string): Promise<string> {
  const account = await findAccount(tx, email);
  if (!account) throw new Refusal('no-account', `${email} has no account; nothing was started.`);
  const { locale, accountId } = account;
  const { link, cancel, opensAt, expiresAt } = await startRecovery(tx, accountId);
  const message = recoveryMessage(locale, {
    link: origin + paths.recovery(link),
    cancel: origin + paths.cancelRecovery(cancel),
    opensAt: momentText(opensAt.toISOString(), locale),
    expiresAt: momentText(expiresAt.toISOString(), locale),
  });
  await putMessage(tx, { ...message, toAddress: email, locale, dedupeKey: randomUUID() });
  return `The recovery of ${email} has begun, and they were told. It opens on ${opensAt.toISOString()}; until then they sign in as before and can cancel it.`;
}
