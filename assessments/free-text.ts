import { emails, facilitySecrets } from './free-text/contact.ts';
import { fold, type Folded } from './free-text/folded.ts';
import { hitAt, type FreeTextReason, type Hit } from './free-text/hit.ts';
import { markings } from './free-text/markings.ts';
import { numbers } from './free-text/numbers.ts';
import { namedInEnglish, namedPeople, nameList } from './free-text/people.ts';
import { vetting } from './free-text/vetting.ts';
import { vettingInEnglish } from './free-text/vetting-english.ts';

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
export function checkFreeText(text: string): FreeTextCheck {
  if (isTooLong(text)) {
    return { ok: false, reason: 'too-long', found: '', at: FREE_TEXT_MAX };
  }
  const [first] = hits(text).sort((a, b) => a.from - b.from || b.to - a.to);
  if (!first) return { ok: true };
  const { reason, from, to } = first;
  return { ok: false, reason, found: text.slice(from, to), at: from };
}

function isTooLong(text: string): boolean {
  // Two units at most make a character: a text of megabytes is not taken apart to be counted.
  return text.length > 2 * FREE_TEXT_MAX || Array.from(text).length > FREE_TEXT_MAX;
}

function hits(text: string): Hit[] {
  const [dense, lines, words] = [fold(text, 'none'), fold(text, 'lines'), fold(text, 'words')];
  return [
    ...markings(dense, words, fold(text, 'words', 'as-typed')),
    ...numbers(words),
    ...vetting(lines),
    ...vettingInEnglish(words),
    ...names(lines, words),
    ...emails(dense),
    ...facilitySecrets(words),
  ];
}

function names(lines: Folded, words: Folded): Hit[] {
  const list = nameList(lines.text, namedPeople(lines.text));
  const english = nameList('', namedInEnglish(words.text));
  return [
    ...(list ? [hitAt('names', lines, list.start, list.end)] : []),
    ...(english ? [hitAt('names', words, english.start, english.end)] : []),
  ];
}
