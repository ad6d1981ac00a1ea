import {
  clearAttempts,
  countAttempt,
  countFailure,
  uncountAttempt,
  type Counted,
} from '#db/attempts.ts';
import { withAuth } from '#db/tenant.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How often each may be tried for one subject (an address, an account, a network), in which time. */
const LIMITS = {
  'sign-up': { limit: 5, windowSeconds: 15 * MINUTE },
  reset: { limit: 3, windowSeconds: DAY },
  network: { limit: 50, windowSeconds: 15 * MINUTE },
  challenge: { limit: 60, windowSeconds: 15 * MINUTE },
  'one-time-code': { limit: 5, windowSeconds: 10 * MINUTE },
  'recovery-code': { limit: 3, windowSeconds: DAY },
} as const;
export type LimitedForm = keyof typeof LIMITS;

/** Counts an attempt before it is made, known address or not. */
export function countTry(form: LimitedForm, subject: string): Promise<Counted> {
  return withAuth((tx) => countAttempt(tx, { kind: form, subject, ...LIMITS[form] }));
}

export function forgetTries(form: LimitedForm, subject: string): Promise<void> {
  return withAuth((tx) => clearAttempts(tx, { kind: form, subject }));
}

/** Counts a password before it is compared; false: not now, whatever the password is. */
export async function mayTryPassword(email: string, network: string): Promise<boolean> {
  if (!(await countTry('network', network)).ok) return false;
  return withAuth((tx) => countFailure(tx, { kind: 'sign-in', subject: email }));
}

/** After the right password, or a new one by a link: the failures before it are forgotten. */
export async function forgetFailures(email: string, network?: string): Promise<void> {
  await withAuth(async (tx) => {
    await clearAttempts(tx, { kind: 'sign-in', subject: email });
    if (network !== undefined) await uncountAttempt(tx, { kind: 'network', subject: network });
  });
}
