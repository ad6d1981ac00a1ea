import { messages } from '../language.ts';
import { plural } from '../print.ts';

export const check = messages({
  ja: {
    title: '5分チェック',
    lead: '25の質問で、備えの大きな抜けを確かめます。調べずに、いま分かることだけで答えてください。分からないものは「わからない」で構いません。',
    aboutTitle: '始める前に',
    about: [
      ['質問', '25問。調べずに答えて、5分から10分'],
      ['比べる目標', '申請時点の目標（この点検で決めた水準）'],
      ['登録', '要りません'],
      ['保存', '答えはこの画面にだけあり、こちらには送られません。画面を閉じると消えます'],
      ['結果', 'その場で見て、印刷できます'],
      ['しないこと', '認定の見込みは示しません。人の適性は聞きません'],
    ] as [string, string][],
    start: '始める',
    resume: '続ける',
    paper: '紙で答える用紙を見る',
    withoutScript:
      'この画面では自動で数えられません。下の用紙に印を付け、終わりの「数え方」で数えてください。',
    factLead: '質問の前に',
    yes: 'はい',
    no: 'いいえ',
    unknownFact: 'わからない',
    position: (at: number, of: number, domain: string) => `${of}問のうち${at}問目　${domain}`,
    previous: '前の質問',
    back: '戻る',
    next: '次の質問へ',
    last: '結果を見る',
    skip: '答えずに次へ',
    soFar: 'ここまでの結果を見る',
    keptHere: '答えはこの画面にだけあります。送信も保存もしません。',
    undecided:
      '会社の情報が「わからない」なので、この要件は、答えにかかわらず「調べること」に載せます。',
    unknown: { label: 'わからない', text: '結果の「調べること」に載せます。' },
    result: {
      title: '5分チェックの結果',
      emptyTitle: 'まだ答えがありません',
      emptyLead: '一つでも答えると、ここに結果が出ます。',
      emptyAction: '質問に答える',
      states: { blocked: '準備中', undetermined: '未確定', clear: '自己点検上の不足なし' },
      counts: (all: number, below: number, open: number, met: number) =>
        `当てはまる${all}件のうち、${below}件が目標に届いていません。${open}件は、調べるか答えると決まります。${met}件は目標に届いています。`,
      toExplain: (count: number) => `ほかの${count}件は、行政機関に説明が必要な点です。`,
      partial: (counted: number, notAsked: number) =>
        `状態を決める要件は全部で${counted}件あります。5分チェックはそのうち${counted - notAsked}件だけを聞くので、すべて目標に届いていても「自己点検上の不足なし」とは示しません。残りの${notAsked}件は、登録すると確かめられます。`,
      beginTitle: '先に進めて損のないこと',
      beginLead: '行政機関から声がかからなくても役に立ち、すぐに始められるものです。',
      beginNone: 'いまの答えからは、ありません。',
      effort: (days: string, yen: string | null) =>
        yen === null ? `${days}人日、外に払う費用なし` : `${days}人日、外に払う費用 ${yen}`,
      notYetTitle: 'まだ始めなくてよいこと',
      notYetLead:
        '取扱場所の工事、保管容器や取扱端末の購入は、行政機関から必要性が示されてからで構いません。先に整えても、それで認定に近づくわけではありません。',
      notYetList: (count: number) => `必要性が見えてから始めるもの　${count}件`,
      belowTitle: '目標に届いていない要件',
      belowIntro: (count: number) => `${count}件。一つでも残るあいだは「準備中」です。`,
      waitingTitle: '行政機関の動きを待つもの',
      waitingIntro: '会社だけでは目標に届きません。これが残るあいだも「準備中」です。',
      toExplainTitle: '説明が必要な点',
      toExplainIntro:
        '所有や役員の状況は、状態の判定に使いません。聞かれたときに説明できるようにしておくものです。',
      openTitle: '調べること',
      openIntro: (count: number) => `${count}件。分かると、届いているかどうかが決まります。`,
      ask: (role: string) => `聞く相手：${role}`,
      unanswered: '未回答',
      unknown: 'わからない',
      condition: '会社の情報が不明',
      level: (level: number, target: number) => `水準 ${level} → 目標 ${target}`,
      basis: '根拠：',
      answersTitle: '答えの一覧',
      answersSummary: (count: number) => `${count}問の答えを見る`,
      columns: { requirement: '要件', answer: '答え', target: '目標' },
      levelName: (level: number, name: string) => `${level}　${name}`,
      excluded: '当てはまらない',
      register: '登録して続ける',
      print: '印刷する',
      review: '答えを見直す',
      clear: '答えを消して、はじめに戻る',
      clearSure: '答えをすべて消します。よろしいですか。',
      registerNote:
        '登録しても、ここでの答えは引き継がれません（送っていないためです）。印刷しておくと、「答えの一覧」を見ながら入力できます。',
      lawAsOf: (date: string) => `法令は${date}時点のものです。`,
    },
    sheet: {
      title: '紙で答える用紙',
      lead: '質問ごとに、いまの状態にいちばん近いものを一つだけ選んで印を付けます。太字の「目標はここから」より下にある水準なら、申請時点の目標に届いています。',
      target: '目標はここから',
      factNote: (codes: string) =>
        `「いいえ」のときは、${codes} を飛ばします。「わからない」のときは、${codes} は何と答えても「調べること」です。`,
      howTitle: '数え方',
      separator: '・',
      explains: (codes: string) =>
        `${codes} で届いていないものは「説明が必要な点」に数えます。状態の判定には使いません。`,
      how: [
        '質問を一つずつ見ます。「わからない」と、印のない質問は「調べること」です。',
        '印が「目標はここから」より上なら「届いていない」、下なら「届いている」です。',
        '「届いていない」が一つでもあれば、状態は「準備中」です。',
        '「届いていない」が一つもなければ、状態は「未確定」です。',
      ],
      partial: (counted: number, notAsked: number) =>
        `すべて届いていても「自己点検上の不足なし」にはなりません。状態を決める要件は${counted}件あり、この用紙はそのうち${notAsked}件を聞いていないためです。`,
      boxes: ['届いていない', '調べること', '説明が必要な点', '届いている'],
      unit: '件',
      afterTitle: '数えたあとに',
      after: [
        '「調べること」は、質問の下にある「聞く相手」に確かめます。',
        '取扱場所の工事、保管容器や取扱端末の購入は、行政機関から必要性が示されるまで始めなくて構いません。',
      ],
    },
  },
  en: {
    title: 'Five-minute check',
    lead: 'Twenty-five questions show the large gaps. Answer with what you know now, without looking anything up. “I don’t know” is a proper answer.',
    aboutTitle: 'Before you start',
    about: [
      ['Questions', '25. Five to ten minutes if you look nothing up'],
      ['Measured against', 'The target at application, as set by this self-check'],
      ['Account', 'Not needed'],
      [
        'Storage',
        'Your answers stay in this page, are not sent to us, and are gone when you close it',
      ],
      ['Result', 'Shown at once, and printable'],
      [
        'What it does not do',
        'It does not predict certification and asks nothing about a person’s suitability',
      ],
    ] as [string, string][],
    start: 'Start',
    resume: 'Continue',
    paper: 'See the paper form',
    withoutScript:
      'This page cannot count for you here. Mark the form below and count with the instructions at its end.',
    factLead: 'Before the questions',
    yes: 'Yes',
    no: 'No',
    unknownFact: 'I don’t know',
    position: (at: number, of: number, domain: string) => `Question ${at} of ${of}: ${domain}`,
    previous: 'Previous question',
    back: 'Back',
    next: 'Next question',
    last: 'See the result',
    skip: 'Go on without an answer',
    soFar: 'See the result so far',
    keptHere: 'Your answers are in this page only. Nothing is sent or stored.',
    undecided:
      'As the fact about the company is not known, this requirement goes on the list of things to find out, whatever you answer.',
    unknown: { label: 'I don’t know', text: 'Goes on the list of things to find out.' },
    result: {
      title: 'Result of the five-minute check',
      emptyTitle: 'There is no answer yet',
      emptyLead: 'With the first answer, the result stands here.',
      emptyAction: 'Answer the questions',
      states: {
        blocked: 'In preparation',
        undetermined: 'Not settled',
        clear: 'Nothing missing by self-check',
      },
      counts: (all: number, below: number, open: number, met: number) =>
        `Of the ${all} that apply, ${below} ${below === 1 ? 'is' : 'are'} below target, ${open} can be settled by finding out or answering, and ${met} ${met === 1 ? 'is' : 'are'} at target.`,
      toExplain: (count: number) =>
        count === 1
          ? 'One more is a point to explain to an agency.'
          : `${count} more are points to explain to an agency.`,
      partial: (counted: number, notAsked: number) =>
        `In all, ${plural(counted, 'requirement')} ${counted === 1 ? 'decides' : 'decide'} the state. The five-minute check asks only ${counted - notAsked} of them, so it never shows “Nothing missing by self-check”. With an account you can look at the other ${notAsked}.`,
      beginTitle: 'Worth doing in any case',
      beginLead: 'Useful even if no agency ever asks, and possible at once.',
      beginNone: 'Nothing follows from these answers.',
      effort: (days: string, yen: string | null) =>
        yen === null
          ? `${plural(days, 'person-day')}, no external cost`
          : `${plural(days, 'person-day')}, external cost ${yen}`,
      notYetTitle: 'What can wait',
      notYetLead:
        'Building works for a handling area and buying storage containers or handling terminals can wait until an agency has shown a need. Having them early brings certification no nearer.',
      notYetList: (count: number) => `To start once a need is visible: ${count}`,
      belowTitle: 'Requirements below target',
      belowIntro: (count: number) => `${count}. While one remains, the state is “In preparation”.`,
      waitingTitle: 'Waiting for an agency to move',
      waitingIntro:
        'The company cannot reach this alone. While it remains, the state is “In preparation” too.',
      toExplainTitle: 'Points to explain',
      toExplainIntro:
        'Ownership and officers do not enter the state. Be ready to explain them when asked.',
      openTitle: 'Things to find out',
      openIntro: (count: number) =>
        `${count}. Once known, it is settled whether the target is reached.`,
      ask: (role: string) => `Ask: ${role}`,
      unanswered: 'unanswered',
      unknown: 'I don’t know',
      condition: 'company fact not known',
      level: (level: number, target: number) => `Level ${level} → target ${target}`,
      basis: 'Rests on: ',
      answersTitle: 'All answers',
      answersSummary: (count: number) => `See the ${plural(count, 'answer')}`,
      columns: { requirement: 'Requirement', answer: 'Answer', target: 'Target' },
      levelName: (level: number, name: string) => `${level} ${name}`,
      excluded: 'does not apply',
      register: 'Register and go on',
      print: 'Print',
      review: 'Look at the answers again',
      clear: 'Delete the answers and start over',
      clearSure: 'All answers will be deleted. Go on?',
      registerNote:
        'These answers do not come along when you register, because they were never sent. Print the page, and you can enter them from the list.',
      lawAsOf: (date: string) => `Law texts as of ${date}.`,
    },
    sheet: {
      title: 'The paper form',
      lead: 'For each question, mark the one line that is nearest to how things are. A level below the words “the target starts here” reaches the target at application.',
      target: 'the target starts here',
      factNote: (codes: string) =>
        `If no, leave out ${codes}. If you don’t know, ${codes} is a thing to find out whatever you mark.`,
      howTitle: 'How to count',
      separator: ', ',
      explains: (codes: string) =>
        `Where ${codes} are below target, count them under “To explain”. They do not enter the state.`,
      how: [
        'Look at every question. “I don’t know” and questions without a mark are things to find out.',
        'A mark above “the target starts here” is below target; a mark under it is at target.',
        'If anything else is below target, the state is “In preparation”.',
        'If nothing is below target, the state is “Not settled”.',
      ],
      partial: (counted: number, notAsked: number) =>
        `Even with all at target, the state is not “Nothing missing by self-check”: ${plural(counted, 'requirement')} ${counted === 1 ? 'decides' : 'decide'} the state, and this form does not ask ${notAsked} of them.`,
      boxes: ['Below target', 'To find out', 'To explain', 'At target'],
      unit: '',
      afterTitle: 'After counting',
      after: [
        'For the things to find out, ask whom the question names.',
        'Building works for a handling area and buying storage containers or handling terminals can wait until an agency has shown a need.',
      ],
    },
  },
});
