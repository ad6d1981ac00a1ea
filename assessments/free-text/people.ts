import { pattern } from './pattern.ts';
import { PLACES, READINGS, SHORT_SURNAMES, SURNAMES } from './surnames.ts';

export interface Person {
  name: string;
  start: number;
  end: number;
}

const HAN = '[\\p{Script=Han}々]';
const HONOURED = new RegExp(
  `(?:${HAN}{1,5}|[ァ-ヴー]{2,12}|[a-z]{1,12})(?=(?:さん|サン|氏(?![名族神])|くん|君(?!主|臨)|様(?![式々子相態])|殿))`,
  'gu',
);
const READ = pattern(`(?:${READINGS.join('|')})(?=さん|氏|様|くん|は|が|の|に)`);
/** 業者さん, お客様, 大家さん: somebody, but nobody in particular. */
const NOBODY =
  /(?:者|社|店|屋|士|師|官|所|庁|省|局|署|院|校|県|市|町|行|会|員|長|先|客|皆|奥|主|方|人|部|課|係|家|組合|役所|職人|メーカー|ベンダー|オーナー|スタッフ|パート|オペレーター|ユーザー|ビル|テナント|仕|同|多|模|有|異|各)$/u;
const TITLED =
  /(?:部長|課長|係長|主任|社長|専務|常務|取締役|室長|次長|主査|顧問|監査役|先生|班長|主幹)/gu;
const GIVEN =
  '[郎朗子美恵香奈介助太一二三夫男雄彦樹輝也哉人仁斗翔真司史志治次平義之幸則明昭弘宏博浩広正誠隆孝高勝勲修徹哲智代江枝里菜加穂帆乃衣咲愛結花莉久生望健優]';
const FULL_NAME = new RegExp(
  `${HAN}{2,3}?${HAN}{0,1}${GIVEN}(?=[はがのをにもと、,・。:()（）\\n]|も|$)`,
  'gu',
);
const ENGLISH = /\b(?:mr|ms|mrs|miss|dr)\b\.? ?(?!and\b)([a-z]{2,})|\b([a-z]{3,})[- ]san\b/gu;

/** People named in a text without spaces, each by surname where one is known. */
export function namedPeople(text: string): Person[] {
  return [...honoured(text), ...titled(text), ...fullNames(text)];
}

/** 「田中は…」: a bare surname as a subject; enough to say whom a statement is about. */
export function isAboutSurname(text: string): boolean {
  return Array.from(text.matchAll(SUBJECT)).some(
    ([, name = '']) => SURNAMES.has(name) && !PLACES.has(name),
  );
}

/** People named in a text with spaces: Mr Tanaka, Sato-san. */
export function namedInEnglish(text: string): Person[] {
  return Array.from(text.matchAll(ENGLISH), (match) => ({
    name: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function* honoured(text: string): Generator<Person> {
  for (const match of text.matchAll(HONOURED)) {
    const end = match.index + match[0].length;
    const surname = knownEnding(match[0]);
    if (surname === null && (text[end] === '様' || NOBODY.test(match[0]))) continue;
    const name = surname ?? match[0];
    yield { name, start: end - name.length, end };
  }
  for (const match of text.matchAll(READ)) {
    yield { name: match[0], start: match.index, end: match.index + match[0].length };
  }
}

function* titled(text: string): Generator<Person> {
  for (const match of text.matchAll(TITLED)) {
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    const surname = knownEnding(before);
    if (surname === null || PLACES.has(surname) || SHORT_SURNAMES.has(surname)) continue;
    const start = match.index - surname.length;
    yield { name: surname, start, end: match.index + match[0].length };
  }
}

function* fullNames(text: string): Generator<Person> {
  for (const match of text.matchAll(FULL_NAME)) {
    const surname = knownBeginning(match[0]);
    if (surname === null || PLACES.has(surname) || match[0].length === surname.length) continue;
    yield { name: match[0], start: match.index, end: match.index + match[0].length };
  }
}

function knownEnding(text: string): string | null {
  for (const length of [3, 2]) {
    const end = text.slice(-length);
    if (end.length === length && SURNAMES.has(end)) return end;
  }
  return SHORT_SURNAMES.has(text) ? text : null;
}

function knownBeginning(text: string): string | null {
  return [3, 2].map((length) => text.slice(0, length)).find((name) => SURNAMES.has(name)) ?? null;
}

const SUBJECT = new RegExp(`(?:^|[、,・:])(${HAN}{2,3})(?=[はがのも:])`, 'gu');

const SEPARATED = /[^、,，・/&と\n:()「」\s]+/gu;

/**
 * Where a list of names begins and ends: two people with さん, 氏, Mr or in full, or three bare
 * surnames in a row of which two are not places; null where there is none.
 */
export function nameList(text: string, people: readonly Person[]): Person | null {
  const inFull = people.filter(({ name }) => !/^[a-z]$/.test(name));
  const different = new Set(inFull.map(({ name }) => name));
  const [first, last] = [inFull[0], inFull.at(-1)];
  if (different.size >= 2 && first && last) {
    const start = Math.min(first.start, last.start);
    return { name: first.name, start, end: Math.max(first.end, last.end) };
  }
  return bareList(text);
}

function bareList(text: string): Person | null {
  let row: RegExpExecArray[] = [];
  let people = 0;
  for (const match of text.matchAll(SEPARATED)) {
    const previous = row.at(-1);
    const joined = previous && match.index - (previous.index + previous[0].length) <= 1;
    if (!joined) [row, people] = [[], 0];
    const name = match[0].replace(/(?:の\d*[名人].*|が.*|は.*|で.*)$/u, '');
    if (!SURNAMES.has(name)) {
      [row, people] = [[], 0];
      continue;
    }
    row.push(match);
    if (!PLACES.has(name)) people += 1;
    const first = row[0];
    if (row.length >= 3 && people >= 2 && first) {
      return { name, start: first.index, end: match.index + name.length };
    }
  }
  return null;
}
