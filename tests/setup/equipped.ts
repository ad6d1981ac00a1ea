import { z } from 'zod';
import { offeredCodes } from '#app/auth/one-time-codes.server.ts';
import { action as passkeyOptions } from '#app/routes/passkey-options.ts';
import { action as oneTimeCodes } from '#app/routes/security.one-time-codes.tsx';
import { action as newPasskey } from '#app/routes/security.passkey.tsx';
import { action as recoveryCodes } from '#app/routes/security.recovery-codes.tsx';
import { action as signIn } from '#app/routes/signin.tsx';
import { Authenticator } from './authenticator.ts';
import { accountWith, Browser, origin, password, type Answered } from './in-process.ts';
import { earlyInStep, oneTimeCode } from './one-time-code.ts';

export const enrolment = z.object({ challenge: z.string(), user: z.object({ id: z.string() }) });

/** A person with an authenticator that keeps no counter, an app for codes and saved codes. */
export async function equipped() {
  const { email, accountId } = await accountWith(password);
  const browser = new Browser();
  const authenticator = new Authenticator(origin, { hasCounter: false });
  await done(browser.post(signIn, '/signin', { email, password }));
  await browser.post(oneTimeCodes, '/x', { intent: 'begin' });
  const account = { accountId, email, name: '田中', locale: 'ja' as const };
  const { secret = '' } = (await offeredCodes(account)) ?? {};
  await earlyInStep();
  const code = oneTimeCode(secret, -1);
  await done(browser.post(oneTimeCodes, '/x', { intent: 'check', code }));
  const enrol = enrolment.parse(
    (await browser.post(passkeyOptions, '/x', { purpose: 'enrol' })).data,
  );
  const made = { intent: 'passkey', name: '鍵', passkey: authenticator.register(enrol) };
  await done(browser.post(newPasskey, '/x', made));
  const shown = z.object({ codes: z.array(z.string()) });
  const { codes } = shown.parse((await browser.post(recoveryCodes, '/x', {})).data);
  return { email, accountId, browser, authenticator, secret, codes };
}

export type Equipped = Awaited<ReturnType<typeof equipped>>;

async function done(answer: Promise<Answered>): Promise<void> {
  const { status, data } = await answer;
  if (status !== 303) throw new Error(`Refused with ${status}: ${JSON.stringify(data)}`);
}
