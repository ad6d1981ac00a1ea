import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { pattern } from './pattern.ts';

const DIGIT = '[\\d〇一二三四五六七八九十百]';
/** A street number behind a town, the postal code of somebody, the streets of Kyoto. */
const PLACES = [
  pattern(
    `(?:[都道府県市区町村郡島]|[ァ-ヴ](?:ケン|シ|ク|チョウ|マチ|グン)(?=[ \\n]))[^\\n。、]{0,20}?(?!20\\d\\d-)${DIGIT}{1,4}(?:丁目|番地|番|号|-${DIGIT}{1,4}-${DIGIT}{1,5}|-\\d{1,4}(?![\\d-]))`,
  ),
  pattern(`字[^\\n。、\\d]{1,10}?${DIGIT}{1,5}(?:番地?|-\\d|$|の)`),
  pattern(`〒\\d{3}-?\\d{4}`),
  pattern(
    `(?:団地|アパート|マンション|ハイツ|コーポ|荘|レジデンス|メゾン)[^\\n。]{0,6}?\\d{1,3}(?:棟|号|階|-)`,
  ),
  pattern(
    `(?:自宅|実家|住まい|(?<![国農一])家(?![族電賃具庭宅計業内])|アパート|下宿|引っ?越し(?:た|まし|先)|引っ?越して|越してき|転居(?:先|し))(?:は|が|た|て|の場所|ました)[^。、]{0,24}?(?:駅|[市町区村]|丁目|通り|向かい|隣|裏|角|近く|公園|団地|号|階|\\d)`,
  ),
  pattern(
    `(?:公団|号棟|軒目|交差点)[^\\n。]{0,12}(?:\\d|家|自宅|です)|が(?:自宅|実家|住まい)(?:です|だ|になり)`,
  ),
  pattern(`(?:\\d{1,4}号室|寮の\\d{2,4})[^\\n。]{0,8}(?:住|暮ら|借り|自宅)`),
  pattern(`\\d{1,3}の\\d{1,3}の\\d{1,4}`),
  pattern(`通[^\\n。、]{0,10}(?:上ル|下ル|上る|下る|入ル|入る)`),
  pattern(`(?:住所|自宅|実家|住まい|住民票|居所|下宿|寮)[^\\n。]{0,24}?\\d{1,4}(?:-\\d{1,4}){1,3}`),
  pattern(`${DIGIT}{1,4}丁目[^\\n。]{0,6}?${DIGIT}{1,4}(?:番|-|の)`),
] as const;
/** Where a company works is public; where somebody lives is not. */
const COMPANY =
  /本社|本店|支店(?!の\d{7})|支社|工場|営業所|事業所|事業場|所在地|倉庫|拠点|登記|研究所|センター(?!長)|店舗|当社は|当社の|会社は/u;
const HOME =
  /自宅|住所|住まい|住ん|住民票|実家|家族|引っ越|引越|宛|様方|届け|郵便|帰宅|アパート|マンション|寮|号室|下宿/u;
const NO_ADDRESS =
  /(?:条|項|版|章|頁|ページ|文書|様式|別表|品番|型番|ロット|管理番号|図番)[^\n。]{0,8}$/u;

/** Where somebody lives. */
export function addresses(words: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const place of PLACES) {
    for (const { index, 0: found } of words.text.matchAll(place)) {
      const line = words.text.slice(Math.max(0, index - 60), index + found.length + 40);
      if (COMPANY.test(line) && !HOME.test(line)) continue;
      if (NO_ADDRESS.test(words.text.slice(Math.max(0, index - 10), index))) continue;
      hits.push(hitAt('address', words, index, index + found.length));
    }
  }
  return hits;
}
