import { accounts } from './accounts.ts';
import { addresses } from './addresses.ts';
import { births } from './births.ts';
import { emails, facilitySecrets } from './contact.ts';
import { allInKana, inKana, inKatakana, romanized } from './disguise.ts';
import { charactersOf, fold, type Folded } from './folded.ts';
import type { Hit } from './hit.ts';
import { labels } from './labels.ts';
import { markings } from './markings.ts';
import { numbers } from './numbers.ts';
import { listsOfNames } from './people.ts';
import { unmasked } from './unmasked.ts';
import { saidIn, type Said, type Suspicion } from './passages.ts';
import { weighed } from './weighing.ts';
import { LEARNED, type Weights } from './weight.ts';

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
  /** What is weighed; spaces stay between Latin words only. */
  latin: Folded;
  said: readonly Said[];
}

export function readingsOf(text: string): Readings {
  const characters = charactersOf(text);
  const latin = fold(characters, 'latin');
  return {
    dense: fold(characters, 'none'),
    lines: fold(characters, 'lines'),
    words: fold(characters, 'words'),
    cased: fold(characters, 'words', 'typed'),
    latin,
    said: saidIn(latin, fold(characters, 'latin', 'typed')),
  };
}

export interface Detector {
  name: string;
  find: (text: Readings) => Hit[];
  /** Decides by itself; what the others find is weighed with all that a text shows. */
  isCertain?: true;
}

/** What refuses texts; the test breaks it in one place at a time. */
export interface Guard {
  detectors: readonly Detector[];
  weights: Weights;
}

export const GUARD: Guard = {
  weights: LEARNED,
  detectors: [
    {
      name: 'numbers of persons',
      find: ({ words, dense }) => [...numbers(words), ...numbers(dense)],
      isCertain: true,
    },
    {
      name: 'bank, insurance and services',
      find: ({ words, dense }) => [...accounts(words), ...accounts(dense)],
      isCertain: true,
    },
    { name: 'homes', find: ({ words }) => addresses(words), isCertain: true },
    { name: 'dates of birth', find: ({ words }) => births(words), isCertain: true },
    { name: 'e-mail', find: ({ dense }) => emails(dense), isCertain: true },
    { name: 'what opens a door', find: ({ words }) => facilitySecrets(words), isCertain: true },
    {
      name: 'names of protected information',
      find: ({ dense, words, cased }) => markings(dense, words, cased),
    },
    { name: 'marks on papers', find: ({ words }) => labels(words) },
    {
      name: 'lists of names',
      find: ({ lines, words, cased }) => listsOfNames(lines, words, cased),
    },
    { name: 'a disguise', find: disguises },
  ],
};

/** Letters that are not those one would write: whoever hides a word has a reason. */
function disguises({ words, lines }: Readings): Hit[] {
  return [
    ...romanized(words),
    ...inKatakana(lines),
    ...allInKana(lines),
    ...inKana(lines),
    ...unmasked(words),
  ];
}

/** Everything that a guard refuses in a text, for the reasons that say most. */
export function hitsOf(text: string, { detectors, weights }: Guard): Hit[] {
  const readings = readingsOf(text);
  const certain = detectors
    .filter(({ isCertain }) => isCertain)
    .flatMap(({ find }) => find(readings));
  const suspicions = suspicionsIn(readings, detectors);
  const { latin, said } = readings;
  const hits = [...certain, ...weighed(latin, said, suspicions, weights)];
  const least = Math.min(...hits.map(vagueness));
  return hits.filter((hit) => vagueness(hit) === least);
}

/** 「加藤さん。うつ病で通院中。」 is refused for what is said, not for the name. */
function vagueness({ reason }: Hit): number {
  if (reason === 'unclear') return 4;
  if (reason === 'person') return 3;
  if (reason === 'disguised') return 2;
  return reason === 'names' ? 1 : 0;
}

/** What the detectors find that do not decide. */
export function suspicionsIn(readings: Readings, detectors: readonly Detector[]): Suspicion[] {
  return detectors
    .filter(({ isCertain }) => !isCertain)
    .flatMap(({ name, find }) => find(readings).map((hit) => ({ detector: name, hit })));
}
