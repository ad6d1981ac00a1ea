import { GUARD, hitsOf, type Guard } from './free-text/detectors.ts';
import type { FreeTextReason } from './free-text/hit.ts';

export type { FreeTextReason };

export type FreeTextCheck =
  { ok: true } | { ok: false; reason: FreeTextReason; found: string; at: number };

/** Characters; every field that takes free text is shorter. */
export const FREE_TEXT_MAX = 400;

/**
 * Whether a text may be kept (never.md N1, N3–N5; PRV-2, PRV-3). Refuses protection markings,
 * numbers and addresses of persons, lists of names, what opens a door, and statements about
 * somebody's vetting; lets rules about all of these pass. The first place found is returned:
 * `found` is the text as typed, `at` its offset in UTF-16 units. Nothing is stored or sent; the
 * same function runs in the browser and on the server.
 */
export function checkFreeText(text: string, guard: Guard = GUARD): FreeTextCheck {
  if (isTooLong(text)) {
    return { ok: false, reason: 'too-long', found: '', at: FREE_TEXT_MAX };
  }
  const [first] = hitsOf(text, guard).sort((a, b) => a.from - b.from || b.to - a.to);
  if (!first) return { ok: true };
  const { reason, from, to } = first;
  return { ok: false, reason, found: text.slice(from, to), at: from };
}

function isTooLong(text: string): boolean {
  // Two units at most make a character: a text of megabytes is not taken apart to be counted.
  return text.length > 2 * FREE_TEXT_MAX || Array.from(text).length > FREE_TEXT_MAX;
}
