import type { Term } from './term.ts';

/** Words of the self-check itself; `gap-model.md` fixes their meaning. */
export const selfCheck: readonly Term[] = [
  {
    id: 'requirement',
    ja: '要件',
    en: 'Requirement',
    reading: 'ようけん',
    text: {
      ja: '制度が会社に求める、または求めると見込まれる一つひとつの事柄です。90あり、A-04 のような番号が付いています。',
      en: 'One thing that the scheme asks of a company, or is expected to ask. There are 90, numbered like A-04.',
    },
    basis: 'ours',
  },
  {
    id: 'obligation',
    ja: '必須・条件付必須・審査上想定・推奨',
    en: 'Mandatory, conditional, expected, recommended',
    text: {
      ja: '必須は、法令・認定・契約の条件か、ほかの法律の義務です。条件付必須は、当てはまる会社だけの必須です。審査上想定は、審査で見られると見込まれるもので、義務として書かれてはいません。推奨は、よい実務です。必須なのは目的であり、手段は違っても構いません。',
      en: 'Mandatory: a condition of law, certification or contract, or a duty under another law. Conditional: the same, for companies that meet a condition. Expected: likely to be looked at, though nowhere written as a duty. Recommended: good practice. The objective is mandatory; the means may differ.',
    },
    basis: 'ours',
  },
  {
    id: 'state',
    ja: 'いまの状態',
    en: 'Where you stand',
    reading: 'いまのじょうたい',
    text: {
      ja: '「準備中」「未確定」「自己点検上の不足なし」のどれか一つです。点数ではありません。一つでも目標に届かないことが確かな要件があれば、ほかがどれほど進んでいても「準備中」です。',
      en: 'One of three words: “In preparation”, “Not settled”, “Nothing missing by self-check”. It is not a score: one requirement that is definitely below target makes it “In preparation”, however far the rest has come.',
    },
    basis: 'ours',
  },
  {
    id: 'blocked',
    ja: '準備中',
    en: 'In preparation',
    reading: 'じゅんびちゅう',
    text: {
      ja: '状態を決める要件のうち、目標に届いていないことが確かなものが、一つ以上ある状態です。',
      en: 'At least one requirement that decides the state is definitely below its target.',
    },
    basis: 'ours',
  },
  {
    id: 'undetermined',
    ja: '未確定',
    en: 'Not settled',
    reading: 'みかくてい',
    text: {
      ja: '確かな不足はないものの、わからない・未回答などで、届いているかどうかが決まらない要件がある状態です。',
      en: 'Nothing is definitely below target, but unknown or unanswered questions leave some requirements open.',
    },
    basis: 'ours',
  },
  {
    id: 'clear',
    ja: '自己点検上の不足なし',
    en: 'Nothing missing by self-check',
    reading: 'じこてんけんじょうのふそくなし',
    text: {
      ja: '状態を決める要件が、すべて目標に届いていると答えた状態です。自分たちの答えによるもので、認定の見込みではありません。',
      en: 'By the company’s own answers, every requirement that decides the state is at target. It does not predict certification.',
    },
    basis: 'ours',
  },
  {
    id: 'level',
    ja: '水準（0〜4）',
    en: 'Level (0–4)',
    reading: 'すいじゅん',
    text: {
      ja: '0 未着手、1 部分的・属人的、2 設計・文書化、3 運用・証跡あり、4 検証・改善。要件ごとに、それぞれの水準を文で示しています。',
      en: '0 not started, 1 in part or by individuals, 2 designed and written, 3 in practice with evidence, 4 tested and improved. Each requirement describes its five levels in words.',
    },
    basis: 'ours',
  },
  {
    id: 'target',
    ja: '目標',
    en: 'Target',
    reading: 'もくひょう',
    text: {
      ja: '要件ごとに届くべき水準です。申請の前に動いているべきものは3、それ以外は申請時点では2、保有時点ではすべて3です。',
      en: 'The level to reach: 3 for what must run before an application, 2 for the rest at application; 3 for all when holding.',
    },
    basis: 'ours',
  },
  {
    id: 'stage',
    ja: '申請時点・保有時点',
    en: 'At application, when holding',
    reading: 'しんせいじてん・ほゆうじてん',
    text: {
      ja: '何に照らして点検するかです。申請できる備えを見るのが申請時点、情報を持つ会社として見るのが保有時点です。',
      en: 'What the company is measured against: being ready to apply, or holding information.',
    },
    basis: 'ours',
  },
  {
    id: 'mode',
    ja: '聞く範囲（5分チェック・標準・全部）',
    en: 'Scope (five-minute check, standard, full)',
    text: {
      ja: '25問、57問、90問のどれを聞くかです。範囲を変えても答えは残ります。いまの状態はいつも90の要件の全体から決めるので、「自己点検上の不足なし」になり得るのは「全部」だけです。',
      en: 'Whether 25, 57 or 90 questions are asked. Changing it keeps every answer. The state always covers all 90 requirements, so only the full scope can reach “Nothing missing by self-check”.',
    },
    basis: 'ours',
  },
  {
    id: 'unknown',
    ja: 'わからない',
    en: 'I don’t know',
    text: {
      ja: '調べないと答えられない、という答えです。0とはみなさず、0から4のどれかとして計算し、調べることリストに載せます。',
      en: 'An answer: it has to be found out. It is not counted as 0 but as any level from 0 to 4, and goes on the list of things to find out.',
    },
    basis: 'ours',
  },
  {
    id: 'unanswered',
    ja: '未回答',
    en: 'Unanswered',
    reading: 'みかいとう',
    text: {
      ja: 'まだ答えていない質問です。計算は「わからない」と同じ0から4ですが、表示では分けています。',
      en: 'Not answered yet. It counts like “I don’t know”, from 0 to 4, but is shown apart.',
    },
    basis: 'ours',
  },
  {
    id: 'not-applicable',
    ja: '該当しない',
    en: 'Not applicable',
    reading: 'がいとうしない',
    text: {
      ja: '理由を書いて、要件を計算から外すことです。選べる質問は決まっており、条件のない必須の要件では選べません。外した要件は、一覧に残ります。',
      en: 'Sets a requirement aside with a written reason. Only some questions allow it, never a mandatory requirement without a condition. What is set aside stays listed.',
    },
    basis: 'ours',
  },
  {
    id: 'attainment',
    ja: '達成の割合',
    en: 'Attainment',
    reading: 'たっせいのわりあい',
    text: {
      ja: '目標に対してどこまで来ているかを、重みを付けて表した割合です。目標を超えた分は数えません。いまの状態とは別のもので、見出しにはしません。',
      en: 'How far the company has come towards its targets, weighted; what exceeds a target is not counted. It is separate from the state and never a headline.',
    },
    basis: 'ours',
  },
  {
    id: 'range',
    ja: '幅',
    en: 'Range',
    reading: 'はば',
    text: {
      ja: 'まだ決まらないことがあるとき、いちばん低い場合と高い場合を並べて示したものです。調べて答えると狭まり、広がることはありません。',
      en: 'The lowest and the highest case where something is still open. Finding out narrows it and never widens it.',
    },
    basis: 'ours',
  },
  {
    id: 'weight',
    ja: '重み',
    en: 'Weight',
    reading: 'おもみ',
    text: {
      ja: '割合の計算に使う、要件ごとの数です。必須と条件付必須は3、審査上想定は2、推奨は1です。法令にある数ではなく、この点検で決めたものです。',
      en: 'A number per requirement for the percentage: 3 for mandatory ones, 2 for expected, 1 for recommended. It is set by this self-check and not by law.',
    },
    basis: 'ours',
  },
  {
    id: 'loss',
    ja: '損失',
    en: 'Loss',
    reading: 'そんしつ',
    text: {
      ja: 'ある要件が目標に足りないために、割合から失われている分です。達成の割合と損失をすべて足すと、ちょうど100になります。',
      en: 'What a requirement takes from the percentage by being below target. Attainment and all losses add to exactly 100.',
    },
    basis: 'ours',
  },
  {
    id: 'to-find-out',
    ja: '調べることリスト',
    en: 'Things to find out',
    text: {
      ja: '答えが決まれば状態が決まっていく質問を、分かると多くが決まる順に並べたものです。',
      en: 'Questions whose answers would settle the state, those that settle most first.',
    },
    basis: 'ours',
  },
  {
    id: 'to-explain',
    ja: '説明が必要な点',
    en: 'Points to explain',
    reading: 'せつめいがひつようなてん',
    text: {
      ja: '株主・役員など所有と支配（B-01〜B-07）について、行政機関に説明を求められ得る事柄です。いまの状態を決めるのには使わず、割合にだけ入れます。',
      en: 'Facts about ownership and control (B-01 to B-07) that an agency may ask to have explained. They never decide the state and enter only the percentages.',
    },
    basis: 'ours',
  },
  {
    id: 'waits-on-agency',
    ja: '行政機関の動きを待つもの',
    en: 'Waiting for an agency to move',
    text: {
      ja: '会社だけでは満たせない要件（A-01）です。状態には数えますが、分けて示し、残る作業の期間では済んだものとして計算します。',
      en: 'The requirement (A-01) that a company cannot meet alone. It counts for the state but is shown apart, and is taken as met when the remaining weeks are calculated.',
    },
    basis: 'ours',
  },
  {
    id: 'edition',
    ja: '版',
    en: 'Edition',
    reading: 'はん',
    text: {
      ja: '質問・目標・重み・対策の一組です。点検は、始めたときの版にずっと結び付き、同じ答えからはいつでも同じ結果が出ます。',
      en: 'One set of questions, targets, weights and actions. A self-check stays with the edition it began in, so the same answers always give the same result.',
    },
    basis: 'ours',
  },
];
