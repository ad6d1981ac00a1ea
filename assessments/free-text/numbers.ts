import type { Folded } from './folded.ts';
import { hitAt, type FreeTextReason, type Hit } from './hit.ts';

const RUN = /\d(?:[ \-‐‑‒–—―−ー.()・_]{0,3}\d)*/gu;
const KANJI_RUN = /[〇零一二三四五六七八九]{10,}/gu;
const KANJI_DIGITS = '〇一二三四五六七八九';

const MY_NUMBER_CUE = /(?:マイナンバー|個人番号|my ?number|individual number)\D{0,12}$/u;
const IDENTITY_CUE =
  /(?:免許|旅券|パスポート|年金番号|被保険者番号|保険証|licen[cs]e|passport|driving)\D{0,16}$/u;
/** Letters and digits: パスポート TK1234567, 在留カード AB12345678CD. */
const LETTERED_IDENTITY =
  /(?:旅券|パスポート|passport)[^\d\n]{0,16}?[a-z]{2}\d{7}(?!\d)|(?:在留カード|residence card)[^\d\n]{0,16}?[a-z]{2}\d{8}[a-z]{2}/gu;

interface Digits {
  text: string;
  groups: readonly string[];
  start: number;
  end: number;
}

/** My Number, telephone and identity numbers, however they are spaced or in whichever digits. */
export function numbers(words: Folded): Hit[] {
  const text = words.text.replaceAll(KANJI_RUN, (run) =>
    Array.from(run, (digit) => Math.max(0, KANJI_DIGITS.indexOf(digit))).join(''),
  );
  const hits: Hit[] = [];
  for (const digits of runs(text)) {
    const reason = reasonOf(digits, text);
    if (reason) hits.push(hitAt(reason, words, digits.start, digits.end));
  }
  for (const match of text.matchAll(LETTERED_IDENTITY)) {
    const end = match.index + match[0].length;
    hits.push(hitAt('identity-number', words, match.index, end));
  }
  return hits;
}

function* runs(text: string): Generator<Digits> {
  for (const match of text.matchAll(RUN)) {
    const parts = [...match[0].matchAll(/\d+/gu)];
    const whole = { start: match.index, end: match.index + match[0].length };
    yield { ...whole, groups: parts.map(([part]) => part), text: parts.join('') };
    if (parts.length < 2) continue;
    // 「3 123456789018」: a list number before it must not hide a number that stands on its own.
    for (const part of parts) {
      const start = match.index + part.index;
      yield { text: part[0], groups: [part[0]], start, end: start + part[0].length };
    }
  }
}

function reasonOf(digits: Digits, text: string): FreeTextReason | null {
  const before = text.slice(Math.max(0, digits.start - 32), digits.start);
  if (digits.text.length === 12) {
    if (MY_NUMBER_CUE.test(before)) return 'my-number';
    if (IDENTITY_CUE.test(before)) return 'identity-number';
    if (isEven(digits.groups) && standsAlone(digits, text) && isMyNumber(digits.text)) {
      return 'my-number';
    }
  }
  if (digits.text.length === 10 && IDENTITY_CUE.test(before)) return 'identity-number';
  return isPhone(digits, text) ? 'phone' : null;
}

/** 12, 4-4-4, 6-6, 1-1-…: dates that happen to have twelve digits are grouped 4-2-2-4. */
function isEven(groups: readonly string[]): boolean {
  return groups.every((group) => group.length === groups[0]?.length);
}

/** Twelve digits in the middle of a hash or a code are not a number of a person. */
function standsAlone({ start, end }: Digits, text: string): boolean {
  return !/[a-z\d]/.test(text[end] ?? '') && !/[a-z\d]/.test(text[start - 1] ?? '');
}

/** Check digit of 個人番号 (総務省令: weights 2–7, 2–6 from the right, modulus 11). */
function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let n = 1; n <= 11; n += 1) {
    sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  }
  const remainder = sum % 11;
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder);
}

const COUNTRY = /(?:\+|\b00)81$/u;

function isPhone({ text, groups, start, end }: Digits, whole: string): boolean {
  if (/[a-z\d]-?$/.test(whole.slice(0, start)) && !/tel-?$/.test(whole.slice(0, start)))
    return false;
  if (/^[a-z]/.test(whole.slice(end))) return false;
  const international = whole[start - 1] === '+' || COUNTRY.test(whole.slice(0, start));
  if (international) return /^81[1-9]\d{8,9}$/.test(text);
  if (/^0[5789]0\d{8}$/.test(text)) return true;
  if (!/^0[1-9]\d{8,9}$/.test(text)) return false;
  if (text.length === 11 && !/^0[5789]0|^0800/.test(text)) return false;
  return groups.length > 1 || text.length === 10;
}
