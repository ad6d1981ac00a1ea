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
  /^(?:等|など)?(?:の)?(?:(?:指定|提供|保護|取扱い?|取り扱い?|管理|活用|適性評価|の|及び|および|並びに|・|と|に関する|に関し|等)){0,8}(?:適性評価|法(?!人|務)|法律|法令|施行令|政令|規程|規則|運用基準|ガイドライン|要領|マニュアル|手順書)/u;

const HANDLED =
  '(?:当社では|当社は|現在は?|まだ|今後も?|一切)?(?:保有|所持|受領|作成|取り?扱|扱|預か|受け取|持|提供(?:を|は)?受け|提供さ|受け|該当)';
/** 「…を保有していない」「…を取り扱う場合」 say nothing of any information. */
const NOT_HELD = pattern(
  `^(?:に当たる情報|に該当する情報)?(?:の提供|の受領|の作成|の保有|の取扱い?)?(?:を|は|も|が|に|には)?${HANDLED}` +
    // A class and not alternatives: every text is read in one way only.
    '[するしていおりつっうわらたけれこは]{0,8}' +
    '(?:ない|ず|なし|ません|ありません|予定|見込み|ときに備え|ことになったら|かどうか|ものがあるか|場合|とき|際|前|まで)',
  'u',
);
/** Whether there is any is not known yet. */
/** What is not there, what is explained, practised or aimed at. */
const IN_GENERAL =
  /^(?:とは|との違い|(?:の?(?:文書|書類|資料))?の?(?:表示(?:は|を|の|方法|位置)|(?:受領|授受|保管|受渡し|返却|廃棄)(?:から|の(?:流れ|手順)|(?:・|、|と)))[^。]{0,30}(?:手引|様式|規程|手順|細則|流れ|図に|定め|こと$|合わせ|ルール|位置)|(?:の取扱い)?を想定|の?(?:訓練|説明|教育|研修|制度|対象|指定を受け)|を(?:教材|例)|を目指|に備え)|^(?:の[^。]{0,8})?[をはがもに][^。\n]{0,14}(?:いない|はない|がない|もない|いません|ありません|なし)(?:$|[。、とたの])/u;
const SCHEME =
  /^の(?:指定|取扱者|取扱業務|保護|漏えい|提供|範囲|管理|閲覧|取扱い?)[^。]{0,8}(?:は|が|を|に|と)[^。]{0,30}(?:行政機関|長が|法で|法に|定め|決め|行う|基準|手続|規程|内閣|国が)/u;
const OPEN =
  /^(?:を|の|に|が|は)[^。]{0,14}?(?:ことになったら|ことになれば|かどうか|ものがあるか|のか(?=[はを])|場合)/u;

/** The same words stand on boxes and bottles, and in talk about kinds of marks. */
const EVERYDAY =
  /^(?:と(?:書いた|書かれた|ある)|の|」の|シールの)?(?:ラベル|シール|札|ステッカー|薬品|薬剤|試薬|品(?!目)|荷物?|貨物|ガラス|部材|化学品|危険物|容器|棚|マーク|テープ|商品)/u;
/** Words that companies use for their own papers as well. */
const COMPANY_KIND = /極秘|厳秘|取|機密/u;
const KINDS_AFTER =
  /^(?:」?と(?:表示|記載)(?:する|した|すべき)[^。]{0,8}(?:範囲|基準|手順|場所|保管)|」?の(?:透かし|表示(?:方法|位置|欄)?(?:は|を|の))|と押され|という|との?|の)?[^。]{0,14}?(?:(?:文書|書類|情報|案件|もの)は?(?:な[いくし]|ありません)|(?:札|用紙|掲示|看板|ポスター)|表示を[^。]{0,20}(?:変え|替え|改め|付け)|(?:呼び方|言い方|言葉|用語)|(?:表示|印|判子?|標記|スタンプ)(?:は|を)[^。]{0,30}(?:付け|押[すし]|貼|だけ|のみ|限|使|廃)|区分(?:は|が|を|に|という|の)|廃止|使わ(?:ず|ない)|使っていな|用いな|当社には?な|定義|印は|判子は|客先に返|貼って出荷|ラベル)/u;

export function isTalkOfKinds(text: string, start: number, end: number): boolean {
  const sentence = text.slice(end).split(/[。\n]/u, 1)[0] ?? '';
  return KINDS_AFTER.test(sentence) && text.slice(0, start).length < 60;
}

const KIND =
  /^(?:」|』)?(?:など|等|とか|といった|という|とは|は、|の?区分|相当|と同じ扱いに?は|or |and similar)/u;
