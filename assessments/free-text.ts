import { GUARD, hitsOf, type Guard } from './free-text/detectors.ts';
import type { FreeTextReason } from './free-text/hit.ts';

export type { FreeTextReason };

export type FreeTextCheck =
  { ok: true } | { ok: false; reason: FreeTextReason; found: string; at: number };

/** Characters; a field that takes more says so. */
export const FREE_TEXT_MAX = 400;

/**
 * Whether a text may be kept (never.md N1, N3–N5; PRV-2, PRV-3). Refuses protection markings,
 * numbers and addresses of persons, lists of names, what opens a door, and statements about
 * somebody's vetting; lets rules about all of these pass. The first place found is returned:
 * `found` is the text as typed, `at` its offset in UTF-16 units. Nothing is stored or sent; the
 * same function runs in the browser and on the server. `most`: how many characters the text may have.
 */
export function checkFreeText(
  text: string,
  guard: Guard = GUARD,
  most: number = FREE_TEXT_MAX,
): FreeTextCheck {
  if (isLonger(text, most)) {
    return { ok: false, reason: 'too-long', found: '', at: most };
  }
  const [first] = hitsOf(text, guard).sort((a, b) => a.from - b.from || b.to - a.to);
  if (!first) return { ok: true };
  const { reason, from, to } = first;
  return { ok: false, reason, found: text.slice(from, to), at: from };
}

function isLonger(text: string, most: number): boolean {
  // Two units at most make a character: a text of megabytes is not taken apart to be counted.
  return text.length > 2 * most || Array.from(text).length > most;
}
