import { checkFreeText } from '../../free-text.ts';
import { BAD_SENTENCES } from '../bad-sentences.ts';
import { BENIGN_SENTENCES } from '../benign-sentences.ts';
import { DETECTORS } from '../detectors.ts';
import { fold } from '../folded.ts';
import type { Example } from '../learning.ts';
import { passagesOf, type Passage } from '../weighing.ts';
import { sentencesIn, textsIn } from './read.ts';

/** What the weights are learned from: every sentence that may be read, never the held-out ones. */
export function lessons(): Example[] {
  return [
    ...bad().map((text) => ({ isBad: true, passages: passagesIn(text) })),
    ...good().map((text) => ({ isBad: false, passages: passagesIn(text) })),
  ].filter(({ passages }) => passages.length > 0);
}

function bad(): string[] {
  const labelled = ['bad-made', 'bad-made-2', 'bad-made-3'].flatMap(sentencesIn);
  const own = ['own-bad', 'own-voices-bad'].flatMap(textsIn);
  return [
    ...labelled.flatMap(({ kind, text }) => (kind === 'vetting' ? [text] : [])),
    // Numbers and markings have detectors of their own.
    ...own.filter((text) => checkFreeText(text, OTHERS).ok && passagesIn(text).some(isAbout)),
    ...BAD_SENTENCES['vetting-content'],
    ...BAD_SENTENCES['vetting-result'],
  ];
}

function good(): string[] {
  return [
    ...['benign-made', 'benign-made-2'].flatMap(sentencesIn).map(({ text }) => text),
    ...['own-benign', 'own-voices-benign'].flatMap(textsIn),
    ...BENIGN_SENTENCES,
  ];
}

const OTHERS = DETECTORS.filter(({ name }) => !name.startsWith('what is said'));
const ABOUT: ReadonlySet<string> = new Set(['person', 'subject', 'vetting', 'outcome', 'refusal']);

function isAbout({ cues }: Passage): boolean {
  return cues.some((cue) => ABOUT.has(cue));
}

function passagesIn(text: string): Passage[] {
  return passagesOf(fold(text, 'latin'), fold(text, 'latin', 'as-typed'));
}
