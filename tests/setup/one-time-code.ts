import { setTimeout as wait } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';

const STEP_MS = 30_000;

/** The code of an app that was given this secret, `steps` of 30 seconds from now. */
export function oneTimeCode(secret: string, steps = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  return app.generate({ timestamp: Date.now() + steps * STEP_MS });
}

/** Waits where a step is about to end: a code of the step before would be too old when it is looked at. */
export async function earlyInStep(): Promise<void> {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < 3_000) await wait(left);
}
