import type { Term } from './term.ts';

/** Words of the list of actions. */
export const work: readonly Term[] = [
  {
    id: 'action',
    ja: '対策（すること）',
    en: 'Action',
    reading: 'たいさく',
    text: {
      ja: '要件を決まった水準まで上げる作業です。手間・費用・期間の幅と、先に要ること、残る証跡を書いています。政令の「12の措置」とは別のものです。',
      en: 'Work that raises requirements to a stated level, with ranges of effort, cost and time, what is needed before, and the evidence it leaves. Not to be confused with the twelve measures of the Cabinet Order.',
    },
    basis: 'ours',
  },
  {
    id: 'person-day',
    ja: '人日',
    en: 'Person-day',
    reading: 'にんにち',
    text: {
      ja: '一人が一日働く分の手間です。5〜10人日なら、二人で3日から5日ほどです。',
      en: 'The work of one person in one day: five to ten person-days are about three to five days for two people.',
    },
    basis: 'ours',
  },
  {
    id: 'lead-time',
    ja: '期間',
    en: 'Lead time',
    reading: 'きかん',
    text: {
      ja: '始めてから終わるまでの週の数です。手間とは別で、承認や納品を待つ間も含みます。行政機関の側の期間は含みません。',
      en: 'Weeks from beginning to end. It is separate from effort and includes waiting for approval or delivery, never time on the agency’s side.',
    },
    basis: 'ours',
  },
  {
    id: 'no-regret',
    ja: '損のない対策',
    en: 'No-regret action',
    reading: 'そんのないたいさく',
    text: {
      ja: '行政機関から声がかからなくても、会社の役に立つ作業です。規程の整理や教育などが当たります。',
      en: 'Work that serves the company even if no agency ever asks, such as tidying rules or training.',
    },
    basis: 'ours',
  },
  {
    id: 'estimate',
    ja: '見積り',
    en: 'Estimate',
    reading: 'みつもり',
    text: {
      ja: '手間・費用・期間の数は、この点検を作った者の見積りです。実際の例から取った数でも、公の数でもありません。',
      en: 'Figures of effort, cost and time are estimated by the makers of this self-check. They come neither from observed cases nor from official sources.',
    },
    basis: 'ours',
  },
];
