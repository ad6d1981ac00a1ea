import { messages } from '../language.ts';
import type { ExampleRow } from '../method-example.ts';

interface Item {
  term: string;
  text: string;
}

interface MethodTexts {
  title: string;
  lead: string;
  state: {
    title: string;
    intro: string;
    words: Record<'blocked' | 'undetermined' | 'clear', string>;
    after: string[];
  };
  levels: {
    title: string;
    intro: string;
    names: string[];
    meanings: string[];
    level: string;
    meaning: string;
    after: string;
  };
  answers: { title: string; intro: string; items: Item[] };
  targets: {
    title: string;
    intro: string;
    phases: Item[];
    columns: { phase: string; application: string; holding: string };
    weights: string;
  };
  attainment: {
    title: string;
    intro: string;
    formula: { words: string; numerator: string; denominator: string };
    rules: string[];
    example: {
      title: string;
      lead: string;
      rows: Record<ExampleRow['id'], string>;
      columns: {
        requirement: string;
        weight: string;
        target: string;
        level: string;
        reached: string;
        full: string;
        loss: string;
      };
      total: string;
      unknown: string;
      result: {
        before: string;
        to: string;
        after: (lo: string, hi: string, low: string, high: string) => string;
      };
      adds: (of: number) => string;
      state: (state: string) => string;
    };
  };
  scope: { title: string; intro: string; modes: Item[]; why: string };
  ownership: { title: string; text: string[] };
  not: { title: string; items: string[] };
  basis: { title: string; intro: string };
  facts: {
    title: string;
    intro: string;
    items: (Item & { basis: 'secondary' | 'unverified' | 'law' })[];
    after: string;
  };
  toGlossary: string;
}

