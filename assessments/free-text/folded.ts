/** A text in the form in which it is searched, and where each of its characters came from. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`: where it begins and ends in the original. */
  from: readonly number[];
  to: readonly number[];
}

/**
 * `none`: gone, line ends too · `lines`: gone but line ends stay · `words`: single spaces ·
 * `latin`: line ends, and single spaces that part words in Latin letters.
 */
export type Spaces = 'none' | 'lines' | 'words' | 'latin';

/** A character with the marks that belong to it: カ゛, ｶﾞ, é. */
const CLUSTER = /[\s\S](?:\p{M}|[\u{ff9e}\u{ff9f}])*/gu;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{M}\u{115f}\u{1160}\u{3164}\u{ffa0}]/u;
/** What most of a text is, and what nothing is to be done about. */
const PLAIN = /^[a-z0-9ぁ-ゖァ-ヺ一-鿿、。]$/u;
const LATIN = /^[a-z\d(]/iu;
const ASCII_END = /[!-~]$/;
const LINE_END = /[\n\r\u{2028}\u{2029}]/u;
const HAN = /[\p{Script=Han}々]/u;
/** Kana too: も・ら・し・た. */
const JOINED = /[\p{Script=Han}々ぁ-ゖァ-ヺ]/u;
/** A line end between single characters is no end of a line. */
const SIGN = /[・･.…*/|~ー\n\p{S}\p{Pd}\p{Pc}]/u;
const SPELLING = new RegExp(SIGN, 'gu');

/** NFKC would turn the mark into the ordinary character. */
const BEFORE_NFKC: ReadonlyMap<string, string> = new Map([['㊙', '【秘】']]);
const OLD_FORMS: ReadonlyMap<string, string> = new Map(
  '經経濟済價価國国證証醫医髙高﨑崎澤沢邊辺邉辺齋斎齊斉廣広櫻桜淺浅濱浜濵浜飮飲缺欠亂乱氣気藥薬驗験稱称獨独團団會会學学佛仏勞労營営與与拂払殘残靈霊戀恋發発惡悪懷懐縣県區区號号對対應応當当實実寫写數数萬万兩両單単嚴厳處処盜盗體体黨党聲声澁渋'
    // Cyrillic and Greek letters that look Latin.
    .concat('аaеeоoрpсcуyхxіiѕsјjԁdһhкkмmтtнhвbαaοoνv')
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** A character of a text in its ordinary form, or a space, and where it came from. */
interface Character {
  typed: string;
  lower: string;
  isSpace: boolean;
  from: number;
  to: number;
}

/** NFKC, no invisible characters, no old forms; linear in length. */
export function charactersOf(original: string): Character[] {
  const characters: Character[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    const [cluster] = match;
    const place = { from: match.index, to: match.index + cluster.length };
    if (PLAIN.test(cluster)) {
      const typed = OLD_FORMS.get(cluster) ?? cluster;
      characters.push({ typed, lower: typed, isSpace: false, ...place });
      continue;
    }
    for (const typed of (BEFORE_NFKC.get(cluster) ?? cluster).normalize('NFKC')) {
      const isSpace = /\s/u.test(typed);
      if (!isSpace && INVISIBLE.test(typed)) continue;
      const lower = Array.from(typed.toLowerCase()).filter((each) => !INVISIBLE.test(each));
      const forms = { typed: ordinary([typed]), lower: ordinary(lower) };
      characters.push({ ...forms, isSpace, ...place });
    }
  }
  return characters;
}

function ordinary(characters: readonly string[]): string {
  return characters.map((each) => OLD_FORMS.get(each) ?? each).join('');
}

/** No spelling out either: 特・定・秘・密. Linear in length. */
export function fold(
  characters: readonly Character[],
  spaces: Spaces,
  letters: 'lower' | 'typed' = 'lower',
): Folded {
  const folded = new Building();
  for (const character of characters) {
    const { from, to } = character;
    if (character.isSpace) folded.space(character.typed, from, to, spaces);
    else folded.add(character[letters], from, to);
  }
  return withoutSpelling(folded);
}

class Building {
  text = '';
  readonly from: number[] = [];
  readonly to: number[] = [];
  /** A space has been read that stays only before a Latin letter. */
  private open = false;

  add(characters: string, from: number, to: number) {
    if (this.open && LATIN.test(characters)) this.put(' ', from, from);
    this.open = false;
    this.put(characters, from, to);
  }

  private put(characters: string, from: number, to: number) {
    this.text += characters;
    for (let unit = 0; unit < characters.length; unit += 1) {
      this.from.push(from);
      this.to.push(to);
    }
  }

  space(character: string, from: number, to: number, spaces: Spaces) {
    if (spaces === 'none') return;
    if (LINE_END.test(character)) this.add('\n', from, to);
    else if (spaces === 'latin') this.open = ASCII_END.test(this.text);
    else if (spaces === 'words' && !/[ \n]$/.test(this.text)) this.add(' ', from, to);
  }
}

/** 特・定・秘・密 is one word; 田中・佐藤 is two: only single characters between signs are joined. */
function withoutSpelling({ text, from, to }: Folded): Folded {
  const is = (at: number, what: RegExp) => what.test(text[at] ?? '');
  const kept = Array.from({ length: text.length }, () => true);
  for (const { index: at, 0: sign } of text.matchAll(SPELLING)) {
    const between = sign === 'ー' ? HAN : JOINED;
    if (!is(at - 1, between) || !is(at + 1, between)) continue;
    if (is(at - 2, SIGN) || is(at + 2, SIGN)) kept[at] = false;
  }
  if (!kept.includes(false)) return { text, from, to };
  const stays = (_: unknown, at: number) => kept[at] !== false;
  return {
    text: text.split('').filter(stays).join(''),
    from: from.filter(stays),
    to: to.filter(stays),
  };
}
