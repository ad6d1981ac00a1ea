import { messages } from '../language.ts';
import { plural } from '../print.ts';

/** The list of actions, in an order in which they can be done. */
export const actions = messages({
  ja: {
    title: '対策の一覧',
    lead: '先に要るものから並べています。手間・費用・期間は幅のある見積りで、実績から出したものではありません。',
    none: '必要な対策はありません',
    noneLead: 'いまの範囲で聞いている要件は、すべて目標に届いています。',
    emptyTitle: 'まだ回答がありません',
    emptyLead: '答えが進むと、目標に届くための対策がここに並びます。',
    answer: '回答する',
    totals: '合計',
    cost: '外に払う費用',
    costNote: '税込、自社の人件費を含みません',
    effort: '自社の手間',
    effortNote: '自社の人が使う日数の合計',
    leadTime: '期間',
    leadTimeNote:
      '手間に限りがなく、並行して進めた場合。手間の限りを考えた予定は「計画」にあります',
    totalsNote:
      '低いほうは確実に要る対策だけ、高いほうは調べた結果で要るかもしれない対策も含みます。',
    noRegretTitle: (count: number) => `声がかからなくても役立つ対策が${count}件あります`,
    noRegretText: '「損のない対策」の印が付いたものから始められます。',
    waitTitle: (count: number) => `${count}件は、行政機関の必要が見えてからの対策です`,
    waitText:
      '工事や設備の発注は、行政機関の必要（A-01）が決まってからにしてください。先に買っても、認定にはつながりません。',
    order: '始める順',
    needed: '確実に要る対策',
    neededIntro: (count: number) =>
      `${count}件。目標に届いていないことが分かっている要件のためのものです。`,
    perhaps: '調べた結果で要るかもしれない対策',
    perhapsIntro: (count: number) =>
      `${count}件。先に「わからない」「未回答」を調べてください。要らないと分かれば消えます。`,
    now: '始められるもの',
    onNeed: '行政機関の必要が見えてから',
    noRegret: '損のない対策',
    what: 'すること',
    because: 'この対策が要る理由になった要件',
    raises: '引き上げる要件',
    raise: (level: number) => `水準${level}に`,
    days: (text: string) => `${text}人日`,
    weeks: (text: string) => `${text}週`,
    days1: '手間',
    weeks1: '期間',
    cost1: '費用',
    owner: '担当',
    after: '先に要る対策',
    nothingBefore: 'なし',
    evidence: '残る証跡',
    estimate:
      '見積りは、従業員30〜100人、拠点一つ、取扱場所一つの会社を想定し、「会社の情報」にある取扱場所の数などに応じて変えています。',
  },
  en: {
    title: 'List of actions',
    lead: 'In an order in which they can be done. Effort, cost and time are estimated ranges and not taken from observed cases.',
    none: 'No action is needed',
    noneLead: 'All requirements asked in the present scope are at target.',
    emptyTitle: 'No answers yet',
    emptyLead: 'As you answer, the actions that reach the targets appear here.',
    answer: 'Answer',
    totals: 'Totals',
    cost: 'External cost',
    costNote: 'tax included, own salaries not included',
    effort: 'Own effort',
    effortNote: 'total days of work by the company’s own people',
    leadTime: 'Lead time',
    leadTimeNote:
      'if effort had no limit and all ran in parallel; “Plan” has the dates within a limit',
    totalsNote:
      'Low ends count only what is definitely needed, high ends also what may turn out to be needed.',
    noRegretTitle: (count: number) =>
      `${count} ${count === 1 ? 'action is' : 'actions are'} useful even if no agency asks`,
    noRegretText: 'Those marked “no regret” are a good beginning.',
    waitTitle: (count: number) =>
      `${count} ${count === 1 ? 'action waits' : 'actions wait'} until an agency’s need is visible`,
    waitText:
      'Order building works and equipment only when an agency’s need (A-01) is settled. Buying first does not lead to certification.',
    order: 'What to begin with',
    needed: 'Definitely needed',
    neededIntro: (count: number) => `${count}, for requirements known to be below target.`,
    perhaps: 'Perhaps needed, depending on what you find out',
    perhapsIntro: (count: number) =>
      `${count}. First settle “I don’t know” and unanswered questions; what is not needed disappears.`,
    now: 'Can start now',
    onNeed: 'Only once an agency’s need is visible',
    noRegret: 'no regret',
    what: 'What to do',
    because: 'Needed because of',
    raises: 'Raises',
    raise: (level: number) => `to level ${level}`,
    days: (text: string) => plural(text, 'person-day'),
    weeks: (text: string) => plural(text, 'week'),
    days1: 'Effort',
    weeks1: 'Lead time',
    cost1: 'Cost',
    owner: 'Owner',
    after: 'Needed before',
    nothingBefore: 'none',
    evidence: 'Leaves as evidence',
    estimate:
      'Estimates assume a company of 30 to 100 people with one site and one handling area, scaled by the company’s facts.',
  },
});
