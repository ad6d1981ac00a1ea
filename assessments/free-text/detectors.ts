import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { births } from './births.ts';
import { emails, facilitySecrets } from './contact.ts';
import { allInKana, inKana, inKatakana, romanized } from './disguise.ts';
import { fold, type Folded } from './folded.ts';
import type { Hit } from './hit.ts';
import { labels } from './labels.ts';
import { markings } from './markings.ts';
import { numbers } from './numbers.ts';
import { listsOfNames } from './people.ts';
import { passedOn } from './provenance.ts';
import { unmasked } from './unmasked.ts';
import { passagesOf, plainlySaid, weighed, type Passage } from './weighing.ts';

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
  /** What is weighed; `latin` keeps spaces between Latin words only. */
  latin: Folded;
  passages: readonly Passage[];
}

export function readingsOf(text: string): Readings {
  const latin = fold(text, 'latin');
  return {
    dense: fold(text, 'none'),
    lines: fold(text, 'lines'),
    words: fold(text, 'words'),
    cased: fold(text, 'words', 'as-typed'),
    latin,
    passages: passagesOf(latin, fold(text, 'latin', 'as-typed')),
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
  { name: 'dates of birth', find: ({ words }) => births(words), last: true },
  { name: 'e-mail', find: ({ dense }) => emails(dense) },
  { name: 'what opens a door', find: ({ words }) => facilitySecrets(words) },
  { name: 'lists of names', find: ({ lines, words, cased }) => listsOfNames(lines, words, cased) },
  {
    name: 'what is said plainly',
    find: ({ latin, passages }) => plainlySaid(latin, passages),
  },
  {
    name: 'what is said, weighed',
    find: ({ latin, passages }) => weighed(latin, passages),
    last: true,
  },
  { name: 'read under protection', find: ({ words }) => passedOn(words), last: true },
  { name: 'Latin letters for Japanese', find: ({ words }) => romanized(words), last: true },
  { name: 'katakana for a sentence', find: ({ lines }) => inKatakana(lines), last: true },
  { name: 'a sentence in kana', find: ({ lines }) => allInKana(lines), last: true },
  { name: 'signs for letters', find: ({ words }) => unmasked(words), last: true },
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
