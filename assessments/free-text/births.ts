import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { pattern } from './pattern.ts';

const DIGIT = '[\\d〇元一二三四五六七八九十]';
const YEAR = `(?:(?:19|20)\\d\\d|[一二]${DIGIT}{3}|(?:明治|大正|昭和|平成|令和|(?<![a-z])[mtshr])\\.? ?${DIGIT}{1,3})`;
const DAY = `${YEAR}年? ?[./-]?(?:${DIGIT}{1,3} ?[./月-])?(?: ?${DIGIT}{1,3}日?)?`;
/** A year that is somebody's, with a day or without. */
const BORN: readonly RegExp[] = [
  pattern(
    `(?:生年月日|生年|誕生日|お?生まれ(?:た日|は)|たんじょうび|せいねんがっぴ)[^\\n。]{0,14}?(?:${DAY}|${DIGIT}{1,3} ?[月/-] ?${DIGIT}{1,3}|\\d{6,8})`,
  ),
  pattern(`${DAY}[) ]{0,2}(?:生(?:まれ)?(?![産成活徒命鮮])|うまれ)`),
  pattern(
    '誕生日[^。\\n]{0,24}\\d{8}|(?<!\\d)\\d{1,2}[歳才](?:で|の|、|。|に)(?=[^。]{0,20}(?:誕生日|生まれ))|[子丑寅卯辰巳午未申酉戌亥]年(?:生|うま|の(?:生|人|男|女))',
  ),
  /\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday|born(?: on| in)?|b\.)(?: is| was| on)? ?[:=]? ?(?=[^\n.]{0,14}\d)[^\n.]{3,24}/gu,
  /\b(?:d\.? ?o\.? ?b|date of birth|birthday)\b[^\n]{0,6}(?:one|two|nineteen|twenty)/gu,
];

/** When somebody was born. */
export function births(words: Folded): Hit[] {
  return BORN.flatMap((born) =>
    Array.from(words.text.matchAll(born), ({ index, 0: found }) =>
      hitAt('person', words, index, index + found.trimEnd().length),
    ),
  );
}
