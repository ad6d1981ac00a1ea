import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { isTalkOfKinds } from './markings.ts';
import { pattern } from './pattern.ts';

/** Marks of papers that are not everybody's, as they stand at the head of a line. */
const MARKS =
  '秘|部外秘|取扱者限り?|機密区分:秘|注意\\([^)]{0,8}[省庁府]\\)|特秘|対外秘|部内限|省秘|庁秘|極秘|厳秘|機密|丸秘|まる秘|マル秘|まるひ|取扱(?:厳重)?注意|厳重注意|部内限り?|省内限り?|庁内限り?|課内限り?|室内限り?|関係者(?:以外秘|限り?|外秘)|対外厳秘|無断(?:転載|複製)禁止?|複[製写]厳?禁止?|持ち?出し?厳?禁止?|閲覧後(?:返却|廃棄|焼却)|要返却|転記禁止|撮影禁止|配布先限定|限定配布|公表前|未公表|非公開|報道解禁前';
/** With nothing before and a sign, a space or the content behind; 「」 count as signs. */
const HEADED = pattern(
  `(?:^|[\\n。])[ ★☆*#■◆●○<(\\[【「『〔（《]{0,4}(?:${MARKS})[・／/、 ]?(?:${MARKS})?[ ★☆*#■◆●<>)\\]】」』〕》:;,、(\\n-]{1,4}(?=[^ \\n])`,
);
/** Marks that nothing but a paper of the state carries. */
const STATE = pattern(
  '機密性[23](?!(?:以上|の)?(?:情報)?(?:の)?(?:区分|相当|基準|定義|とは))|(?:防衛省|自衛隊|警察庁|外務省|経済産業省|内閣(?:府|官房))(?:「注意」|\\[注意\\]|【注意】)|重経安|重要経安|重経情|特防秘|指定秘|秘密区分[:は]|秘区分[:は]|「[重秘特密]」の?(?:印|判子?|スタンプ|マーク)(?![^。]{0,12}(?:使わ|廃止|やめ|用い[なず]|改め|な[いし]))|[(\\[【「][重特密極][)\\]】」](?=[^のがはを])|保存期限:.{0,16}内容:|マル秘(?![にをとのはが])|丸秘(?![にをとのはが])|(?:赤い|朱色?の|赤の)(?:判子?|印|スタンプ|文字で「)|取扱厳重注意|指定(?:第|番号)[^\\d。]{0,3}\\d',
);
const ENGLISH =
  /\b(?:cesi|fouo|limdis|noforn|controlled unclassified|cui) ?(?:\/\/|[-–—:]|\(|draft)|\bfor official use only\b|\bofficial[-: ]{1,2}sensitive\b|\beyes only\b|\bdo not (?:copy|distribute|forward)\b|\brestricted ?(?:\/\/|[-–—:]|\()|\b(?:secret|confidential|classified|restricted) ?(?:\/\/|[-–—:(])|\bhandle via\b|\brel(?:easable)? to [a-z]{3}\b|\bs\.e\.c\.r\.e\.t\b|\bt\.o\.p s\.e\.c|\bgovernment of japan (?:only|restricted|secret)|\btlp ?: ?(?:red|amber)\b|\bcaveat:|\bproperty of the (?:ministry|government)\b|\bspecially designated\b/gu;

/** Protection markings in more dresses than the names of the law. */
export function labels(words: Folded): Hit[] {
  const hits: Hit[] = [];
  for (const kind of [HEADED, STATE, ENGLISH]) {
    for (const { index, 0: found } of words.text.matchAll(kind)) {
      if (kind !== ENGLISH && isTalkOfKinds(words.text, index, index + found.trimEnd().length))
        continue;
      const start = index + (/^[\n。]/u.test(found) ? 1 : 0);
      hits.push(hitAt('marking', words, start, index + found.trimEnd().length));
    }
  }
  return hits;
}