/** How the self-check works; says what gap-model.md fixes and nothing else. */
export const method = messages<MethodTexts>({
  ja: {
    title: 'この点検の考え方',
    lead: '何を聞き、どう計算し、何を示さないかを説明します。画面のどの数も、元の答えまでさかのぼれます。',
    state: {
      title: 'いまの状態',
      intro: '点数ではなく、三つの言葉のどれかで示します。',
      words: {
        blocked:
          '状態を決める要件のうち、目標に届いていないことが確かなものが、一つ以上あります。どの要件かを並べて示します。',
        undetermined:
          '確かな不足はありませんが、わからない・未回答などで、届いているかどうかが決まらない要件があります。何を調べれば決まるかを示します。',
        clear:
          '状態を決める要件が、すべて目標に届いています。自社の答えによるもので、認定の見込みではありません。',
      },
      after: [
        '状態を決めるのは、当てはまる要件のうち、必須と条件付必須のすべてと、標準の範囲に入る「審査上想定」の要件です（所有と支配の B-01〜B-07 を除く）。「推奨」の要件は、状態を決めるのに使いません。',
        '状態を決める要件が一つでも目標に届かないあいだは、ほかがどれほど進んでいても「準備中」です。平均では埋め合わせられないからです。',
        '行政機関の必要（A-01）は会社だけでは満たせないので、「行政機関の動きを待つもの」として分けて示します。状態には数えます。',
      ],
    },
    levels: {
      title: '水準',
      intro: '要件ごとに、五つのうちいまにいちばん近いものを選びます。',
      level: '水準',
      meaning: '意味',
      names: ['未着手', '部分的・属人的', '設計・文書化', '運用・証跡あり', '検証・改善'],
      meanings: [
        '何もしていない',
        '誰かが何かをしている',
        '決めて書いてあるが、まだ動いていない',
        '決めたとおりに動き、記録が残っている',
        '試し、点検し、直している',
      ],
      after:
        '情報を受けた後の要件は、見本の書類を使った模擬運用の記録があれば、水準3と答えられます。取扱場所がいくつかあるときは、いちばん進んでいない場所で答えます。',
    },
    answers: {
      title: '決まらないものと、計算から外すもの',
      intro: '似ていても、計算のしかたが違います。',
      items: [
        {
          term: 'わからない',
          text: '0とはみなしません。0から4のどれかとして幅で計算し、調べることリストに載せます。',
        },
        { term: '未回答', text: '幅は同じ0から4ですが、「わからない」とは分けて数えます。' },
        {
          term: '該当しない',
          text: '理由を書いて、計算から外します。選べる質問は決まっており、条件のない必須の要件では選べません。外した要件は一覧に残ります。',
        },
        {
          term: '当てはまらない',
          text: '会社の情報から当てはまらないと決まる要件は、計算から外して理由を示します。条件そのものがわからないときは、0から4の幅で計算します。',
        },
      ],
    },
    targets: {
      title: '目標と重み',
      intro: '何に照らして点検するか（時点）で、届くべき水準が変わります。',
      phases: [
        { term: '申請の前に動いているべきもの', text: 'pre' },
        { term: '申請・契約・適性評価のころのもの', text: 'cert' },
        { term: '情報を受けた後のもの', text: 'post' },
      ],
      columns: { phase: '要件の時期', application: '申請時点', holding: '保有時点' },
      weights:
        '割合を計算するときの重みは、必須と条件付必須が3、審査上想定が2、推奨が1です。目標も重みも、この点検で決めたもので、法令にある数ではありません。',
    },
    attainment: {
      title: '達成の割合',
      intro:
        '目標に対してどこまで来ているかを表します。分野ごとと全体の二つがあり、見出しにはしません。',
      formula: {
        words: '達成の割合 ＝',
        numerator: '「重み × 水準（目標まで）」の合計',
        denominator: '「重み × 目標」の合計',
      },
      rules: [
        '目標を超えた分は数えません。ある要件の超過で、ほかの不足は埋まりません。',
        'まだ決まらないことがあれば、いちばん低い場合と高い場合の幅で示します。調べて答えると狭まり、広がることはありません。',
        '計算は分数のまま行い、表示のときに一度だけ小数第1位に丸めます。',
        '数えるのは、いまの範囲で聞いている、当てはまる要件だけです。',
      ],
      example: {
        title: '計算の例',
        lead: '三つの要件だけの会社を考えます。',
        rows: {
          rules: '規程（必須）',
          drill: '事故の訓練（審査上想定）',
          coordination: '連絡の会議（推奨）',
        },
        columns: {
          requirement: '要件',
          weight: '重み',
          target: '目標',
          level: '水準',
          reached: '重み × 水準',
          full: '重み × 目標',
          loss: '損失',
        },
        total: '合計',
        unknown: 'わからない（0〜4）',
        result: {
          before: '達成の割合は',
          to: 'から',
          after: (lo, hi, low, high) =>
            `まで、約分すると ${lo} から ${hi} までです。画面では ${low}%〜${high}% と表示します。`,
        },
        adds: (of) =>
          `低い方の割合と高い方の損失、高い方の割合と低い方の損失は、足すとどちらもちょうど ${of}/${of} になります。`,
        state: (state) =>
          `規程が水準1で目標の3に届かないことが確かなので、割合にかかわらず、状態は「${state}」です。`,
      },
    },
    scope: {
      title: '聞く範囲',
      intro: '範囲はいつでも広げられ、答えはすべて残ります。',
      modes: [
        { term: '5分チェック', text: '25問。はじめての目安です。' },
        { term: '標準', text: '57問。審査で見られると見込まれるものが中心です。' },
        { term: '全部', text: '90問。すべての要件を聞きます。' },
      ],
      why: 'いまの状態は、どの範囲でも90の要件の全体から決めます。聞いていない要件は未回答として数えるので、「自己点検上の不足なし」になり得るのは「全部」だけです。ほかの範囲では、よくても「未確定」です。',
    },
    ownership: {
      title: '所有と支配',
      text: [
        '株主・役員などについての要件（B-01〜B-07）は、いまの状態を決めるのに使いません。どこまでなら差し支えないかの線引きが法令になく、行政機関が判断する事柄だからです。',
        '事実を整理できているかを割合に入れ、行政機関に説明を求められ得ることを「説明が必要な点」として示します。B-08 は、ほかの要件と同じに数えます。',
      ],
    },
    not: {
      title: 'Junbi がしないこと',
      items: [
        '認定の見込みや確率を示すこと。認定は行政機関の長が、必要と認めたときに行います。',
        '会社に順位を付けること。',
        '人の適性を聞き、推し量り、点を付けること。',
        '重要経済安保情報の内容、鍵の番号や警報の位置を預かること。',
        '公の機関に出す書類を作ること、個別の事案に法律の判断を示すこと。',
        '行政機関の側にかかる期間を見積もること。公の統計が見当たりません。',
        '必要が見える前に、工事や設備の購入を勧めること。',
      ],
    },
    basis: {
      title: '根拠の印',
      intro: '文がどこまで確かめられているかを、印で示します。印のない文は法令によります。',
    },
    facts: {
      title: '制度の始まり',
      intro: '知っておくと判断を誤りにくい事実です。',
      items: [
        { term: '施行', text: '法律と施行令は、2025年5月16日に施行されました。', basis: 'law' },
        { term: '認定された会社', text: '2025年12月31日までは0社でした。', basis: 'secondary' },
        {
          term: '会社の従業者の適性評価',
          text: '2025年12月31日までは0件でした（行政機関の職員は18件）。',
          basis: 'secondary',
        },
        {
          term: '指定された情報',
          text: '2025年12月31日までに9機関で20件、年末の時点で19件でした。',
          basis: 'secondary',
        },
      ],
      after:
        '二次資料は、2026年6月26日の国会への年次報告を要約したものです。報告そのものは読んでいません。2026年1月以降のことは確かめていません。',
    },
    toGlossary: '用語を見る',
  },
  en: {
    title: 'How this self-check works',
    lead: 'What it asks, how it calculates and what it does not show. Every figure on screen can be traced to the answers that make it.',
    state: {
      title: 'Where you stand',
      intro: 'Not a score: one of three words.',
      words: {
        blocked:
          'At least one requirement that decides the state is definitely below its target. They are listed.',
        undetermined:
          'Nothing is definitely below target, but unknown or unanswered questions leave some requirements open. What to find out is listed.',
        clear:
          'Every requirement that decides the state is at target, by the company’s own answers. It does not predict certification.',
      },
      after: [
        'The state is decided by the applicable requirements that are mandatory or conditional, and by those “expected” ones that belong to the standard scope (B-01 to B-07 on ownership excepted). Recommended ones never decide it.',
        'While a single one of them is below target the state is “In preparation”, however far the rest has come. An average cannot make up for it.',
        'An agency’s need (A-01) is nothing a company can meet alone. It is shown apart as “waiting for an agency to move”, and it counts.',
      ],
    },
    levels: {
      title: 'Levels',
      intro: 'For each requirement, choose the one of five that is nearest to how things are.',
      level: 'Level',
      meaning: 'Meaning',
      names: [
        'Not started',
        'In part, by individuals',
        'Designed and written',
        'In practice, with evidence',
        'Tested and improved',
      ],
      meanings: [
        'Nothing is done',
        'Someone does something',
        'Decided and written, but not running yet',
        'Runs as decided and leaves records',
        'Tried, inspected and improved',
      ],
      after:
        'For requirements that only run once information has arrived, a recorded dry run with dummy papers is enough for level 3. With several handling areas, answer for the one that is least advanced.',
    },
    answers: {
      title: 'Open, and set aside',
      intro: 'They look alike but count differently.',
      items: [
        {
          term: 'I don’t know',
          text: 'Is not taken as 0. It counts as a range, any level from 0 to 4, and goes on the list of things to find out.',
        },
        {
          term: 'Unanswered',
          text: 'The same range from 0 to 4, but counted apart from “I don’t know”.',
        },
        {
          term: 'Not applicable',
          text: 'Set aside with a written reason. Only some questions allow it, never a mandatory requirement without a condition. What is set aside stays listed.',
        },
        {
          term: 'Does not apply',
          text: 'A requirement that the company’s facts rule out is set aside and the reason shown. Where the condition itself is unknown, it counts as a range from 0 to 4.',
        },
      ],
    },
    targets: {
      title: 'Targets and weights',
      intro: 'The level to reach depends on the stage: what the company is measured against.',
      phases: [
        { term: 'Must run before an application', text: 'pre' },
        { term: 'Around application, contract and vetting', text: 'cert' },
        { term: 'Once information is held', text: 'post' },
      ],
      columns: { phase: 'Requirement', application: 'At application', holding: 'When holding' },
      weights:
        'Weights in the percentage: mandatory and conditional (mandatory where it applies) 3, expected 2, recommended 1. Targets and weights are set by this self-check; they are not figures of the law.',
    },
    attainment: {
      title: 'Attainment',
      intro:
        'How far the company has come towards its targets, per domain and overall. It is never the headline.',
      formula: {
        words: 'Attainment =',
        numerator: 'sum of “weight × level, up to the target”',
        denominator: 'sum of “weight × target”',
      },
      rules: [
        'What exceeds a target is not counted: a surplus in one requirement does not fill a gap in another.',
        'Where something is open, the lowest and the highest case are shown as a range. Finding out narrows it and never widens it.',
        'All sums are exact fractions; they are rounded once, to one decimal, when shown.',
        'Only applicable requirements that the present scope asks for are counted.',
      ],
      example: {
        title: 'A worked example',
        lead: 'Take a company with three requirements only.',
        rows: {
          rules: 'Protection rules (mandatory)',
          drill: 'Incident drill (expected)',
          coordination: 'Coordination meeting (recommended)',
        },
        columns: {
          requirement: 'Requirement',
          weight: 'Weight',
          target: 'Target',
          level: 'Level',
          reached: 'Weight × level',
          full: 'Weight × target',
          loss: 'Loss',
        },
        total: 'Sum',
        unknown: 'I don’t know (0–4)',
        result: {
          before: 'Attainment is from',
          to: 'to',
          after: (lo, hi, low, high) =>
            `, in lowest terms ${lo} to ${hi}. The page shows ${low}% to ${high}%.`,
        },
        adds: (of) =>
          `The low attainment and the high losses, and the high attainment and the low losses, each add to exactly ${of}/${of}.`,
        state: (state) =>
          `The rules are definitely at level 1, below their target of 3; whatever the percentage, the state is “${state}”.`,
      },
    },
    scope: {
      title: 'Scope',
      intro: 'It can be widened at any time and every answer is kept.',
      modes: [
        { term: 'Five-minute check', text: '25 questions, a first orientation.' },
        {
          term: 'Standard',
          text: '57 questions: mainly what an examination is expected to look at.',
        },
        { term: 'Full', text: '90 questions: every requirement.' },
      ],
      why: 'Whatever the scope, the state covers all 90 requirements; those not asked count as unanswered. So only the full scope can reach “Nothing missing by self-check”. In the others, “Not settled” is the best there is.',
    },
    ownership: {
      title: 'Ownership and control',
      text: [
        'Requirements on shareholders, officers and the like (B-01 to B-07) never decide the state. The law draws no line for links abroad; that is for the agency to judge.',
        'Whether the facts are in order enters the percentage, and what an agency may ask to have explained is shown as “points to explain”. B-08 counts like any other requirement.',
      ],
    },
    not: {
      title: 'What Junbi never does',
      items: [
        'Predict certification or give its probability. The head of an agency certifies, where the agency finds a need.',
        'Rank companies.',
        'Ask about, guess or score a person’s suitability.',
        'Take in designated information, lock numbers or alarm positions.',
        'Draft filings to public offices or judge a case in law.',
        'Estimate time on the agency’s side: no public statistics were found.',
        'Push building works or purchases before a need is visible.',
      ],
    },
    basis: {
      title: 'Marks of basis',
      intro: 'A mark says how far a statement was verified. What carries no mark rests on law.',
    },
    facts: {
      title: 'The scheme’s first months',
      intro: 'Facts that help to avoid wrong decisions.',
      items: [
        {
          term: 'In force',
          text: 'The Act and the Cabinet Order have been in force since 16 May 2025.',
          basis: 'law',
        },
        { term: 'Certified companies', text: 'None by 31 December 2025.', basis: 'secondary' },
        {
          term: 'Vettings of company staff',
          text: 'None by 31 December 2025 (18 of agency staff).',
          basis: 'secondary',
        },
        {
          term: 'Designated information',
          text: '20 items by nine agencies by 31 December 2025; 19 at the end of the year.',
          basis: 'secondary',
        },
      ],
      after:
        'The secondary source summarises the annual report to the Diet of 26 June 2026; the report itself was not read. What happened from January 2026 on has not been checked.',
    },
    toGlossary: 'See the glossary',
  },
});
