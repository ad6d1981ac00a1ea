import { cuesOf, seenIn, type Seen } from './cues.ts';
import { MANNERS } from './cues/manners.ts';
import { PERSONS } from './cues/persons.ts';
import { SUBJECTS } from './cues/subjects.ts';
import type { Folded } from './folded.ts';
import { gramsOf } from './grams.ts';
import { hitAt, type Hit } from './hit.ts';
import { isPlain } from './plain.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { weightOf, type Load } from './weight.ts';

/** What is weighed: a sentence, alone or between its neighbours. */
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
    if (!here) return [];
    const around = seen.slice(Math.max(0, at - 1), at + 2);
    const alone = { sentence, seen: here, ...loadOf([here], 0) };
    // A harmless sentence on either side makes nothing harmless.
    return around.length > 1
      ? [alone, { sentence, seen: here, ...loadOf(around, around.indexOf(here)) }]
      : [alone];
  });
}

function loadOf(seen: readonly Seen[], at: number): Load {
  return { cues: cuesOf(seen, at), grams: [...gramsOf(seen.map(({ text }) => text).join('。'))] };
}

/** Where, over texts that were not learned from, few honest ones lie above and few bad ones below. */
const REFUSED = -0.2;

/** Statements about somebody and what a vetting asks, or how it went. */
export function weighed(latin: Folded, passages: readonly Passage[]): Hit[] {
  const hits = passages
    .filter((passage) => weightOf(passage) > REFUSED)
    .map((passage) => hitIn(latin, passage));
  // 「加藤さん。うつ病で通院中。」: what is said tells more of why than of whom.
  const told = hits.filter(({ reason }) => reason !== 'person');
  return told.length > 0 ? told : hits;
}

/** The same where one sentence says it so plainly that nothing needs weighing. */
export function plainlySaid(latin: Folded, passages: readonly Passage[]): Hit[] {
  return passages.filter(({ seen }) => isPlain(seen)).map((passage) => hitIn(latin, passage));
}

function hitIn(latin: Folded, { sentence, seen }: Passage): Hit {
  const { start, end } = placeIn(sentence.text);
  return hitAt(reasonOf(seen), latin, sentence.start + start, sentence.start + end);
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