const NONE =
  /^(?:の(?:提供|受領|作成|保有|取扱い?)|に関する(?:業務|契約|取引))?(?:の?実績)?(?:は|が|も)(?:ない|なし|ありません|無い)/u;

/** 機密 is an everyday word (機密保持契約); as a mark or as the nature of a paper it is not. */
const SECRET = pattern(
  '[「『【\\[<〈《(]機密[」』】\\]>〉》)]|^機密(?=[:\\-]|$)|機密(?=:)' +
    '|機密(?:扱い|指定|案件|図面|の(?:図面|文書|書類|資料|案件|件|写し|調査))|機密(?=と(?:表示|記載|書)|の(?:表示|印|標記))' +
    '|[「『【\\[<〈《(]秘[」』】\\]>〉》)](?!の?(?:印|判|判子|区分)[^。]{0,12}(?:使わ|廃止|やめ|用い|改め|な[いし]))|秘文書|秘密指定',
);

const ENGLISH =
  /\btop[ -]?secret\b|\b(?:specially )?designated secrets?\b|\bspecial defen[cs]e secrets?\b|\b(?:critical|important) economic security information\b|\bsecret ?\/\/|\bclassified (?:information|documents?|drawings?|files?|materials?|contracts?|data|reports?|papers?|projects?)\b|\bmarked (?:as )?["“'(]?(?:secret|confidential|classified)\b|tokutei[ -]?himitsu|\bgokuhi\b|j[uū]+y[oō]u?[ -]?keizai[ -]?anpo|[[(<](?:secret|confidential)[\])>]/gu;
const ENGLISH_RULE =
  /^(?:['’]s?)? (?:(?:protection|handling|and|utili[sz]ation|use|management) ){0,5}(?:act|law|rules?|regulations?|order|guidelines?)\b/u;
const ENGLISH_OUT =
  /^(?: information| documents?| material)? (?:is|are|was|were) (?:not|out of|outside|never|handled only)\b|^ (?:go|must|are to|shall|should|need)\b[^\n]{0,60}\b(?:rules?|handbook|procedure|polic(?:y|ies)|must|never|cabinet)\b/u;
const ENGLISH_BEFORE =
  /\b(?:no|not (?:yet )?(?:hold|handle|have|receive)(?: any)?|without(?: any)?|act on the protection and (?:utili[sz]ation|use) of(?: the)?|act on the protection of) $/u;
/** A word in capitals at the head of a line is a mark: SECRET, CONFIDENTIAL - summary. */
const HEADING = /^ ?(?:SECRET|CONFIDENTIAL|CLASSIFIED)(?= ?(?:$|[-–—:/]))/gmu;

/** @param dense spaces gone · @param words single spaces · @param cased the same as typed */
export function markings(dense: Folded, words: Folded, cased: Folded): Hit[] {
  const hits: Hit[] = [];
  if (!/top[ -]?secret/u.test(words.text)) {
    for (const { index, 0: found } of dense.text.matchAll(/topsecret/gu)) {
      hits.push(hitAt('marking', dense, index, index + found.length));
    }
  }
  for (const match of dense.text.matchAll(NAMED)) {
    const end = match.index + match[0].length;
    const rest = dense.text.slice(end, end + 60);
    if (
      RULE.test(rest) ||
      NOT_HELD.test(rest) ||
      NONE.test(rest) ||
      OPEN.test(rest) ||
      SCHEME.test(rest) ||
      IN_GENERAL.test(rest)
    )
      continue;
    if (COMPANY_KIND.test(match[0]) && isTalkOfKinds(dense.text, match.index, end)) continue;
    if (match[0].startsWith('取') && EVERYDAY.test(rest)) continue;
    hits.push(hitAt('marking', dense, match.index, end));
  }
  for (const match of dense.text.matchAll(SECRET)) {
    if (isTalkOfKinds(dense.text, match.index, match.index + match[0].length)) continue;
    hits.push(hitAt('marking', dense, match.index, match.index + match[0].length));
  }
  for (const match of words.text.matchAll(ENGLISH)) {
    const end = match.index + match[0].length;
    const before = words.text.slice(Math.max(0, match.index - 60), match.index);
    const rest = words.text.slice(end, end + 60);
    if (ENGLISH_RULE.test(rest) || ENGLISH_BEFORE.test(before) || KIND.test(rest)) continue;
    if (ENGLISH_OUT.test(rest)) continue;
    hits.push(hitAt('marking', words, match.index, end));
  }
  for (const match of cased.text.matchAll(HEADING)) {
    const end = match.index + match[0].length;
    hits.push(hitAt('marking', cased, end - match[0].trimStart().length, end));
  }
  return hits;
}
