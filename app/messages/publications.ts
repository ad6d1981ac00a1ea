import { messages, sentences } from '../language.ts';

/** Asking for the figures of a quarter, and publishing what another officer asked for. */
export const publications = messages({
  ja: {
    title: '集計の公表',
    lead: '四半期ごとに一度、担当者のひとりが集計を求め、もうひとりの責任者が公表します。公表した数字は、後から変わりません。',
    askTitle: '次の集計',
    ask: (quarter: string) => `${quarter}の集計を求める`,
    askLead:
      '四半期の終わりの時点で、会社が集計に加えていた結果だけを使います。求められるのは一度だけで、やり直しはできません。',
    nothingToAsk: '今、求められる集計はありません。四半期が終わると求められます。',
    listTitle: 'これまでの集計',
    none: 'まだ集計を求めていません。',
    columns: {
      quarter: '四半期',
      state: '状態',
      asked: '求めた人',
      report: '出さなかった理由',
      change: '変更',
    },
    states: {
      waiting: '計算を待っています（1分ほどかかります）',
      computed: '公表を待っています',
      released: '公表しました',
    },
    releasedBy: (name: string, time: string) => `${time}に${name}さんが公表しました`,
    release: '公表する',
    releaseFor: (quarter: string) => `${quarter}の集計を公表する`,
    otherPerson: '求めた人とは別の責任者が公表します。',
    /** Without counts, and too few like too much alike: either would tell of a hidden group. */
    rules: {
      'few-or-alike': '少なすぎるか、似すぎている',
      pooled: '少なすぎるか、似すぎている',
      'pairs-need-200': '全体が200社に満たない',
      complementary: 'ほかの数字から分かってしまう',
      'ten-apart': 'ほかの区分との差が10社に満たない',
      'ten-changes': '前回から10社以上（大きな区分では4分の1以上）の変化がない（前回値）',
    },
    done: {
      asked: '集計を求めました。計算が終わると、別の責任者が公表できます。',
      released: '公表しました。',
    },
    problems: sentences({
      'not-allowed': '公表は、本人確認をしたばかりの責任者ができます。',
      'not-found': 'その集計はありません。',
      'not-computed': 'まだ計算が終わっていません。少し待ってからお試しください。',
      'same-person': '求めた人は公表できません。別の責任者に頼んでください。',
      'too-early': 'その四半期は、まだ終わっていません。',
      known: 'その四半期の集計は、もう求めてあります。',
      'too-late': '前の集計の公表がまだか、それより後の集計が済んでいます。',
      'other-person': 'この画面を開いたときと別の方がサインインしています。何も変えていません。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    title: 'Publishing the figures',
    lead: 'Once a quarter, one officer asks for the figures and another owner publishes them. What is published never changes.',
    askTitle: 'Next figures',
    ask: (quarter: string) => `Ask for the figures: ${quarter}`,
    askLead:
      'Only what companies had released when the quarter ended is counted. They are asked for once, and not again.',
    nothingToAsk: 'There is nothing to ask for now. It can be asked for when the quarter is over.',
    listTitle: 'Figures so far',
    none: 'None have been asked for.',
    columns: {
      quarter: 'Quarter',
      state: 'State',
      asked: 'Asked by',
      report: 'Why figures are left out',
      change: 'Change',
    },
    states: {
      waiting: 'Waiting to be computed (about a minute)',
      computed: 'Waiting to be published',
      released: 'Published',
    },
    releasedBy: (name: string, time: string) => `published by ${name}, ${time}`,
    release: 'Publish',
    releaseFor: (quarter: string) => `Publish the figures: ${quarter}`,
    otherPerson: 'Another owner than the one who asked publishes them.',
    rules: {
      'few-or-alike': 'too few, or too much alike',
      pooled: 'too few, or too much alike',
      'pairs-need-200': 'fewer than 200 companies in all',
      complementary: 'would follow from other figures',
      'ten-apart': 'fewer than ten apart from another group',
      'ten-changes': 'fewer than ten changes (in a large group, a quarter), left as before',
    },
    done: {
      asked: 'Asked for. When they are computed, another owner can publish them.',
      released: 'Published.',
    },
    problems: sentences({
      'not-allowed': 'Owners who have just confirmed who they are can publish.',
      'not-found': 'There are no such figures.',
      'not-computed': 'They are not computed yet. Please wait a little and try again.',
      'same-person': 'Who asked for them cannot publish them. Please ask another owner.',
      'too-early': 'That quarter is not over.',
      known: 'The figures of that quarter have been asked for.',
      'too-late': 'The figures before are not published yet, or later ones are.',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was changed.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
