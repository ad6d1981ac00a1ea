import type { Folded } from './folded.ts';
import { hitAt, type FreeTextReason, type Hit } from './hit.ts';

const RUN = /\d(?:[ \nの/\-‐‑‒–—―−ー.()・_]{0,3}\d)*/gu;
const KANJI_RUN = /[〇零一二三四五六七八九](?:[ の\-‐‑‒–—―−ー・]?[〇零一二三四五六七八九]){2,}/gu;
const KANJI_DIGITS = '〇一二三四五六七八九';

const MY_NUMBER_CUE =
  /(?:マイナンバー|まいなんばー|個人番号|こじんばんご?[う号]|my ?number|individual number)\D{0,12}$/u;
const IDENTITY_CUE =
  /(?:免許|旅券|パスポート|年金番号|被保険者番号|保険証|licen[cs]e|passport|driving)\D{0,16}$/u;
/** Letters and digits: パスポート TK1234567, 在留カード AB12345678CD. */
const LETTERED_IDENTITY =
  /(?:旅券|パスポート|passport)[^\d\n]{0,16}?[a-z]{2}\d{7}(?!\d)|(?:在留カード|residence card)[^\d\n]{0,16}?[a-z]{2}\d{8}[a-z]{2}/gu;

function digitOf(sign: string): string {
  return String(Math.max(0, KANJI_DIGITS.indexOf(sign)));
}

interface Digits {
  text: string;
  groups: readonly string[];
  start: number;
  end: number;
}

/** My Number, telephone and identity numbers, however they are spaced or in whichever digits. */
export function numbers(words: Folded): Hit[] {
  const text = withDigits(words.text);
  const hits: Hit[] = [...spokenDigits(words)];
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

/** 〇九〇 as 090, sign for sign. */
export function withDigits(text: string): string {
  return text.replaceAll(KANJI_RUN, (run) =>
    Array.from(run, (sign) =>
      KANJI_DIGITS.includes(sign) || sign === '零' ? digitOf(sign) : sign,
    ).join(''),
  );
}

const SPOKEN =
  /れい|ぜろ|まる|いち|にい?|さん|よん|ごう?|ろく|なな|しち|はち|きゅう|zero|one|two|three|four|five|six|seven|eight|nine/gu;

/** 「ゼロキュウゼロ、イチニイ…」: digits as they are said. */
function spokenDigits(words: Folded): Hit[] {
  const text = words.text.replaceAll(/[ァ-ヶ]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
  const hits: Hit[] = [];
  let row: { start: number; end: number; count: number } | null = null;
  for (const { index, 0: word } of text.matchAll(SPOKEN)) {
    const joined: boolean =
      row !== null && /^[ 、・のーは,-]{0,2}$/u.test(text.slice(row.end, index));
    row =
      row && joined
        ? { start: row.start, end: index + word.length, count: row.count + 1 }
        : { start: index, end: index + word.length, count: 1 };
    if (row.count === 7 || (row.count === 3 && word.length > 2 && /[a-z]/u.test(word)))
      hits.push(hitAt('phone', words, row.start, row.end));
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
    if (!isMoment(digits.groups) && standsAlone(digits, text) && isMyNumber(digits.text)) {
      return 'my-number';
    }
  }
  if (digits.text.length === 10 && IDENTITY_CUE.test(before)) return 'identity-number';
  if (isPhone(digits, text)) return 'phone';
  return isUnexplained(digits, text) ? 'identity-number' : null;
}

/** A date with a time has twelve digits as well: 2026-11-22 09:30, 202611220930. */
function isMoment(groups: readonly string[]): boolean {
  return (
    /^20[0-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/.test(groups.join('')) &&
    /^(?:4|12)/.test(String(groups[0]?.length))
  );
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

/** Numbers of papers and things; whatever else is long may be somebody's. */
const OF_A_THING =
  /(?:法人|管理|コンテナ|貨物|船荷証券|b\/l|awb|waybill|チケット|型名|文書|書類|ロット|品番|型番|型式|製品|商品|部品|jan|登録|証明書?|認証|見積|注文|契約|発注|伝票|図番|図面|シリアル|製造|機番|資産|端末|機器|版|ver\.?|規格|iso|jis|iec|sha|商標|特許|出願|許可|届出?|受付|案件|プロジェクト|請求|インボイス|適格|建築|工事|バージョン|改訂|rev\.?|no\.? ?of|lot|part|certificate|registration|invoice|contract|document|serial|order|version)[^\n。\d]{0,12}$/u;
const MEASURED = /^ ?(?:円|%|個|株|千|万|億|件|枚|台|名|人|年|月|時|分|秒|mm|cm|kg|kw|v\b)/u;

/** Eight digits or more that nobody says belong to a thing, and that are no date. */
function isUnexplained({ text, groups, start, end }: Digits, whole: string): boolean {
  if (text.length < 8 || text.length > 17 || groups.some((group) => group.length > 12))
    return false;
  if (
    /^(?:19|20)\d\d(?:0?[1-9]|1[0-2])/.test(text) ||
    groups.some((group) => /^(?:19|20)\d\d$/.test(group))
  ) {
    return false;
  }
  if (groups.length > 5 && groups.some((group) => group.length > 1)) return false;
  const before = whole.slice(Math.max(0, start - 24), start);
  if (
    OF_A_THING.test(before) ||
    MEASURED.test(whole.slice(end)) ||
    /[,.]\d/.test(whole.slice(start, end))
  )
    return false;
  return !/[a-z\d][-./]?$/.test(before) && !/^[-./]?[a-z\d]/.test(whole.slice(end));
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
