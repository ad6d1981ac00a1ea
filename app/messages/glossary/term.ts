import type { Bilingual } from '#assessments/bilingual.ts';
import type { Basis } from '#assessments/citation.ts';
import { readPlace } from '#assessments/place.ts';

export interface Term {
  /** Anchor on the page; never changes, because other pages link to it. */
  id: string;
  ja: string;
  en: string;
  /** How the Japanese term is read. */
  reading?: string;
  text: Bilingual;
  /** What the sentence rests on; 'ours' for the words of this self-check itself. */
  basis: Basis | 'ours';
  places?: readonly Bilingual[];
}

const SHORT = {
  ACT: { ja: '重要経済安保情報保護活用法', en: 'Critical Economic Security Information Act' },
  ORD: { ja: '同法施行令', en: 'Cabinet Order for Enforcement of the Act' },
  NPSC: {
    ja: '国家公安委員会規則第8号',
    en: 'National Public Safety Commission Rule No. 8',
  },
} as const;

/** A place in a law as the questions write it: 重要経済安保情報保護活用法 第10条第1項. */
export function place(source: keyof typeof SHORT, at: string, through?: string): Bilingual {
  const [where, on] = [readPlace(at), through === undefined ? null : readPlace(through)];
  return {
    ja: `${SHORT[source].ja} ${where.ja}${on ? `（${on.ja}）` : ''}`,
    en: `${SHORT[source].en}, ${where.en}${on ? ` (${on.en})` : ''}`,
  };
}

export function named(ja: string, en: string): Bilingual {
  return { ja, en };
}
