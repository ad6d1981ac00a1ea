import type { Folded } from './folded.ts';
import { hitAt, type FreeTextReason, type Hit } from './hit.ts';
import { withDigits } from './numbers.ts';
import { pattern } from './pattern.ts';

/** Numbers and names by which a bank, an insurer or a service knows somebody. */
const KINDS: readonly { reason: FreeTextReason; pattern: RegExp }[] = [
  {
    reason: 'identity-number',
    pattern: pattern(
      'ゆうちょ[^\\n。]{0,8}記号[^\\n。]{0,3}\\d{5}|(?:口座|銀行|信金|信用金庫|農協|通帳|支店|本店|普通(?:預金)?|当座|振り?込み?)[^\\d\\n。]{0,12}\\d{7}(?!\\d)',
    ),
  },
  {
    reason: 'identity-number',
    pattern: pattern(
      '(?:社保|健保|国保|保険証|被保険者証?|雇用保険|健康保険|労災保険|年金|基礎年金|介護保険|ねんきん|けんこうほけん)[^\\n。]{0,14}?(?:番号|記号|no\\.?)[^\\d\\n。]{0,6}\\d[\\d -]{1,14}',
    ),
  },
  {
    reason: 'identity-number',
    pattern: /(?<![a-z\d-])[a-z]{2}\d{8}[a-z]{2}(?![a-z\d])/gu,
  },
  {
    reason: 'identity-number',
    pattern: pattern(
      '(?:旅券|パスポート|passport)[^\\n。]{0,24}?(?<![a-z])[a-z]{1,2} ?\\d{6,8}(?!\\d)|(?:免許|めんきょ)証?[^\\n\\d]{0,30}\\d[\\d -]{9,15}\\d|(?:住民票コード|個人識別|免状番号|資格者?証|手帳番号|診察券|学籍番号|組合員番号|会員番号)[^\\d\\n。]{0,6}\\d[\\d -]{3,14}',
    ),
  },
  {
    reason: 'identity-number',
    pattern:
      /(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\d-])|(?:クレジット)?カード番号[^\d\n。]{0,6}\d[\d -]{10,20}/gu,
  },
  {
    reason: 'identity-number',
    pattern: pattern(
      '\\p{Script=Han}{2,4} ?\\d{2,3} ?[ぁ-ん] ?\\d{1,4}(?![\\d年月日])|(?:マイナンバー|個人番号)[^\\n。]{0,10}?下?\\d桁[^\\d。]{0,6}\\d{4}|(?:誕生日)[^\\d\\n。]{0,6}\\d',
    ),
  },
  {
    reason: 'identity-number',
    pattern: /\b(?:account|iban)(?: at [a-z ]{2,20})?(?: (?:is|no\.?|number))?:? ?\d{7,}/gu,
  },
  {
    reason: 'phone',
    pattern:
      /0[789]0(?:で始ま|で、|から始ま)|(?:(?:ゼロ|レイ|マル|イチ|ニイ?|サン|ヨン|ゴオ?|ロク|ナナ|ハチ|キュウ|キュー)[、・ -]?){6,16}|(?<!\d)(?:\+|00)81[ -]?[1-9]0?[ -]?\d{4}[ -]?\d{4}|(?:内線|extension|ext\.?) ?\d{3,5}(?= |\n|$|、|。|携)/gu,
  },
  {
    reason: 'email',
    pattern: pattern(
      '(?:line|ライン|(?<![a-z])x|twitter|ツイッター|インスタ(?:グラム)?|instagram|facebook|フェイスブック|skype(?: id)?|スカイプ|telegram|テレグラム|signal|wechat|微信|カカオ|kakao|whatsapp|discord|アカウント)(?:の(?:id|アカウント|ユーザー名|名前)?)?(?:は|:| |=|@|の)[ 「@]{0,2}[a-z][a-z0-9_.:-]{3,30}(?=[、。」 \\n]|で|です|が|へ|に|$)',
    ),
  },
  {
    reason: 'email',
    pattern: pattern('@ ?[ぁ-んァ-ヴー]{3,}[.。・ ]?(?:じぇいぴー|どっと|こむ|ねっと|しーおー)?'),
  },
  {
    reason: 'email',
    pattern:
      /[a-z0-9._-]{2,40} ?(?:\[at\]|\(at\)|<at>|【at】| at |アット(?:マーク)?|あっと(?:まーく)?) ?[a-z0-9-]{2,40} ?(?:\.|\[dot\]|\(dot\)| dot |ドット|どっと)|アットマーク|あっとまーく|[a-z0-9._-]{2,40}[ +]{0,3}@[ +]{0,3}[a-z0-9-]{2,40}[ .](?:com|net|org|jp|co|ne|or|go)|[(（]ドット[)）]|\.(?:com|co\.jp|ne\.jp|or\.jp) ?(?:宛|へ|まで)|g(?:oogle)?mail(?:の|は|:|で)[ 「]?[a-z][\w.-]{3,30}/gu,
  },
];

export function accounts(words: Folded): Hit[] {
  return KINDS.flatMap(({ reason, pattern }) =>
    Array.from(withDigits(words.text).matchAll(pattern), ({ index, 0: found }) =>
      hitAt(reason, words, index, index + found.trimEnd().length),
    ),
  );
}
