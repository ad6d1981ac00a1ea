import { CASES, ITEMS, PERSON, RESULTS, type Item } from './vetting-words.ts';
import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { isAboutSurname, namedPeople } from './people.ts';
import { sentencesOf } from './sentences.ts';

/** Policy talks about rules and about what is not done. */
const POLICY =
  /規程|規定|規則|手順|方針|ルール|要領|様式|マニュアル|ひな形|ガイドライン|教育|研修|教材|周知|説明(?:会|書|資料|文|する)|誓約|窓口|条項|旨(?=[をは]|の)|禁|ない(?:こと|よう|もの|と|旨|方)|しない|不利益|ものとする|かどうか|だけが|だけの|のみ|限[るり]/u;
/** 「逮捕された場合の…」: nothing has happened. */
const IF = /^.{0,12}?(?:場合|とき(?=[のはにも])|際(?=[のはにも]))/u;
/** 「…がいる」 is a case and not a rule, whatever else the sentence says. */
const CASE =
  /(?:社員|従業員|者|人|担当者?|候補者?|部員|職員|方|名|一人|一名)(?:が|は|も)?(?:数|[\d一二三四五六七八九十]+)?[名人]?(?:いる|いた|おり|います|いました|いて|、|$)(?!場合|とき|か|際|こと)/u;

const ASKED =
  '聞か|聴か|訊か|尋ね|たずね|問わ|集め|収集し|取得し|把握し|確認し|調べ|調査し|記録し|記載し|書か|書き込ま|保存し|保管し|預から|扱わ|触れ|立ち入ら|持た|求め|見|推測し|詮索し|使わ|利用し|理由にし|入力し|残さ|設け|含め|載せ|質問し|要求し|照会し|決め|変え';
/** 「病歴を聞かない」: what stands between may be an object, never a statement. */
const NOT_ASKED = new RegExp(
  `^(.{0,40}?)(?:(?:${ASKED})(?:ない|ず|ません|なかった)|(?:収集|取得|質問|確認|記録|調査|詮索|把握|聴取|利用|照会)(?:の|を|は)?(?:禁止|禁じ|行わない|しない|不可))`,
  'u',
);
const STATEMENT =
  /が(?:ある|あり|あっ|多い|発覚|判明)|あり(?=[、。]|$)|のため|により|だから|なので|ので|した|いる|いた|だった|である|抱え|患|中(?=[、。の]|$)/u;
const SUBJECT_OF_RULE =
  /^(?:した|中の|状態の)?(?:取引先|外注先?|会社|企業|仕入先|業者|得意先|顧客|子会社|発注[者元]|メーカー|協力会社)|^中の(?:社員|従業員|職員|者)の(?:端末|アカウント|権限|鍵|席|代理|扱い|連絡|手続)|^(?:不調)?者?(?:への|に対する)(?:対応|配慮|支援|相談)|^(?:歴|等|など|の有無)?(?:に関する|についての|の|運転(?:の)?)?(?:規程|規定|手順|研修|教育|教材|方針|ルール|規則|取扱い|相談窓口|条項|検査|防止|チェック)/u;
const SOMEBODY_THEN_POLICY =
  /^(?:かった|い|せず|た|し|こと|の)?(?:人|者|従業員|社員|方|本人|とき|場合|際|理由|こと|の有無)/u;

/** Statements about a person's vetting: the content of the seven items, or how it went. */
export function vetting(lines: Folded): Hit[] {
  const hits: Hit[] = [];
  let named = false;
  for (const { text, start } of sentencesOf(lines.text)) {
    const here = namedPeople(text).length > 0 || isAboutSurname(text) || CASES.named.test(text);
    // 「田中さん。うつ病で通院中。」 is one statement.
    const about = {
      named: here,
      before: named,
      somebody: PERSON.test(text),
      policy: POLICY.test(text),
    };
    named ||= here;
    for (const item of ITEMS) {
      for (const match of text.matchAll(item.pattern)) {
        const end = match.index + match[0].length;
        if (!isContent(item, text, match.index, end, about)) continue;
        hits.push(hitAt('vetting-content', lines, start + match.index, start + end));
      }
    }
    for (const { pattern, onlyNamed } of RESULTS) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (onlyNamed && !about.named) continue;
        if (!isResult(text, end, about)) continue;
        hits.push(hitAt('vetting-result', lines, start + match.index, start + end));
      }
    }
  }
  return hits;
}

interface About {
  /** Somebody is named in this sentence; in one before it. */
  named: boolean;
  before: boolean;
  /** 社員, 候補者, 妻 … */
  somebody: boolean;
  policy: boolean;
}

function isContent(item: Item, text: string, start: number, end: number, about: About): boolean {
  const rest = text.slice(end);
  if (isNotAsked(rest) || SUBJECT_OF_RULE.test(rest)) return false;
  if (about.named) return true;
  if (!item.state.test(rest) && !item.stated.test(text.slice(0, start))) return false;
  if ((about.policy || IF.test(rest)) && !CASE.test(text)) return false;
  return about.before || about.somebody || item.plain;
}

function isResult(text: string, end: number, about: About): boolean {
  const rest = text.slice(end);
  if (about.named) return !(SOMEBODY_THEN_POLICY.test(rest) && POLICY.test(rest));
  return !(about.policy || IF.test(rest)) || CASE.test(text);
}

function isNotAsked(rest: string): boolean {
  const match = NOT_ASKED.exec(rest);
  return match !== null && !STATEMENT.test(match[1] ?? '');
}
