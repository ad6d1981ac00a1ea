import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { GIVEN_READINGS, isSurname, PLACES, READINGS, SHORT_SURNAMES } from './surnames.ts';

export interface Person {
  name: string;
  start: number;
  end: number;
}

const HAN = '[\\p{Script=Han}々]';
const HONOURED = new RegExp(
  `(?:${HAN}{1,5}|[ァ-ヴー]{2,12}|[a-z]{1,12})(?=(?:さん|サン|氏(?![名族神])|くん|クン|ちゃん|君(?!主|臨)|様(?![式々子相態])|殿))`,
  'gu',
);
const CALLED_IN_KANA = /[ぁ-んァ-ヴー]{2,7}?(?=(?:さん|サン|くん|クン|氏(?!名)|様(?!式)))/gu;
/** A name in kana before くん or さん: あかぎくん, つかもとさん; it begins a phrase. */
const CALLED =
  /(?<=^|[、。,:・「(\p{Script=Han}はがのにをとも→=])[ぁ-ん]{3,6}(?=(?:さん|くん|氏)[はがのもにを、。]|(?:さん|くん)$)/gu;
const SOMEBODY_KANA =
  /(?:みな|たく|おく|おと[うな]|おか[あみ]|おに[いー]|おね[えー]|おじ|おば|おきゃく|やく|ぎょうしゃ|おとなり|とな?り|むす[こめ]|おや|よめ|とも)$/u;
/** 業者さん, お客様, 大家さん: somebody, but nobody in particular. */
const NOBODY =
  /(?:者|社|店|屋|士|師|官|所|庁|省|局|署|院|校|県|市|町|行|会|員|長|先|客|皆|奥|主|方|人|部|課|係|家|組合|役所|職人|メーカー|ベンダー|オーナー|スタッフ|パート|オペレーター|ユーザー|ビル|テナント|仕|同|多|模|有|異|各)$/u;
const TITLED =
  /(?:センター長|工場長|所長|店長|支店長|グループ長|チーム長|リーダー|部長|課長|係長|主任|社長|専務|常務|取締役|室長|次長|主査|顧問|監査役|先生|班長|主幹|組長|職長|社員|課員|技師|相談役|会長|主事)/gu;
const GIVEN =
  '[郎朗子美恵香奈介助太一二三夫男雄彦樹輝也哉人仁斗翔真司史志治次平義之幸則明昭弘宏博浩広正誠隆孝高勝勲修徹哲智代江枝里菜加穂帆乃衣咲愛結花莉久生望健優]';
const FULL_NAME = new RegExp(
  `${HAN}{2,3}?${HAN}{0,1}${GIVEN}(?=[はがのをにもと、,・。:()（）\\n]|も|$)`,
  'gu',
);
const ENGLISH =
  /\b(?:mr|ms|mrs|miss|dr)\b\.? ?(?!and\b)([a-z]{2,})|\b([a-z]{3,})[- ](?:san|kun)\b|\b(he|she|his|hers?|him)\b|\bemployee (?:no\.? ?|number |id )?([a-z]?-?\d{3,})|\b[a-z]\. ([a-z]{3,})\b/gu;

/** People named in a text without spaces, each by surname where one is known. */
export function namedPeople(text: string): Person[] {
  return [...honoured(text), ...titled(text), ...fullNames(text)];
}

/** 「田中は…」: a bare surname as a subject; enough to say whom a statement is about. */
export function isAboutSurname(text: string): boolean {
  return Array.from(text.matchAll(SUBJECT)).some(
    ([, name = '']) => isSurname(name) && !PLACES.has(name),
  );
}

const TOKEN =
  /(?:^|[、,・:(「『\n/=→\]】>;]|[目次後番左右前][はが]|対象は|うち)(\p{Script=Han}{1,4})(?=[。、,・:()」』\n/=→はがのもに○×〇✕]|$|yes|no|ok|ng)/gu;

/** Surnames that stand alone between signs: 「須藤（適）」「（和久井）」「対象：矢部」. */
export function bareSurnames(text: string): Person[] {
  return Array.from(text.matchAll(TOKEN)).flatMap(({ index, 0: found, 1: name = '' }) => {
    const known = name.length === 1 ? SHORT_SURNAMES.has(name) : isSurname(name);
    if (!known || PLACES.has(name)) return [];
    const end = index + found.length;
    return [{ name, start: end - name.length, end }];
  });
}

const PRONOUN = /^(?:he|she|his|hers?|him)$/u;

/** People named in a text with spaces: Mr Tanaka, Sato-san. */
export function namedInEnglish(text: string): Person[] {
  return Array.from(text.matchAll(ENGLISH), (match) => ({
    name: match.slice(1).find((group) => group !== undefined) ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function* honoured(text: string): Generator<Person> {
  for (const match of text.matchAll(HONOURED)) {
    const end = match.index + match[0].length;
    const surname = knownEnding(match[0]);
    if (surname === null && (text[end] === '様' || NOBODY.test(match[0]) || COMPANY.test(match[0])))
      continue;
    const name = surname ?? match[0];
    yield { name, start: end - name.length, end };
  }
  for (const match of text.matchAll(CALLED)) {
    if (SOMEBODY_KANA.test(match[0])) continue;
    yield { name: match[0], start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(CALLED_IN_KANA)) {
    if (/[ァ-ヴーぁ-ん]$/u.test(text.slice(0, match.index)) || !READ.has(inHiragana(match[0])))
      continue;
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

/** 総務部長, 製造主任: a department and no name. */
const DEPARTMENT =
  /(?:総務|人事|経理|財務|会計|営業|技術|製造|品質|保証|品証|開発|設計|購買|調達|資材|物流|生産|法務|企画|経営|情報|業務|工程|検査|保全|工務|施設|設備|安全|環境|研究|事業|管理|推進|統括|監査|代表|担当|技能|警備|教育|電算|広報|秘書|庶務|労務|運行|配送|出荷|入出荷|検品|組立|加工|塗装|鋳造|鍛造|溶接|電気|機械|化学|分析|実験|試験|評価|海外|国内|東京|大阪|本社|支社|工場)$/u;

function knownEnding(text: string): string | null {
  if (DEPARTMENT.test(text)) return null;
  for (const length of [3, 2]) {
    const end = text.slice(-length);
    if (end.length === length && isSurname(end)) return end;
  }
  return SHORT_SURNAMES.has(text) ? text : null;
}

function knownBeginning(text: string): string | null {
  return [3, 2].map((length) => text.slice(0, length)).find(isSurname) ?? null;
}

const SUBJECT = new RegExp(`(?:^|[、,・:])(${HAN}{2,3})(?=[はがのも:])`, 'gu');

const SEPARATED = /[^、,，・/&=\n:()「」。\s]+/gu;

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
  // 「青山と井端と宇佐美」 is a list as well.
  const separated = text.replaceAll(/(?<=\p{Script=Han})[とや](?=\p{Script=Han})/gu, '、');
  let row: { name: string | null; start: number; end: number }[] = [];
  for (const { index, 0: item } of separated.matchAll(SEPARATED)) {
    const previous = row.at(-1);
    if (previous && index - previous.end > 3) row = [];
    const name = itemOf(item);
    if (name === null && (row.length === 0 || item.length > 3)) {
      row = [];
      continue;
    }
    row.push({ name, start: index, end: index + item.length });
    const found = listIn(
      row.flatMap((each) => each.name ?? []),
      row.length,
      HEADED.test(text),
    );
    const [first] = row;
    if (found && first) return { name: found, start: first.start, end: index + item.length };
  }
  return null;
}

/** 「出席：」「入れる人：」 */
const HEADED =
  /(?:人|者|メンバー|氏名|名前|名簿|参加|出席|候補|当番|対象|立会|署名|受講|担当)[^。\n:]{0,4}:/u;

/** Three of which most are names, or two in kana or in full; places do not count. */
function listIn(names: readonly string[], length: number, headed: boolean): string | null {
  const people = names.filter((name) => !PLACES.has(name));
  const full = people.filter((name) => KANA_NAMES.has(inHiragana(name)) || !isSurname(name));
  const enough =
    people.length >= 3 ||
    (headed && people.length >= 2) ||
    (names.length >= 3 && people.length >= 2) ||
    (length >= 3 && people.length >= 2 && names.length * 3 >= length * 2);
  return enough || full.length >= 2 ? (people[0] ?? null) : null;
}

/** 松岡精機, 山口工場: a company or a place called after somebody. */
const COMPANY =
  /(?:精機|化成|電工|工場|商事|工業|製作所?|建設|電機|産業|物流|運輸|運送|支店|営業所?|事業所?|化学|機械|金属|鉄工|製鋼|技研|興業|商会|印刷|倉庫|町内|商店|銀行|大学|高校|病院|会館|電子|電気|通信|食品|製薬|塗装|樹脂|鋼業|木材|石油|自動車|工務店|本店|分室|地区|方面|拠点|線材)$/u;
const PLACE = /[市県町村区駅港橋店社部課室寮線通山川組]$/u;

/** 「鍵を持つのは石田」「それと土屋の…」「茂木まで終わった」: the name in an item of a list. */
function itemOf(item: string): string | null {
  const tail = /[^はがのをにで:としらて]*$/u.exec(item)?.[0] ?? '';
  const head = item.replace(/^(?:それと|それから|あとは?|および|及び)/u, '');
  const start = /^[^はがのをにでまだと。]*/u.exec(head)?.[0] ?? '';
  return [item, start, tail].find((name) => isListed(name)) ?? null;
}

/** One item of a list of names: a surname, a full name, a name in kana. */
function isListed(name: string): boolean {
  if (isSurname(name) || KANA_NAMES.has(inHiragana(name))) return true;
  const surname = /^\p{Script=Han}{3,5}$/u.test(name) ? knownBeginning(name) : null;
  return (
    surname !== null && surname.length < name.length && !COMPANY.test(name) && !PLACE.test(name)
  );
}

const READ: ReadonlySet<string> = new Set(READINGS);
const KANA_NAMES: ReadonlySet<string> = new Set([...READINGS, ...GIVEN_READINGS]);

function inHiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
}

/** Given and family name in Latin letters, two or more in a row. */
const LATIN_LIST =
  /\b[A-Z][a-z]{1,11} [A-Z][a-z]{2,11}(?:(?:,| and|;|\/) ?(?:and )?[A-Z][a-z]{1,11} [A-Z][a-z]{2,11}){1,20}/gu;
/** Sakamoto, Iijima and Honda · Yamada K., Suzuki T. */
const LATIN_SURNAMES =
  /\b[A-Z][a-z]{2,11}(?: [A-Z]\.)?(?: ?[,;/] ?(?:and )?[A-Z][a-z]{2,11}(?: [A-Z]\.)?){1,20}(?: and [A-Z][a-z]{2,11})?/gu;
const LATIN_PLACES =
  /\b(?:tokyo|osaka|nagoya|kyoto|kobe|sendai|sapporo|fukuoka|hiroshima|yokohama|nagano|chiba|saitama|kanagawa|shizuoka|niigata|okinawa|hokkaido|japan|kawasaki)\b/giu;
const MORAE = /^(?:sh|ch|ts|[kgnhbpmrj]y|[kstnhmyrwgzdbpjf]|kk|ss|tt|pp|tch|[aiueo]|n)*$/u;

/** Noriko, Sugita: letters that spell Japanese. */
export function isReading(word: string | undefined): boolean {
  return word !== undefined && word.length > 3 && MORAE.test(word.toLowerCase());
}

/** Lists of people in either language. */
export function listsOfNames(lines: Folded, words: Folded, cased: Folded): Hit[] {
  const list = nameList(lines.text, namedPeople(lines.text));
  const english = nameList(
    '',
    namedInEnglish(words.text).filter(({ name }) => !PRONOUN.test(name)),
  );
  const lists = [...cased.text.matchAll(LATIN_LIST), ...cased.text.matchAll(LATIN_SURNAMES)];
  const latin = lists.filter(
    ([found]) =>
      found
        .replaceAll(LATIN_PLACES, '')
        .toLowerCase()
        .split(/[^a-z]+/u)
        .filter((word) => word.length > 2 && MORAE.test(word)).length >=
      (/ [A-Z]\./u.test(found) ? 2 : 3),
  );
  return [
    ...(list ? [hitAt('names', lines, list.start, list.end)] : []),
    ...(english ? [hitAt('names', words, english.start, english.end)] : []),
    ...latin.map(({ index, 0: found }) => hitAt('names', cased, index, index + found.length)),
  ];
}
