import { MANNERS } from './cues/manners.ts';
import { SUBJECTS } from './cues/subjects.ts';
import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';

/** Signs that stand for letters: c0nv1ct3d, depre$$ion. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  '0o1i3e4a5s7t@a$s!i'.match(/../gu)?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
/** A word with a sign for a letter, or with signs between its letters: dr_u_g, sus|pen|ded. */
const MASKED = /[a-z0-9@$!][a-z0-9@$!._|*~-]{2,30}/gu;
const HAS_MASK = /[a-z][0-9@$!*|_.~-]+[a-z]|\b[0134@$][a-z]{3}|[a-z]{2}[$@]/u;
/** Single letters, each by itself: w a s. */
const SPELLED = /(?<![a-z])(?:[a-z0-9@$!] ){4,60}[a-z](?![a-z])/gu;
/** Shorter words stand in codes of products by accident. */
const WORTH_HIDING = 5;
const { vetting, outcome, refusal } = MANNERS;
const WORDS: readonly RegExp[] = [...Object.values(SUBJECTS), vetting, outcome, refusal].map(
  ({ source }) => new RegExp(source.replaceAll(String.raw`\b`, ''), 'gu'),
);

/** English words of a vetting behind leetspeak or between signs; nobody writes so in good faith. */
export function unmasked(words: Folded): Hit[] {
  const { text } = words;
  const masked = [...text.matchAll(MASKED)].filter(([word]) => HAS_MASK.test(word));
  return [...masked, ...text.matchAll(SPELLED)].flatMap(({ index, 0: word }) =>
    isStarred(word) || hides(word)
      ? [hitAt('disguised', words, index, index + word.trimEnd().length)]
      : [],
  );
}

/** cr*minal: whatever letter it is, it was meant to be missing. */
function isStarred(word: string): boolean {
  return /[a-z]{2}\*[a-z]{2}/u.test(word);
}

function hides(word: string): boolean {
  const plain = Array.from(word, (sign) => LETTERS.get(sign) ?? sign)
    .join('')
    .replaceAll(/[^a-z]/gu, '');
  return WORDS.some((pattern) =>
    Array.from(plain.matchAll(pattern)).some(
      ([found]) => found.length >= WORTH_HIDING && !word.includes(found),
    ),
  );
}
