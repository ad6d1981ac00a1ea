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
  const own = ['own-benign', 'own-voices-benign', 'own-plain-benign'].flatMap(textsIn);
  return [...labelled, ...own, ...BENIGN_SENTENCES];
}

const BAD = [
  'bad-made',
  'bad-made-2',
  'bad-made-3',
  'bad-made-4',
  'obfuscated-made',
  'obfuscated-made-2',
  'obfuscated-made-4',
];
const BENIGN = ['benign-made', 'benign-made-2', 'benign-made-4'];

/** Nothing where a detector decides by itself: there is nothing to weigh. */
function exampleOf(text: string, isBad: boolean): Example[] {
  const readings = readingsOf(text);
  if (GUARD.detectors.some(({ isCertain, find }) => isCertain && find(readings).length > 0))
    return [];
  const suspicions = suspicionsIn(readings, GUARD.detectors);
  return [{ isBad, passages: passagesOf(readings.latin, readings.said, suspicions) }];
}
