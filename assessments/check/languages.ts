import type { Bilingual } from '../bilingual.ts';
import type { Content } from './content.ts';
import { texts, type Text } from './texts.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Codes that are written without Japanese in the Japanese text too. */
const CODES = new Set(['ICT']);

/** Both languages are there, each in its own language and with its own punctuation. */
export function languages(content: Content): string[] {
  return texts(content).flatMap((text) =>
    faults(text).map((fault) => `${text.file}: ${text.place}: ${fault}`),
  );
}

/** What is wrong with a text in two languages, whatever it is for. */
export function bilingualFaults({ ja, en }: Bilingual): string[] {
  const found: string[] = [];
  if (ja === en && !CODES.has(ja)) found.push('Japanese and English are identical.');
  if (!JAPANESE.test(ja) && !CODES.has(ja)) found.push(`the Japanese has no Japanese in it: ${ja}`);
  if (JAPANESE.test(withoutBrackets(en))) {
    found.push(`the English has Japanese outside parentheses: ${en}`);
  }
  if (/[、。：（）]/.test(withoutBrackets(en))) found.push(`the English has Japanese signs: ${en}`);
  if (/TODO|FIXME|XXX/.test(`${ja} ${en}`)) found.push('a note to ourselves was left in.');
  if (/ {2}|^\s|\s$/.test(en) || / {2}|^\s|\s$/.test(ja)) found.push('there are stray spaces.');
  if (unbalanced(ja, '（', '）') || unbalanced(en, '(', ')')) {
    found.push('a parenthesis is not closed.');
  }
  return found;
}

function faults({ field, text }: Text): string[] {
  const { ja, en } = text;
  const found = bilingualFaults(text);
  if (field === 'question') {
    if (!/か。?(?:（.*）。?)?$/.test(ja)) found.push('the Japanese is no question.');
    if (!en.endsWith('?')) found.push('the English is no question.');
  }
  if (field === 'why' || field === 'todo' || field === 'note' || field === 'action') {
    if (!ja.endsWith('。')) found.push('the Japanese does not end with 。');
    if (!en.endsWith('.')) found.push('the English does not end with a full stop.');
  }
  if (field === 'level' && (ja.endsWith('。') || en.endsWith('.'))) {
    found.push('a level is a phrase, without a full stop at its end.');
  }
  return found;
}

/** The English may give the Japanese term in parentheses after its translation. */
function withoutBrackets(text: string): string {
  return text.replaceAll(/\([^()]*\)/g, '');
}

function unbalanced(text: string, open: string, close: string): boolean {
  return text.split(open).length !== text.split(close).length;
}
