import { messages } from '../language.ts';

/** The bridge: what moved a figure from one result to another. */
export const changes = messages({
  ja: {
    title: '前回から何が変わったか',
    lead: '二つの結果の差を、答え、版、範囲の三つに分けています。部分の合計は差とぴったり一致します。',
    from: 'これまでの結果',
    to: '新しい結果',
    fromDay: 'これまでの結果を、いつの時点で見るか',
    toDay: '新しい結果を、いつの時点で見るか',
    submit: '比べる',
    standing: (title: string) => `${title}（今の答え）`,
    signed: (title: string, day: string) => `${title}（${day}に署名）`,
    noneTitle: '比べる相手がまだありません',
    noneLead:
      '署名した結果か、もう一つの点検ができると、ここで比べられます。この点検だけでも、過去の日付を入れると、その日から今までを比べられます。',
    partOnly: '見られる質問が一部に限られているため、全体の比較はできません。',
    unmeasured: 'どちらかに、測れる要件がありません。',
    lo: '分かっている分だけの充足率（下限）',
    hi: 'わからないものがすべて満たされていた場合の充足率（上限）',
    coverage: '証跡のある答えの割合',
    coverageIntro:
      '水準3以上と答えたうち、有効な証跡を挙げている割合です。充足率とは別の数値です。',
    coverageText: (shown: number, of: number) => `${of}問のうち${shown}問`,
    factors: {
      before: 'これまで',
      after: '新しい結果',
      answers: '答えの変化',
      edition: '版の変化',
      scope: '範囲（聞く範囲・時点・会社の情報・該当しない）の変化',
      references: '証跡の変化',
      expiry: '有効期限が過ぎたことによる変化',
    },
    columns: { factor: '何が動かしたか', points: 'ポイント', exact: '正確な値' },
    explain:
      '各部分は、三つを動かす6通りの順番すべての平均です（シャープレイ値）。順番によって答えが変わることはありません。版をまたぐときは、同じ意味で引き継がれた答えだけを数えます。',
    sentence: (from: string, to: string) => `${from}% から ${to}% へ。`,
  },
  en: {
    title: 'What changed since last time',
    lead: 'The difference between two results, shared among answers, edition and scope. The parts add to the difference exactly.',
    from: 'Earlier result',
    to: 'Newer result',
    fromDay: 'Earlier result as of which day',
    toDay: 'Newer result as of which day',
    submit: 'Compare',
    standing: (title: string) => `${title} (as it stands)`,
    signed: (title: string, day: string) => `${title} (signed on ${day})`,
    noneTitle: 'There is nothing to compare with yet',
    noneLead:
      'Once there is a signed result or another self-check, they can be compared here. With an earlier day, this one can be compared with itself.',
    partOnly: 'As you see a part of the questions only, the whole cannot be compared.',
    unmeasured: 'One of them has no requirement to measure.',
    lo: 'Attainment from what is known alone (lower end)',
    hi: 'Attainment if everything unknown were met (upper end)',
    coverage: 'Answers with evidence',
    coverageIntro:
      'Of the answers at level 3 or more, those that name current evidence. A figure apart from attainment.',
    coverageText: (shown: number, of: number) => `${shown} of ${of}`,
    factors: {
      before: 'Earlier',
      after: 'Newer',
      answers: 'Answers',
      edition: 'Edition',
      scope: 'Scope (how much is asked, stage, facts, not applicable)',
      references: 'Evidence',
      expiry: 'Documents that have expired',
    },
    columns: { factor: 'What moved it', points: 'Points', exact: 'Exact' },
    explain:
      'Each part is the mean over all six orders in which the three can change (Shapley), so no order matters. Between editions only answers that were carried with the same meaning count.',
    sentence: (from: string, to: string) => `From ${from}% to ${to}%.`,
  },
});
