import type { Language } from '#assessments/bilingual.ts';

const ZONE = 'Asia/Tokyo';

// Made once: a formatter costs more than a thousand of its texts.
const DATES = {
  ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: ZONE }),
} as const;
const TIMES = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: ZONE,
});
const NUMBERS = new Intl.NumberFormat('en-US');

/** 2026年11月22日 / 22 November 2026, in Japanese time. */
export function dateText(iso: string, language: Language): string {
  return DATES[language].format(new Date(iso));
}

/** 14:03, in Japanese time. */
export function timeText(iso: string): string {
  return TIMES.format(new Date(iso));
}

/** 2026年11月22日 14:03, in Japanese time. */
export function momentText(iso: string, language: Language): string {
  return `${dateText(iso, language)} ${timeText(iso)}`;
}

/** 1,200,000円 / ¥1,200,000. */
export function yenText(yen: number, language: Language): string {
  const digits = NUMBERS.format(yen);
  return language === 'ja' ? `${digits}円` : `¥${digits}`;
}

/** 3〜8 / 3–8, and one number where both ends are equal. */
export function rangeText(lo: number, hi: number, language: Language): string {
  const dash = language === 'ja' ? '〜' : '–';
  const [low, high] = [lo, hi].map((value) => NUMBERS.format(value));
  return lo === hi ? `${low}` : `${low}${dash}${high}`;
}

export function yenRangeText(lo: number, hi: number, language: Language): string {
  if (lo === hi) return yenText(lo, language);
  const digits = rangeText(lo, hi, language);
  return language === 'ja' ? `${digits}円` : `¥${digits}`;
}

/** 甲、乙 / one; two: with a semicolon, because an item may hold commas of its own. */
export function listText(items: readonly string[], language: Language): string {
  return items.join(language === 'ja' ? '、' : '; ');
}

/** 甲・乙 / one, two: for short names and letters. */
export function dotted(items: readonly string[], language: Language): string {
  return items.join(language === 'ja' ? '・' : ', ');
}

/** 甲：乙 / one: two. */
export function withColon(term: string, text: string, language: Language): string {
  return language === 'ja' ? `${term}：${text}` : `${term}: ${text}`;
}

/** 甲（乙） / one (two). */
export function withBrackets(text: string, inside: string, language: Language): string {
  return language === 'ja' ? `${text}（${inside}）` : `${text} (${inside})`;
}

/** 「甲」 / “one”. */
export function quoted(text: string, language: Language): string {
  return language === 'ja' ? `「${text}」` : `“${text}”`;
}

/** The space between two things on one line. */
export function wideSpace(language: Language): string {
  return language === 'ja' ? '　' : ' ';
}

/** English only: 1 week, 2 weeks, 0–1 weeks. */
export function plural(count: number | string, noun: string): string {
  return `${count} ${noun}${`${count}` === '1' ? '' : 's'}`;
}

/** 約25分, 約3時間半: minutes, and from an hour and a half on half hours. */
export function durationText(minutes: number, language: Language): string {
  if (minutes < 90)
    return language === 'ja' ? `約${minutes}分` : `about ${plural(minutes, 'minute')}`;
  const halves = Math.round(minutes / 30);
  const hours = Math.floor(halves / 2);
  const half = halves % 2 === 1;
  if (language === 'ja') return `約${hours}時間${half ? '半' : ''}`;
  return `about ${hours}${half ? '.5' : ''} hours`;
}

/** The Japanese fiscal year (from April), in Japanese time. */
export function fiscalYear(now: Date): number {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    timeZone: ZONE,
  })
    .format(now)
    .split('-')
    .map(Number);
  return month < 4 ? year - 1 : year;
}
