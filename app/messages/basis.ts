import type { Basis } from '#assessments/citation.ts';
import { messages } from '../language.ts';

/** From the firmest down; not read from the schema, which would bring zod to the browser. */
export const BASIS_ORDER: readonly Basis[] = ['law', 'analogue', 'secondary', 'unverified'];

/** The word beside a statement that rests on less than a law, and what the word means. */
export const basisWords = messages<Record<Basis, { word: string; meaning: string }>>({
  ja: {
    law: {
      word: '法令',
      meaning: '会社に適用される法律・政令の条文を読んで書いたもの。印は付けません。',
    },
    analogue: {
      word: '行政側の規則の例',
      meaning:
        '国家公安委員会規則第8号など、行政機関だけを拘束する規則から取った例。会社の義務ではありません。',
    },
    secondary: {
      word: '二次資料',
      meaning: '解説や報道がそう伝えているもの。もとの文書は読んでいません。',
    },
    unverified: {
      word: '要確認',
      meaning:
        '一般に知られていることを書いたもので、出典を確かめていません。運用基準とガイドラインの本文に関わることが多く、動く前に所管の行政機関に確かめてください。',
    },
  },
  en: {
    law: {
      word: 'law',
      meaning: 'Written from the text of an act or order that binds companies. It carries no mark.',
    },
    analogue: {
      word: 'example from an agency-side rule',
      meaning:
        'Taken from a rule that binds agencies only, such as National Public Safety Commission Rule No. 8. Not a duty of companies.',
    },
    secondary: {
      word: 'secondary source',
      meaning: 'Reported by commentary or the press. The document itself was not read.',
    },
    unverified: {
      word: 'to be verified',
      meaning:
        'General knowledge without a source that was read, mostly about the text of the operating standard and the guideline. Ask the agency in charge before you act on it.',
    },
  },
});
