import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { pattern } from './pattern.ts';

/** Names of protected information. Written here, they say what the company holds or is asked for. */
const NAMED = pattern(
  '重要経済(?:安全保障|安保)情報|じゅうようけいざいあんぽじょうほう' +
    '|(?:特定|とくてい)(?:秘密|ひみつ)|特別防衛(?:秘密|ひみつ)|とくべつぼうえいひみつ' +
    '|装備品等(?:秘密|ひみつ)|そうびひんとうひみつ|防衛秘密|省秘' +
    '|極秘|厳秘|(?:国家|軍事|防衛|最高)機密|取り?扱い?注意|とりあつかいちゅうい|秘指定',
);

/** The name of a law or a rule names no information. */
const RULE =
  /^(?:等|など)?(?:の)?(?:(?:指定|提供|保護|取扱い?|取り扱い?|管理|活用|適性評価|の|及び|および|並びに|・|と|に関する|に関し|等)){0,8}(?:法(?!人|務)|法律|法令|施行令|政令|規程|規則|運用基準|ガイドライン|要領|マニュアル|手順書)/u;

const HANDLED =
  '(?:当社では|当社は|現在は?|まだ|今後も?|一切)?(?:保有|所持|受領|作成|取り?扱|扱|預か|受け取|持|提供(?:を|は)?受け|提供さ|受け|該当)';
/** 「…を保有していない」「…を取り扱う場合」 say nothing of any information. */
const NOT_HELD = pattern(
  `^(?:に当たる情報|に該当する情報)?(?:の提供|の受領|の作成|の保有|の取扱い?)?(?:を|は|も|が|に|には)?${HANDLED}` +
    // A class and not alternatives: every text is read in one way only.
    '[するしていおりつっうわらたけれこは]{0,8}' +
    '(?:ない|ず|なし|ません|ありません|予定(?:は|が|も)?(?:ない|ありません|なし)|ときに備え|場合|とき|際|前|まで)',
  'u',
);
const NONE =
  /^(?:の(?:提供|受領|作成|保有|取扱い?)|に関する(?:業務|契約|取引))?(?:は|が|も)(?:ない|なし|ありません|無い)/u;

/** 機密 is an everyday word (機密保持契約); as a mark or as the nature of a paper it is not. */
const SECRET = pattern(
  '[「『【\\[<〈《(]機密[」』】\\]>〉》)]|^機密(?=[:\\-]|$)|機密(?=:)' +
    '|機密(?:扱い|指定|案件|図面|の(?:図面|文書|書類|資料|案件|件|写し|調査))|機密(?=と(?:表示|記載|書)|の(?:表示|印|標記))' +
    '|[「『【\\[<〈《(]秘[」』】\\]>〉》)]|秘文書|秘密指定',
);

const ENGLISH =
  /\btop[ -]?secret\b|\b(?:specially )?designated secrets?\b|\bspecial defen[cs]e secrets?\b|\b(?:critical|important) economic security information\b|\bsecret ?\/\/|\bclassified (?:information|documents?|drawings?|files?|materials?|contracts?|data|reports?|papers?|projects?)\b|\bmarked (?:as )?["“'(]?(?:secret|confidential|classified)\b|tokutei[ -]?himitsu|\bgokuhi\b|j[uū]+y[oō]u?[ -]?keizai[ -]?anpo|[[(<](?:secret|confidential)[\])>]/gu;
const ENGLISH_RULE =
  /^(?:['’]s?)? (?:(?:protection|handling|and|utili[sz]ation|use|management) ){0,5}(?:act|law|rules?|regulations?|order|guidelines?)\b/u;
const ENGLISH_BEFORE =
  /\b(?:no|not (?:yet )?(?:hold|handle|have|receive)(?: any)?|without(?: any)?|act on the protection and (?:utili[sz]ation|use) of(?: the)?|act on the protection of) $/u;
/** A word in capitals at the head of a line is a mark: SECRET, CONFIDENTIAL - summary. */
const HEADING = /^ ?(?:SECRET|CONFIDENTIAL|CLASSIFIED)(?= ?(?:$|[-–—:/]))/gmu;

/** @param dense spaces gone · @param words single spaces · @param cased the same as typed */
export function markings(dense: Folded, words: Folded, cased: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const match of dense.text.matchAll(NAMED)) {
    const end = match.index + match[0].length;
    const rest = dense.text.slice(end, end + 60);
    if (RULE.test(rest) || NOT_HELD.test(rest) || NONE.test(rest)) continue;
    hits.push(hitAt('marking', dense, match.index, end));
  }
  for (const match of dense.text.matchAll(SECRET)) {
    hits.push(hitAt('marking', dense, match.index, match.index + match[0].length));
  }
  for (const match of words.text.matchAll(ENGLISH)) {
    const end = match.index + match[0].length;
    const before = words.text.slice(Math.max(0, match.index - 60), match.index);
    if (ENGLISH_RULE.test(words.text.slice(end, end + 60)) || ENGLISH_BEFORE.test(before)) continue;
    hits.push(hitAt('marking', words, match.index, end));
  }
  for (const match of cased.text.matchAll(HEADING)) {
    const end = match.index + match[0].length;
    hits.push(hitAt('marking', cased, end - match[0].trimStart().length, end));
  }
  return hits;
}
