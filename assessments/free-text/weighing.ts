import { cuesOf, seenIn, type Seen } from './cues.ts';
import { MANNERS } from './cues/manners.ts';
import { PERSONS } from './cues/persons.ts';
import { SUBJECTS } from './cues/subjects.ts';
import type { Folded } from './folded.ts';
import { gramsOf } from './grams.ts';
import { hitAt, type Hit } from './hit.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { weightOf, type Load } from './weight.ts';

/** What is weighed: a sentence by its cues, and with its neighbours by how they sound. */
export interface Passage extends Load {
  sentence: Sentence;
  seen: Seen;
}

/** @param latin · @param cased the same text with capitals as typed */
export function passagesOf(latin: Folded, cased: Folded): Passage[] {
  const sentences = sentencesOf(latin.text);
  const seen = sentences.map(({ text, start }) =>
    seenIn(text, cased.text.slice(start, start + text.length)),
  );
  return sentences.flatMap((sentence, at) => {
    const here = seen[at];
    const around = [seen[at - 1], here, seen[at + 1]].flatMap((each) => each?.text ?? []);
    const grams = [...gramsOf(around.join('。'))];
    return here ? [{ sentence, seen: here, cues: cuesOf(seen, at), grams }] : [];
  });
}

/** Where, over texts that were not learned from, few honest ones lie above and few bad ones below. */
const REFUSED = -0.25;

/** Statements about somebody and what a vetting asks, or how it went. */
export function weighed(latin: Folded, passages: readonly Passage[]): Hit[] {
  return passages
    .filter((passage) => weightOf(passage) > REFUSED)
    .map(({ sentence, seen }) => {
      const { start, end } = placeIn(sentence.text);
      return hitAt(reasonOf(seen), latin, sentence.start + start, sentence.start + end);
    });
}

function reasonOf({ subjects, manners }: Seen): Hit['reason'] {
  if (subjects.length > 0) return 'vetting-content';
  const isResult = ['vetting', 'outcome', 'refusal'].some((name) => manners.includes(name));
  return isResult ? 'vetting-result' : 'person';
}

/** The word to show: what it is about, else how it went, else who. */
function placeIn(text: string): { start: number; end: number } {
  const { vetting, outcome, refusal } = MANNERS;
  for (const pattern of [
    ...Object.values(SUBJECTS),
    refusal,
    outcome,
    vetting,
    ...Object.values(PERSONS),
  ]) {
    pattern.lastIndex = 0;
    const found = pattern.exec(text);
    if (found?.[0]) return { start: found.index, end: found.index + found[0].length };
  }
  return { start: 0, end: text.length };
}
