/** What a person has just shown. A link from a message is no factor: it only leads to a new password. */
export type Proof = 'password' | 'passkey' | 'one-time-code' | 'recovery-code' | 'link';

/** Level 2 takes a passkey (which checks its user), or a password and a second proof of another kind. */
export function levelOf(proofs: readonly Proof[]): 1 | 2 {
  const shown = new Set(proofs);
  if (shown.has('passkey')) return 2;
  const second = shown.has('one-time-code') || shown.has('recovery-code');
  return shown.has('password') && second ? 2 : 1;
}
