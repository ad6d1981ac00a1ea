import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { emails, facilitySecrets } from './contact.ts';
import { inKana, inKatakana, romanized } from './disguise.ts';
import { fold, type Folded } from './folded.ts';
import type { Hit } from './hit.ts';
import { labels } from './labels.ts';
import { markings } from './markings.ts';
import { numbers } from './numbers.ts';
import { listsOfNames } from './people.ts';
import { initials, personalStatements, personalStatementsInEnglish, pointedAt } from './persons.ts';
import { passedOn } from './provenance.ts';
import { vetting } from './vetting.ts';
import { vettingInEnglish } from './vetting-english.ts';

/** One text in the forms in which detectors read it. */
export interface Readings {
  /** Without spaces and line ends. */
  dense: Folded;
  /** Without spaces; line ends stay. */
  lines: Folded;
  /** Single spaces. */
  words: Folded;
  /** Single spaces, capitals as typed. */
  cased: Folded;
}

export function readingsOf(text: string): Readings {
  return {
    dense: fold(text, 'none'),
    lines: fold(text, 'lines'),
    words: fold(text, 'words'),
    cased: fold(text, 'words', 'as-typed'),
  };
}

export interface Detector {
  name: string;
  find: (text: Readings) => Hit[];
  /** Speaks only where no other detector does: it knows less of why. */
  last?: true;
}

/** All that looks at a text; the test switches them off one by one. */
export const DETECTORS: readonly Detector[] = [
  {
    name: 'names of protected information',
    find: ({ dense, words, cased }) => markings(dense, words, cased),
  },
  { name: 'marks on papers', find: ({ words }) => labels(words) },
  {
    name: 'numbers of persons',
    find: ({ words, dense }) => [...numbers(words), ...numbers(dense)],
  },
  {
    name: 'bank, insurance and services',
    find: ({ words, dense }) => [...accounts(words), ...accounts(dense)],
  },
  { name: 'homes', find: ({ words }) => addresses(words) },
  { name: 'e-mail', find: ({ dense }) => emails(dense) },
  { name: 'what opens a door', find: ({ words }) => facilitySecrets(words) },
  { name: 'vetting', find: ({ lines }) => vetting(lines) },
  { name: 'vetting in English', find: ({ words }) => vettingInEnglish(words) },
  { name: 'lists of names', find: ({ lines, words, cased }) => listsOfNames(lines, words, cased) },
  { name: 'one person without a name', find: ({ lines }) => pointedAt(lines), last: true },
  { name: 'one person', find: ({ lines }) => personalStatements(lines), last: true },
  {
    name: 'one person in English',
    find: ({ words }) => personalStatementsInEnglish(words),
    last: true,
  },
  { name: 'initials', find: ({ cased }) => initials(cased), last: true },
  { name: 'read under protection', find: ({ words }) => passedOn(words), last: true },
  { name: 'Latin letters for Japanese', find: ({ words }) => romanized(words), last: true },
  { name: 'katakana for a sentence', find: ({ lines }) => inKatakana(lines), last: true },
  { name: 'kana for the words of a vetting', find: ({ lines }) => inKana(lines), last: true },
];

/** Everything that the given detectors find, the ones that know why before the others. */
export function hitsOf(text: string, detectors: readonly Detector[]): Hit[] {
  const readings = readingsOf(text);
  const found = (last: boolean) =>
    detectors
      .filter((detector) => (detector.last ?? false) === last)
      .flatMap(({ find }) => find(readings));
  const first = found(false);
  return first.length > 0 ? first : found(true);
}
