import { isOrdinaryDuty } from './duties.ts';
import type { Folded } from './folded.ts';
import { hitAt, type FreeTextReason, type Hit } from './hit.ts';
import { bareSurnames, namedInEnglish, namedPeople } from './people.ts';
import { INITIALS, PLAIN_POINTERS, POINTERS } from './pointers.ts';
import { sentencesOf } from './sentences.ts';
import { BUSINESS_TALK, RULED, TOPICS, VETTING } from './topics.ts';

interface Place {
  start: number;
  end: number;
}

/**
 * Whatever is said of one person beyond their ordinary work (never.md N1, N3): nobody can list all
 * the words for an illness or a debt, but the words for work at a rule are few.
 */
export function personalStatements(lines: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const { text, start } of sentencesOf(lines.text)) {
    const [person] = plainPersons(text);
    if (!person || isOrdinaryDuty(text)) continue;
    hits.push(hitAt(reasonOf(text), lines, start + person.start, start + person.end));
  }
  return hits;
}

/** The same of somebody named in English. */
export function personalStatementsInEnglish(words: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const { text, start } of sentencesOf(words.text)) {
    const [person] = namedInEnglish(text);
    if (!person || isOrdinaryDuty(text)) continue;
    hits.push(hitAt('person', words, start + person.start, start + person.end));
  }
  return hits;
}

/** Somebody known by initials: T.K., Y社員. */
export function initials(cased: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const { text, start } of sentencesOf(cased.text)) {
    if (isOrdinaryDuty(text)) continue;
    for (const { index, 0: found } of text.matchAll(INITIALS)) {
      hits.push(hitAt('person', cased, start + index, start + index + found.length));
    }
  }
  return hits;
}

/** 「専務が先物で大やけど」: one person without a name, and one of the seven items or an outcome. */
export function pointedAt(lines: Folded): Hit[] {
  const hits: Hit[] = [];
  const sentences = sentencesOf(lines.text);
  sentences.forEach(({ text, start }, n) => {
    // 「…国籍が日本ではありません。監査役の方です。」 is one statement.
    const about =
      (sentences[n - 1]?.text ?? '') + '。' + text + '。' + (sentences[n + 1]?.text ?? '');
    const [bare] = bareSurnames(text);
    if (bare && VETTING.test(text) && !isOrdinaryDuty(text)) {
      hits.push(hitAt('vetting-result', lines, start + bare.start, start + bare.end));
    }
    const ruled = RULED.test(text);
    for (const { pattern, reason } of TOPICS) {
      const topic = found(pattern, text);
      if (!topic) continue;
      const pointed =
        bareSurnames(about).length > 0 || (!ruled && isPointed(about, topic, about.indexOf(text)));
      if (pointed) hits.push(hitAt(reason, lines, start + topic.start, start + topic.end));
    }
  });
  return hits;
}

/** @param shift where the sentence of the topic begins in the text */
function isPointed(text: string, topic: Place, shift: number): boolean {
  const [from, to] = [topic.start + shift, topic.end + shift];
  return POINTERS.some(({ pattern, weak }) =>
    Array.from(text.matchAll(pattern)).some(
      ({ index }) =>
        !weak || (!BUSINESS_TALK.test(text) && (index < from || (index >= to && index <= to + 8))),
    ),
  );
}

function plainPersons(text: string): Place[] {
  const pointed = PLAIN_POINTERS.flatMap(({ pattern }) => found(pattern, text) ?? []);
  return [...namedPeople(text), ...pointed];
}

function reasonOf(text: string): FreeTextReason {
  return TOPICS.find(({ pattern }) => found(pattern, text))?.reason ?? 'person';
}

function found(pattern: RegExp, text: string): Place | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}
