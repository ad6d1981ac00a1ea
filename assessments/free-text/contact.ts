import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';

const AT = /@|[[(<]at[\])>]/gu;
const LOCAL = /[a-z0-9._%+-]{1,64}$/u;
const HOST = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/u;

/** E-mail addresses; looked for at each @, so that no text makes it slow. */
export function emails(dense: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const match of dense.text.matchAll(AT)) {
    const after = match.index + match[0].length;
    const local = LOCAL.exec(dense.text.slice(Math.max(0, match.index - 64), match.index));
    const host = HOST.exec(dense.text.slice(after, after + 255));
    if (!local || !host) continue;
    hits.push(hitAt('email', dense, match.index - local[0].length, after + host[0].length));
  }
  return hits;
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ADDRESS = new RegExp(`(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?![\\d.])`, 'gu');
const VERSION = /(?:v|ver|version|版|バージョン|第)[^\d]{0,4}$/u;
const CODE =
  /(?:暗証番号|解錠番号|鍵の?番号|錠の?番号|金庫の?番号|キーナンバー|ダイヤル番号|\bpin(?: ?code)?)[^\d\n]{0,6}\d[\d -]{2,14}\d(?!\d)(?! ?(?:年|月|桁|文字|回|人|名|円|か月|日|digit|char))/gu;
const PASSWORD =
  /(?:パスワード|password|passphrase)(?:は|が|:|=| is| |「|"){1,3}(?=[!-~]{0,30}\d)(?=[!-~]{0,30}[a-z])[!-~]{6,40}/gu;

/** What opens a door or a terminal: codes, passwords, network addresses. */
export function facilitySecrets(words: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const kind of [CODE, PASSWORD, ADDRESS]) {
    for (const match of words.text.matchAll(kind)) {
      if (kind === ADDRESS && VERSION.test(words.text.slice(0, match.index))) continue;
      const end = match.index + match[0].length;
      hits.push(hitAt('facility-secret', words, match.index, end));
    }
  }
  return hits;
}
