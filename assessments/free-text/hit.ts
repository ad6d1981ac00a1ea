import type { Folded } from './folded.ts';

/** Why a text is refused; `app/messages/free-text.ts` has the sentences. */
const FREE_TEXT_REASONS = [
  'too-long',
  'marking',
  'vetting-content',
  'vetting-result',
  'my-number',
  'identity-number',
  'names',
  'person',
  'address',
  'disguised',
  'unclear',
  'email',
  'phone',
  'facility-secret',
] as const;
export type FreeTextReason = (typeof FREE_TEXT_REASONS)[number];

/** A place in the original text, in UTF-16 units. */
export interface Hit {
  reason: FreeTextReason;
  from: number;
  to: number;
}

/** The stretch `start … end` of a folded text as a place in the original. */
export function hitAt(reason: FreeTextReason, folded: Folded, start: number, end: number): Hit {
  return { reason, from: folded.from[start] ?? 0, to: folded.to[end - 1] ?? 0 };
}
