import { messages } from '../language.ts';

export const start = messages({
  ja: {
    title: '重要経済安保情報の保護に向けた準備の自己点検',
    headline: ['声がかかったとき、', '何がどれだけ足りないか。'],
    lead: '行政機関から重要経済安保情報の提供を受けるには、規程・場所・機器・教育などの備えが要ります。準備 Junbi は、30〜150人の会社の総務や品質保証の方が、自社の備えを自分たちで点検するための道具です。',
    check: '5分チェックを始める',
    register: '登録する',
    checkTitle: '5分チェックについて',
    checkFacts: [
      ['質問', '25問。調べずに答えて、5分から10分'],
      ['登録', '要りません'],
      ['保存', '答えはこの画面にだけ残り、こちらには送られません'],
      ['結果', 'その場で見て、印刷できます'],
      ['しないこと', '認定の見込みは示しません。人の適性は聞きません'],
    ] as [string, string][],
    whatTitle: '登録するとできること',
    whatIntro: '会社ごとに記録が残り、何度でも続きから始められます。',
    what: [
      [
        '答える',
        '90の要件を、条文の根拠を見ながら5段階で答えます。わからないものは「わからない」で構いません。',
      ],
      [
        'いまの状態を知る',
        '目標に届いていない要件、調べれば決まる要件を、答えまでさかのぼって示します。',
      ],
      ['やることの順番が分かる', '手間・費用・期間の幅と、先に要ることを並べます。'],
    ] as [string, string][],
    notTitle: 'しないこと',
    method: 'この点検の考え方を読む',
    not: [
      '認定を約束したり、見込みを示したりしません。認定は、行政機関の長が必要と認めたときに行うものです。',
      '人の適性を聞いたり、点数を付けたりしません。',
      '重要経済安保情報の内容、鍵の番号、警報の位置などは、お預かりしません。',
      '行政機関の必要が見える前に、工事や設備の購入を勧めません。',
    ],
  },
  en: {
    title: 'A self-check of readiness to protect designated economic-security information',
    headline: ['If an agency asked you today,', 'what would be missing, and how much?'],
    lead: 'To be given designated economic-security information (重要経済安保情報), a company needs rules, places, equipment and trained people. Junbi lets compliance officers of companies of 30 to 150 people check their own readiness.',
    check: 'Start the five-minute check',
    register: 'Register',
    checkTitle: 'About the five-minute check',
    checkFacts: [
      ['Questions', '25. Five to ten minutes if you look nothing up'],
      ['Account', 'Not needed'],
      ['Storage', 'Your answers stay in this page and are not sent to us'],
      ['Result', 'Shown at once, and printable'],
      [
        'What it does not do',
        'It does not predict certification and asks nothing about a person’s suitability',
      ],
    ] as [string, string][],
    whatTitle: 'What you can do with an account',
    whatIntro: 'Each company keeps its record, and you go on where you left off.',
    what: [
      [
        'Answer',
        'Ninety requirements on five levels, each with the article it rests on. “I don’t know” is a proper answer.',
      ],
      [
        'See where you stand',
        'What is below target and what finding out would settle, each traced to the answers that make it.',
      ],
      [
        'Know what comes first',
        'Effort, cost and lead time as ranges, in an order in which it can be done.',
      ],
    ] as [string, string][],
    notTitle: 'What it never does',
    method: 'How this self-check works',
    not: [
      'It does not promise or predict certification. The head of an agency certifies, and only where the agency finds it necessary.',
      'It asks nothing about a person’s suitability and scores nobody.',
      'It takes in no designated information, lock numbers or alarm positions.',
      'It does not push building works or purchases before an agency’s need is visible.',
    ],
  },
});
