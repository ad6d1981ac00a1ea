import type { Bilingual } from './bilingual.ts';

/** A place in a law, once parsed: the parts of `at` or `through` in order (see citation.ts). */
interface Part {
  article?: { number: number; branch?: number; to?: number };
  paragraph?: { from: number; to?: number };
  item?: { from: number; to?: number };
  sentence?: '前段' | '後段';
}

const PART =
  /^(\d+)(?:-(\d+))?(?:\((\d+)\)(?:-\((\d+)\))?)?(?:([ivxl]+)(?:-([ivxl]+))?|\(([ivxl]+)\)(?:-\(([ivxl]+)\))?)?(前段|後段)?$/;
const MORE_ITEMS = /^([ivxl]+)(?:-([ivxl]+))?$/;
const SECTION = /^\d+\.\d+$/;

/**
 * Writes a place in words: `10(3)ii` → 第10条第3項第2号 / Article 10(3)(ii).
 * `24-25` is a range because it ascends, `5-5` a branch (第5条の5) because it does not.
 * @throws Error for anything that is not a place.
 */
export function readPlace(place: string): Bilingual {
  if (SECTION.test(place)) return { ja: `§${place}`, en: `§${place}` };
  const parts = place.split(',').flatMap((text, index) => apart(parsePart(text, index, place)));
  const articles = parts.filter((part) => part.article !== undefined);
  const several = articles.length > 1 || articles.some((part) => part.article?.to !== undefined);
  return {
    ja: parts.map(japanese).join('、'),
    en: `${several ? 'Articles' : 'Article'} ${listed(parts.map(english))}`,
  };
}

/** Two neighbouring articles read better as two: 第24条、第25条. */
function apart(part: Part): Part[] {
  const { number, to } = part.article ?? {};
  if (number === undefined || to !== number + 1) return [part];
  return [{ article: { number } }, { article: { number: to } }];
}

function parsePart(text: string, index: number, place: string): Part {
  const more = index > 0 ? MORE_ITEMS.exec(text) : null;
  if (more) return { item: range(roman(more[1], place), roman(more[2], place), place) };
  const match = PART.exec(text);
  if (!match) throw new Error(`"${place}" is not a place in a law: "${text}" cannot be read.`);
  const [, article, second, paragraph, lastParagraph, item, lastItem, bracketed, lastBracketed] =
    match;
  const number = Number(article);
  const other = second === undefined ? undefined : Number(second);
  const deeper = (paragraph ?? item ?? bracketed) !== undefined;
  const part: Part = { article: { number } };
  if (other !== undefined) {
    part.article = !deeper && other > number ? { number, to: other } : { number, branch: other };
  }
  if (paragraph !== undefined) {
    const last = lastParagraph === undefined ? undefined : Number(lastParagraph);
    part.paragraph = range(Number(paragraph), last, place);
  }
  if ((item ?? bracketed) !== undefined) {
    if (part.paragraph?.to !== undefined) {
      throw new Error(`"${place}" names items of several paragraphs at once.`);
    }
    part.item = range(
      roman(item ?? bracketed, place),
      roman(lastItem ?? lastBracketed, place),
      place,
    );
  }
  const sentence = match[9];
  if (sentence === '前段' || sentence === '後段') part.sentence = sentence;
  return part;
}

function range(from: number | undefined, to: number | undefined, place: string) {
  if (from === undefined) throw new Error(`"${place}" has a range without a beginning.`);
  if (to === undefined) return { from };
  if (to <= from) throw new Error(`"${place}" has a range that does not ascend.`);
  return { from, to };
}

const NUMERALS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

function roman(text: string | undefined, place: string): number | undefined {
  if (text === undefined) return undefined;
  const index = NUMERALS.indexOf(text);
  if (index === -1) throw new Error(`"${place}" has an item "${text}" that is no numeral to xx.`);
  return index + 1;
}

function japanese({ article, paragraph, item, sentence }: Part): string {
  const head =
    article === undefined
      ? ''
      : article.to === undefined
        ? `第${article.number}条${article.branch === undefined ? '' : `の${article.branch}`}`
        : japaneseRange({ from: article.number, to: article.to }, '条');
  const middle = paragraph === undefined ? '' : japaneseRange(paragraph, '項');
  const tail = item === undefined ? '' : japaneseRange(item, '号');
  return `${head}${middle}${tail}${sentence ?? ''}`;
}

function japaneseRange({ from, to }: { from: number; to?: number }, unit: string): string {
  if (to === undefined) return `第${from}${unit}`;
  if (to === from + 1) return `第${from}${unit}及び第${to}${unit}`;
  return `第${from}${unit}から第${to}${unit}まで`;
}

function english({ article, paragraph, item, sentence }: Part): string {
  const head =
    article === undefined
      ? ''
      : article.to === undefined
        ? `${article.number}${article.branch === undefined ? '' : `-${article.branch}`}`
        : englishRange({ from: article.number, to: article.to }, String);
  const middle = paragraph === undefined ? '' : englishRange(paragraph, inBrackets);
  const tail = item === undefined ? '' : englishRange(item, asNumeral);
  const end =
    sentence === undefined ? '' : sentence === '前段' ? ', first sentence' : ', second sentence';
  return `${head}${middle}${tail}${end}`;
}

const inBrackets = (value: number) => `(${value})`;
const asNumeral = (value: number) => `(${NUMERALS[value - 1] ?? value})`;

function englishRange(
  { from, to }: { from: number; to?: number },
  write: (value: number) => string,
): string {
  if (to === undefined) return write(from);
  return `${write(from)} ${to === from + 1 ? 'and' : 'to'} ${write(to)}`;
}

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
