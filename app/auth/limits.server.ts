import { clearAttempts, countAttempt, type Counted } from '#db/attempts.ts';
import { withAuth } from '#db/tenant.ts';

const WINDOW_SECONDS = 15 * 60;

/** How often a form may be tried for one address in 15 minutes. */
const LIMITS = { 'sign-in': 10, 'sign-up': 5, reset: 5 } as const;
export type LimitedForm = keyof typeof LIMITS;

/** Counts an attempt before it is made, known address or not. */
export function countTry(form: LimitedForm, email: string): Promise<Counted> {
  return withAuth((tx) =>
    countAttempt(tx, {
      kind: form,
      subject: email,
      limit: LIMITS[form],
      windowSeconds: WINDOW_SECONDS,
    }),
  );
}

export function forgetTries(form: LimitedForm, email: string): Promise<void> {
  return withAuth((tx) => clearAttempts(tx, { kind: form, subject: email }));
}
