import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';

/** One mora as it is spelled in Latin letters: 「tsu」「kyo」「n」. */
const MORA =
  /(?:sh|ch|ts|[kgnhbpmrj]y|[kstnhmyrwgzdbpjf])?[aiueoāīūēō]|n(?![aiueoy])|(?:kk|ss|tt|pp|cch|ssh|tch)(?=[aiueo])/gu;
const PARTICLES =
  /\b(?:no|wa|ga|wo|desu|deshita|shita|shite|shimashita|ari|arimasu|nashi|san|kun|sama|kara|dewa|imasu|mashita|nai|masen|dayo|yo|ni|de|mo)\b/gu;
const ENGLISH = /\b(?:the|is|was|are|of|and|for|has|have|with|be|by|not|an|we|our)\b/u;
/** Words that nobody writes in Latin letters unless they are to be overlooked. */
const KEY =
  /\b(?:teki?sei ?h[iy]+o?u?ka|kokuseki|gaikoku(?:jin|[- ]?seki)|hanzai|zenka|taiho|seishin|shikkan|utsu(?:byou)?|shakkin|saimu|hasan|taima|mayaku|kakusei ?zai|shuheki|sakeguse|choukai|doui|kyohi|fu-?teki|himitsu|gokuhi|honnin|bangou?|jou?hou? (?:no )?(?:mochidashi|roei)|okusan|danna|kankoku|chuugoku|gunjin|shuukyou|shinja|izon|arukooru|nomisugi|tsuuin|nyuuin|sagi|settou|goukaku|ochita|jiko hasan|kabu|rooni?n?|byouki|kusuri|seitou|kyousantou)\b/gu;

/** Japanese spelled in Latin letters: it cannot be read well enough to be let pass. */
export function romanized(words: Folded): Hit[] {
  const { text } = words;
  if (/[\p{Script=Hiragana}]{2}/u.test(text)) return [];
  const tokens = [...text.matchAll(/[a-zāīūēō]{2,}/gu)];
  const spelled = tokens.filter(([token]) => token.replaceAll(MORA, '') === '');
  const particles = text.match(PARTICLES)?.length ?? 0;
  const keys = text.match(KEY)?.length ?? 0;
  const [head] = spelled;
  const tail = spelled.at(-1);
  if (!head || !tail || ENGLISH.test(text)) return [];
  const mostly = spelled.length >= 4 && spelled.length / tokens.length >= 0.7;
  if (!(keys >= 1 && spelled.length >= 2) && !(mostly && particles >= 1)) return [];
  return [hitAt('disguised', words, head.index, tail.index + tail[0].length)];
}

/** A sentence in katakana, with its particles and endings: 「ドウイヲ　コトワッタ」. */
const KATAKANA =
  /[ァ-ヴー]ヲ|[ァ-ヴー]{3}(?:デス|マス|マセン|シタ|デシタ|ダッタ|シテイル|サレタ|ダソウダ)(?![ァ-ヴー])|[ァ-ヴ]{2}サン[ハガノモニデ]|\p{Script=Han}[ハヲガ](?=\p{Script=Han}|[ -−\d])|ッテイタ|(?=[ァ-ヴー]{20})[ァ-ヴー]{3,24}[ノハヲガ][ァ-ヴー]{2,12}[ノハヲガ][ァ-ヴー]{3}|\p{Script=Han}ニ\p{Script=Han}ク|ノ気アリ|(?:フィリピン|カンコク|チュウゴク|ロシア|ガイコク|ベトナム|チョウセン)ジン/gu;

export function inKatakana(lines: Folded): Hit[] {
  return Array.from(lines.text.matchAll(KATAKANA), ({ index, 0: found }) =>
    hitAt('disguised', lines, index, index + found.length),
  );
}

/** Words that are written in characters, in kana: reading them costs a person nothing. */
const KANA =
  /てきせいひょうか|ふてき(?!せつ|かく|とう)|ごくひ|きみつ(?:しょるい|ぶんしょ|じょうほう)|じゅうようけいざいあん|どうい(?:せず|なし|しない|てっかい|を?(?:きょひ|ことわ|てっかい)|して(?:い|お)?ない|し(?:て)?いません|していません)|きょひし|みとめられな|しんさ(?:に|で)(?:おち|つうか)|たいほ|ぜんか(?:あり|いっぱん|もち|が)|はんざい|せっとう|しゃっ?きん|うつびょう|せいしん(?:しっかん|びょう|しょう|か(?!い))|りこんし|こくせき|がいこく(?:じん|せき)|やくぶつ|まやく|たいま(?:の|を|で|し|です)|かくせいざい|しゅへき|さけぐせ|さけを.{0,6}(?:のむ|のん)|はさん(?:し|を|の)|じこはさん|もちだし|もらした|ちょうかい(?:しょぶん|かいこ)|いぞんしょう|だんしゅ|ていしょく(?:しょぶん|\d)|きか(?:した|して)|あるちゅう|びょうれき|つういん(?:ちゅう|して)|にゅういん(?:し|ちゅう)|とりあつかいちゅうい|とくていひみつ|けっか(?:は|が|、)?(?:ふ|だめ|ごうかく|いな)|ごうかく(?!き)|さいむ|さしおさえ/gu;

export function inKana(lines: Folded): Hit[] {
  return Array.from(hiragana(lines.text).matchAll(KANA), ({ index, 0: found }) =>
    hitAt('disguised', lines, index, index + found.length),
  );
}

/** Titles and departments, which are written in characters. */
const ROLE_IN_KANA =
  /か(?:かり|くりか)?ちょう|ぶちょう|しゅにん|しゃちょう|せんむ|じょうむ|たんとうしゃ|しゃいん|そうむ|けいり|じんじ|せっけい|えいぎょう|こうほしゃ|はけん|しんじん|おくさん|だんな|むすこ|むすめ|しゅせき|しつちょう|こうじょうちょう|じょうし|どうりょう|ほんにん/gu;
const SENTENCE_IN_KANA = 16;
const MOSTLY = 0.9;

/** A whole sentence in kana that speaks of somebody: 「つうかんのかかりちょう、まいばん…」. */
export function allInKana(lines: Folded): Hit[] {
  const letters = lines.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const kana = lines.text.match(/[ぁ-ゖァ-ヺー]/gu)?.length ?? 0;
  if (kana < SENTENCE_IN_KANA || kana < letters * MOSTLY) return [];
  const text = hiragana(lines.text);
  return Array.from(text.matchAll(ROLE_IN_KANA), ({ index, 0: found }) =>
    hitAt('disguised', lines, index, index + found.length),
  );
}

function hiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
}
