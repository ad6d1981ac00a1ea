import { FREE_TEXT_MAX } from '../../free-text.ts';
import { loadEdition } from '../../library.ts';
import { BAD_SENTENCES } from '../bad-sentences.ts';
import { BENIGN_SENTENCES } from '../benign-sentences.ts';
import { GUARD, readingsOf, suspicionsIn } from '../detectors.ts';
import type { Example } from '../learning.ts';
import { passagesOf } from '../passages.ts';
import { sentencesIn, textsIn } from './read.ts';

/** What the weights are learned from: every sentence that may be read, never the held-out ones. */
export function lessons(): Example[] {
  return [
    ...bad().flatMap((text) => exampleOf(text, true)),
    ...good().flatMap((text) => exampleOf(text, false)),
  ];
}

function bad(): string[] {
  const labelled = BAD.flatMap(sentencesIn).map(({ text }) => text);
  const own = ['own-bad', 'own-voices-bad', 'own-plain-bad'].flatMap(textsIn);
  return [...labelled, ...own, ...Object.values(BAD_SENTENCES).flat()];
}

function good(): string[] {
  const labelled = BENIGN.flatMap(sentencesIn).map(({ text }) => text);
  const own = ['own-benign', 'own-voices-benign', 'own-plain-benign', 'own-pages-benign'].flatMap(
    textsIn,
  );
  return [...labelled, ...own, ...BENIGN_SENTENCES, ...contentTexts()];
}

const BAD = [
  'bad-made',
  'bad-made-2',
  'bad-made-3',
  'bad-made-4',
  'bad-made-5',
  'bad-made-7',
  'obfuscated-made',
  'obfuscated-made-2',
  'obfuscated-made-4',
  'obfuscated-made-6',
];
const BENIGN = [
  'benign-made',
  'benign-made-2',
  'benign-made-4',
  'benign-made-5',
  'benign-made-6',
  'benign-made-7',
];

/** What the questionnaires, facts and actions say: all of it about rules, and in the words of the law. */
function contentTexts(): string[] {
  const texts = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length >= SENTENCE) texts.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
  };
  const { questionnaires, profile, actions } = loadEdition('2026-11');
  for (const { document } of [...questionnaires, profile, actions]) read(document);
  return [...texts].filter(
    (text) => text.length <= FREE_TEXT_MAX && /[ぁ-ん]| [a-z]+ /u.test(text),
  );
}

const SENTENCE = 8;

/** Nothing where a detector decides by itself: there is nothing to weigh. */
function exampleOf(text: string, isBad: boolean): Example[] {
  const readings = readingsOf(text);
  if (GUARD.detectors.some(({ isCertain, find }) => isCertain && find(readings).length > 0))
    return [];
  const suspicions = suspicionsIn(readings, GUARD.detectors);
  return [{ isBad, passages: passagesOf(readings.latin, readings.said, suspicions) }];
}
