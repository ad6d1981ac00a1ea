import { messages } from '../language.ts';

/** What is published for an association: a range, a word or coarse shares, or nothing. */
export const figures = messages({
  ja: {
    title: '会員企業の準備状況の分布',
    lead: 'ここに見えるのは、会社が自社の判断で集計に加わった結果だけです。どの会社の答えも、どの会社が加わったかも分かりません。',
    noneTitle: 'まだ公表した集計はありません',
    noneLead:
      '四半期が終わり、担当者のひとりが集計を求め、もうひとりが公表すると、ここに表示されます。',
    rulesTitle: '公表しない数字があります',
    rules:
      '10社に満たない区分、答えが似すぎている区分、ほかの数字や前回との差から分かってしまう区分は出しません。社数は幅で示し、割合には小さな誤差を加えています。順位は作りません。',
    period: '時期',
    show: '表示する',
    quarter: (year: string, quarter: string) => `${year}年第${quarter}四半期`,
    basis: (day: string, edition: string) =>
      edition === '' ? `${day}時点` : `${day}時点、質問票 ${edition} 版`,
    total: '全体',
    by: { industry: '業種', region: '地域', size: '従業員数' },
    other: '少ない区分の合計',
    columns: { group: '区分', told: '準備の度合い', n: '社数' },
    bands: {
      low: '3分の1未満',
      mid: '3分の1以上3分の2未満',
      high: '3分の2以上',
      'low-mid': '3分の2未満',
      'mid-high': '3分の1以上',
    },
    words: {
      'mostly-low': '過半数が3分の1未満',
      mixed: 'どちらとも言えない',
      'mostly-high': '過半数が3分の2以上',
    },
    share: (band: string, percent: number) => `${band} 約${percent}%`,
    companies: (range: string) => `${range}社`,
    more: '200社以上',
    carried: '前回値',
    carriedNote:
      '「前回値」は、前回から10社以上（大きな区分では4分の1以上）の変化がなく、数字をそのままにしている区分です。',
    countOnly: '社数だけを公表しています',
    hidden: '公表していません',
    pairs: '二つの区分を組み合わせた表',
    pairsLead: '全体で200社以上のときに、50社以上の組だけ度合いを示します。',
    pairsNone: '組み合わせで公表している数字はありません。',
    pairsTold: (told: number, all: number) =>
      `${all}組のうち${told}組の度合いか社数を公表しています。`,
    pairsAll: (count: number) => `すべての組（${count}）`,
    trend: '時期ごとの変化',
    trendSentence: (count: number) => `これまでに${count}回公表しました。新しい時期が上です。`,
    editionsDiffer: '質問票の版が違う時期は、問うものが違うため、そのまま比べられません。',
    edition: '質問票の版',
    legend: '図の見かた（会社の割合、％）',
    table: '数値の表を開く',
    groupsTold: (told: number, all: number) =>
      `${all}区分のうち${told}区分の度合いを公表しています。`,
    download: 'この集計をCSVで保存する',
    what: '度合いは、署名した自己点検（詳しい点検・申請時点）で、目標に対して確認できた割合です。認定の見込みを示すものではありません。',
    members: '参加状況へ',
  },
  en: {
    title: 'Where the member companies stand',
    lead: 'Only what companies released by their own act. No answer of any company is seen here, nor which companies take part.',
    noneTitle: 'Nothing has been published yet',
    noneLead:
      'Once a quarter is over, one officer asks for the figures and another one publishes them. Then they stand here.',
    rulesTitle: 'Some figures are not published',
    rules:
      'Groups of fewer than ten, groups that are too much alike, and whatever could be worked out from other figures or from the change since last time are left out. Numbers of companies are ranges, and shares carry a small error. There is no ranking.',
    period: 'Quarter',
    show: 'Show',
    quarter: (year: string, quarter: string) => `Quarter ${quarter} of ${year}`,
    basis: (day: string, edition: string) =>
      edition === '' ? `as of ${day}` : `as of ${day}, edition ${edition}`,
    total: 'All',
    by: { industry: 'Industry', region: 'Region', size: 'People' },
    other: 'Small groups together',
    columns: { group: 'Group', told: 'How far', n: 'Companies' },
    bands: {
      low: 'below one third',
      mid: 'one third to two thirds',
      high: 'two thirds or more',
      'low-mid': 'below two thirds',
      'mid-high': 'one third or more',
    },
    words: {
      'mostly-low': 'most are below one third',
      mixed: 'mixed',
      'mostly-high': 'most have two thirds or more',
    },
    share: (band: string, percent: number) => `${band}: about ${percent}%`,
    companies: (range: string) => range,
    more: '200 or more',
    carried: 'as before',
    carriedNote:
      '“As before”: fewer than ten companies (in a large group, a quarter of them) changed since last time, so the figure was left as it was.',
    countOnly: 'Only the number is published',
    hidden: 'Not published',
    pairs: 'Two groups together',
    pairsLead: 'From 200 companies on; how far only for pairs of 50 or more.',
    pairsNone: 'Nothing is published of two groups together.',
    pairsTold: (told: number, all: number) => `Something is published of ${told} of ${all}.`,
    pairsAll: (count: number) => `All pairs (${count})`,
    trend: 'From quarter to quarter',
    trendSentence: (count: number) =>
      count === 1
        ? 'One quarter has been published.'
        : `${count} quarters have been published; the newest stands first.`,
    editionsDiffer:
      'Quarters of different editions ask different things and cannot be compared as they stand.',
    edition: 'Edition',
    legend: 'Key (companies, per cent)',
    table: 'Open the table',
    groupsTold: (told: number, all: number) => `How far is published: ${told} of ${all}.`,
    download: 'Save these figures as CSV',
    what: 'How far: what share of the targets was met as far as is known, in a signed self-check (in full, at application). It says nothing of the chances of a certification.',
    members: 'To the member companies',
  },
});
