import { pattern } from '../pattern.ts';

const COUNTRY =
  '(?:中国|中華|韓国|北?朝鮮|ロシア|露国|台湾|香港|米国|アメリカ|英国|イギリス|カナダ|豪州|ドイツ|フランス|ベトナム|フィリピン|タイ|インド|インドネシア|ブラジル|ペルー|イラン|ネパール|ミャンマー|バングラデシュ|スリランカ|パキスタン|ウクライナ|ベラルーシ|カザフスタン|ウズベキスタン|モンゴル|トルコ|シリア|キューバ|シンガポール|マレーシア|カンボジア|ラオス|エジプト|ナイジェリア|日米|日中|日韓|日露|外国|他国|海外|異国|北京|上海|瀋陽|大連|モスクワ|平壌|ソウル|ハノイ|テヘラン)';

/** One pattern of Japanese alternatives (line by line) and English words; kana read alike. */
export function anyOf(japanese: string, english: string): RegExp {
  const words = japanese.replaceAll(/\s+/gu, '').replaceAll('{COUNTRY}', COUNTRY);
  return pattern(`${words}|\\b(?:${english})\\b`);
}
