import type { Content } from './content.ts';
import { texts, type Field, type Text } from './texts.ts';

/** What never.md (N1, N3, N4, N5) forbids to ask for, in the words in which it would be asked. */
const NEVER: readonly { what: string; ja: RegExp; en: RegExp }[] = [
  {
    what: 'the names of persons',
    ja: /氏名|個人名|実名|(?:取扱者|候補者|社員|従業者|役員|担当者|本人|受講者?|通報者)の?(?:お?名前|名簿)|(?<!株主)名簿(?:そのもの)?$/,
    en: /\b(?:names? of (?:the |your )?(?:persons?|people|individuals?|staff|employees|candidates|officers|handlers?|handling staff)|(?:full|personal|employee|candidate|staff) names?|list of names)\b/i,
  },
  {
    what: 'who was listed, consented, refused or was cleared',
    ja: /(?:誰|だれ)が(?:同意|不同意|拒否|断|合格|評価)|(?:同意|拒否|辞退|不同意)した(?:者|人|社員|従業者|候補者)|諾否|断った理由|同意しない理由|適性評価の結果(?:は|を教え|通知書)/,
    en: /\b(?:who (?:has |have )?(?:consented|refused|declined|passed|was cleared|is cleared|were listed)|(?:his|her|their|each person's) (?:vetting )?result|reasons? for (?:refusal|refusing))\b/i,
  },
  {
    what: 'the content of a vetting',
    ja: /質問票(?:の|への)?(?:回答|内容|写し|答え)|適性評価(?:の|で聞かれた)(?:内容|回答|理由)|不認定の理由/,
    en: /\b(?:(?:answers?|replies) (?:to|in|on) the (?:vetting )?questionnaire|content of (?:a |the )?vetting|reasons? for (?:a |the )?(?:result|negative))\b/i,
  },
  {
    what: 'health, debts, crimes or habits of a person',
    ja: /病歴|既往|精神疾患|通院|診断書|薬物|飲酒|前科|犯罪(?:歴|の経歴)|懲戒(?:歴|の経歴)|借金|(?:本人|個人|従業者|社員|候補者|取扱者)の?.{0,8}(?:借入|負債|信用|収入|資産)/,
    en: /\b(?:health|illness|medical history|criminal (?:history|record)|drug use|drinking|personal debts?|credit history|(?:person's|employee's|candidate's|individual) (?:debts?|loans?|income|assets))\b/i,
  },
  {
    what: 'the family of a person',
    ja: /家族|親族|配偶者|同居人|父母|兄弟/,
    en: /\b(?:family|spouse|relatives|parents|siblings|cohabitants?)\b/i,
  },
  {
    what: 'My Number',
    ja: /マイナンバー|個人番号/,
    en: /\b(?:my number|individual number)\b/i,
  },
  {
    what: 'codes of locks or the custody of keys',
    ja: /(?:錠|鍵|金庫|容器|ダイヤル|カード)の?(?:番号|暗証)|暗証番号|鍵の(?:所在|保管場所|保管者|置き場)|パスワードは/,
    en: /\b(?:(?:lock|safe|key|dial|door) (?:codes?|numbers?|combinations?)|PIN codes?|where (?:the )?keys are kept|custody of keys)\b/i,
  },
  {
    what: 'the layout of alarms or cameras',
    ja: /(?:警報|警備|センサー?|監視|カメラ)(?:機器|装置|設備)?の(?:配置|位置|設置場所|死角)|死角/,
    en: /\b(?:(?:alarm|sensor|camera|guard) (?:layout|positions?|locations?|placement)|blind spots?)\b/i,
  },
  {
    what: 'drawings of the place',
    ja: /図面|見取り?図|平面図|間取り|配置図/,
    en: /\b(?:drawings?|floor ?plans?|blueprints?)\b/i,
  },
  {
    what: 'network addresses',
    ja: /(?:ネットワーク|IP|ＩＰ|MAC)の?アドレス|ネットワーク(?:構成図|図)|ホスト名|アカウント名/,
    en: /\b(?:(?:network|IP|MAC) address(?:es)?|network diagrams?|host ?names?|account names?)\b/i,
  },
  {
    what: 'the title, subject, number or content of designated information',
    ja: /件名|題名|(?:情報|文書|提案|指定|通報|苦情|会議)の(?:内容|名称|主題|要旨|文書番号|管理番号)|文書番号/,
    en: /\b(?:titles?|subjects?|file numbers?|contents?) of (?:the |any |each )?(?:designated |protected )?(?:information|documents?|proposals?)\b/i,
  },
];

/** A text that says not to do it is fine; so is one that asks whether a company refrains from it. */
const NOT_JA =
  /ない|なし|せず|書かず|含まず|ません|禁じ|禁止|してはなら|防ぐ|防止|除く|除き|だけにし|伏せ|避け/;
const NOT_EN =
  /\b(?:no|not|never|without|nothing|neither|nor|nobody|none|cannot|against|bans?|banned|forbid\w*|exclud\w*|avoid\w*|blank|identifying nobody|rather than|only (?:the )?dates?|keep\w* apart)\b/i;

/** Here a person writes or chooses something, so that a mention alone asks for it. */
const ASKS: readonly Field[] = ['question', 'level', 'evidence', 'fact'];
/** Here we advise; a mention becomes a fault where it is to be written down or handed over. */
const ADVISES: readonly Field[] = ['todo', 'action', 'note'];
const COLLECTS_JA = /登録|入力|記入|記録|収集|集め|尋ね|聞き取|提出|書き出|一覧にし|保管し/;
const COLLECTS_EN =
  /\b(?:record|enter|register|write|collect|gather|ask|list|submit|keep|store|upload|attach)\b/i;

/** No text asks for what never.md forbids. */
export function forbidden(content: Content): string[] {
  return texts(content).flatMap(({ file, place, field, text }) =>
    asksFor(field, text).map((what) => `${file}: ${place}: asks for ${what}.`),
  );
}

/** What a text asks for although it must not; empty for a harmless one. */
export function asksFor(field: Field, text: Text['text']): string[] {
  const asks = ASKS.includes(field);
  if (!asks && !ADVISES.includes(field)) return [];
  return NEVER.filter(
    ({ ja, en }) =>
      says(text.ja, '。', /（([^（）]*)）/g, ja, NOT_JA, asks ? null : COLLECTS_JA) ||
      says(text.en, '. ', /\(([^()]*)\)/g, en, NOT_EN, asks ? null : COLLECTS_EN),
  ).map(({ what }) => what);
}

/**
 * Looks sentence by sentence. A remark in brackets is excused by a "not" of its own or of its
 * sentence; the sentence is not excused by a "not" in its brackets.
 */
function says(
  text: string,
  end: string,
  brackets: RegExp,
  pattern: RegExp,
  not: RegExp,
  collects: RegExp | null,
): boolean {
  return text.split(end).some((sentence) => {
    const outer = sentence.replaceAll(brackets, '').trim();
    const inner = [...sentence.matchAll(brackets)].map((match) => match[1] ?? '');
    const excused = not.test(outer);
    const asked = (part: string) => pattern.test(part) && (collects?.test(outer) ?? true);
    if (asked(outer) && !excused) return true;
    return inner.some((part) => asked(part) && !excused && !not.test(part));
  });
}
