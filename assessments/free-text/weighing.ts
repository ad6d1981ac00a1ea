import { MANNERS } from './cues/manners.ts';
import { PERSONS } from './cues/persons.ts';
import { SUBJECTS } from './cues/subjects.ts';
import type { Seen } from './cues.ts';
import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { passagesOf, type Passage, type Said, type Suspicion } from './passages.ts';
import { weightOf, type Weights } from './weight.ts';

/**
 * Whether what the detectors suspect, who is spoken of and how it is said weigh enough together to
 * refuse a text, and what for: the suspicions, or else the sentence that weighs most.
 */
export function weighed(
  latin: Folded,
  said: readonly Said[],
  suspicions: readonly Suspicion[],
  weights: Weights,
): Hit[] {
  const [heaviest] = passagesOf(latin, said, suspicions)
    .map((passage) => ({ passage, weight: weightOf(passage, weights) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (!heaviest) return [];
  return [saidMost(latin, heaviest.passage), ...suspicions.map(({ hit }) => hit)];
}

/** The sentence of a passage that shows most, as a place. */
function saidMost(latin: Folded, { said }: Passage): Hit {
  const [most] = said.toSorted((a, b) => signsIn(b.seen) - signsIn(a.seen));
  if (!most) throw new Error('A passage has a sentence.');
  return hitIn(latin, most);
}

function signsIn({ subjects, persons, manners }: Seen): number {
  return 2 * subjects.length + persons.length + manners.length;
}

function hitIn(latin: Folded, { sentence, seen }: Said): Hit {
  const { start, end } = placeIn(sentence.text);
  return hitAt(reasonOf(seen), latin, sentence.start + start, sentence.start + end);
}

/** Where neither a subject nor a person is seen, only how it sounds speaks against it. */
function reasonOf({ subjects, persons, manners }: Seen): Hit['reason'] {
  if (subjects.length > 0) return 'vetting-content';
  const isResult = ['vetting', 'outcome', 'refusal'].some((name) => manners.includes(name));
  if (isResult) return 'vetting-result';
  return persons.length > 0 ? 'person' : 'unclear';
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
