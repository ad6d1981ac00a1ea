import { cuesOf, seenIn, type Seen } from './cues.ts';
import type { Folded } from './folded.ts';
import { gramsOf, soundingOf, type Sounding } from './grams.ts';
import type { Hit } from './hit.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import type { Load } from './weight.ts';

/** What a detector that knows too little to decide would refuse. */
export interface Suspicion {
  detector: string;
  hit: Hit;
}

/** A sentence, and what it shows. */
export interface Said {
  sentence: Sentence;
  seen: Seen;
  sounding: Sounding;
}

/** What is weighed: one sentence, or all of a text that has more. */
export interface Passage extends Load {
  said: readonly Said[];
}

/** @param latin · @param cased the same text with capitals as typed */
export function saidIn(latin: Folded, cased: Folded): Said[] {
  return sentencesOf(latin.text).map((sentence) => {
    const { text, start } = sentence;
    const seen = seenIn(text, cased.text.slice(start, start + text.length));
    return { sentence, seen, sounding: soundingOf(text) };
  });
}

/** Each sentence by itself, because a harmless one beside it makes nothing harmless, and all together. */
export function passagesOf(
  latin: Folded,
  said: readonly Said[],
  suspicions: readonly Suspicion[],
): Passage[] {
  const alone = said.map((each) => {
    const suspected = suspicions.filter(({ hit }) => isIn(latin, each.sentence, hit));
    return passage([each], suspected);
  });
  return said.length < 2 ? alone : [...alone, passage(said, suspicions)];
}

function isIn({ from, to }: Folded, { text, start }: Sentence, hit: Hit): boolean {
  return hit.from < (to[start + text.length - 1] ?? 0) && hit.to > (from[start] ?? 0);
}

function passage(said: readonly Said[], suspicions: readonly Suspicion[]): Passage {
  const seen = said.map((each) => each.seen);
  const shown = new Set(seen.flatMap((_, at) => cuesOf(seen, at)));
  const suspected = [...new Set(suspicions.map(({ detector }) => detector))];
  const cues = [
    ...shown,
    ...suspected.map((name) => `suspected: ${name}`),
    ...suspected.flatMap((name) =>
      TELLING.filter((cue) => shown.has(cue)).map((cue) => `suspected: ${name} + ${cue}`),
    ),
    ...(suspected.length === 0 ? ['suspected of nothing'] : []),
    ...(suspected.length > 1 ? ['suspected of more than one'] : []),
  ];
  return { said, cues, grams: gramsOf(said.map(({ sounding }) => sounding)) };
}

/** What makes of a suspicion a rule, or a case. */
const TELLING: readonly string[] = [
  'norm',
  'at liberty',
  'decided',
  'person',
  'named',
  'person at liberty',
  'role',
  'hearsay',
  'done',
];
