import { MANNERS } from './cues/manners.ts';
import { PERSONS } from './cues/persons.ts';
import { SUBJECTS } from './cues/subjects.ts';

const { vetting, refusal, outcome } = MANNERS;
const { pronoun, pointed, family, placed, numbered, role } = PERSONS;
/** Nobody can type these: folding turns them into letters. */
const SIGNS: readonly { sign: string; patterns: readonly RegExp[] }[] = [
  { sign: 'Ⓢ', patterns: Object.values(SUBJECTS) },
  { sign: 'Ⓥ', patterns: [vetting] },
  { sign: 'Ⓡ', patterns: [refusal] },
  { sign: 'Ⓞ', patterns: [outcome] },
  { sign: 'Ⓟ', patterns: [pronoun, pointed, family, placed, numbered, role] },
];
const SIGN = /[ⓈⓋⓇⓄⓅ]/gu;
const LONGEST = 3;
const LONGEST_AT_SIGN = 5;

/** A sentence as it stands, and with a sign for each word of a list. */
export interface Sounding {
  plain: string;
  signed: string;
}

export function soundingOf(text: string): Sounding {
  const plain = text.replaceAll(/\d/gu, '0');
  const signed = SIGNS.reduce(
    (rest, { sign, patterns }) => patterns.reduce((all, each) => all.replaceAll(each, sign), rest),
    plain,
  );
  return { plain, signed };
}

/**
 * How a passage sounds: up to three characters of it, its words and pairs of words in Latin letters,
 * and what stands before and behind a signed word. Every word of a list has the same sign, so that
 * what is learned of 「Ⓢで通」 holds for all of them.
 */
export function gramsOf(sentences: readonly Sounding[]): string[] {
  const framed = `^${sentences.map(({ plain }) => plain).join('。')}$`;
  const signed = `^${sentences.map((each) => each.signed).join('。')}$`;
  const grams = new Set<string>();
  for (const each of [framed, signed]) {
    for (let at = 0; at < each.length; at += 1)
      for (let length = 1; length <= LONGEST; length += 1) grams.add(each.slice(at, at + length));
  }
  for (const { index } of signed.matchAll(SIGN)) {
    for (let length = 3; length <= LONGEST_AT_SIGN; length += 1) {
      grams.add(signed.slice(index, index + length));
      grams.add(signed.slice(Math.max(0, index + 1 - length), index + 1));
    }
  }
  const words = framed.match(/[a-z']+/gu) ?? [];
  words.forEach((word, at) => {
    grams.add(` ${word} `);
    if (at > 0) grams.add(` ${words[at - 1]} ${word} `);
  });
  return [...grams];
}
