import { messages, sentences } from '../language.ts';
import { closed } from './closed.ts';
import { plural } from '../print.ts';

export const assessment = messages({
  ja: {
    modes: {
      quick: { label: '5分チェックの質問', text: 'はじめての方の目安です。' },
      standard: {
        label: '標準',
        text: '審査で見られると見込まれるものを中心に聞きます。',
      },
      full: {
        label: '全部',
        text: '「自己点検上の不足なし」まで確かめられるのは、これだけです。',
      },
    },
    stages: {
      application: { label: '申請の準備', text: '申請できる備えがあるかを点検します。' },
      holding: { label: '情報の保有', text: '情報を保有している会社として点検します。' },
    },
    size: (questions: number, time: string) => `${questions}問、調べながらで${time}。`,
    stageShort: { application: '申請時点', holding: '保有時点' },
    create: {
      title: '点検を始める',
      lead: '答えは一つずつ保存されます。途中でやめても、続きから始められます。範囲はあとから広げられ、答えはすべて残ります。',
      name: '点検の名前',
      nameHelp: '例：2026年度の自己点検',
      nameDefault: (year: number) => `${year}年度の自己点検`,
      mode: '聞く範囲',
      stage: '何に照らして点検するか',
      submit: '点検を始める',
    },
    scope: {
      title: '範囲と時点を変える',
      lead: '答えはすべて残ります。狭くしたときに聞かれなくなった質問の答えも、広げれば戻ります。',
      submit: '変える',
      overlays: '業種別の追加（任意）',
      overlaysHelp:
        '選ぶと、その業種の補足と推奨の質問が加わります。共通の要件や目標、全体の数値は変わらず、追加の質問は別の行で示します。',
      stale: 'ほかの方が先に変えました',
      staleLead: (mode: string, stage: string) =>
        `いまの設定は、聞く範囲が「${mode}」、時点が「${stage}」です。あなたが選んだものは下に残っていますが、まだ反映していません。「変える」を押すと、下の選択になります。`,
    },
    readOnly:
      'この会社の点検は、見ることだけができます。変えるときは、変更できる方に頼んでください。',
    problems: sentences({
      'title-missing': '点検の名前を入れてください（120文字まで）。',
      'choose-mode': '聞く範囲を選んでください。',
      'choose-stage': '何に照らして点検するかを選んでください。',
      'not-allowed':
        'この会社の点検は、見ることだけができます。変えるときは、変更できる方に頼んでください。',
      ...closed.ja,
      'unknown-edition': '要件の版が見つかりません。運営者にお知らせください。',
      'free-text':
        '点検の名前に、ここでは預かれない言葉があります。情報の内容や人の名前は書かないでください。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。必要なところを写してから、画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    modes: {
      quick: { label: 'Questions of the five-minute check', text: 'A first orientation.' },
      standard: {
        label: 'Standard',
        text: 'What an examination is expected to look at.',
      },
      full: {
        label: 'Full',
        text: 'Only this can show “Nothing missing by self-check”.',
      },
    },
    stages: {
      application: {
        label: 'Ready to apply',
        text: 'Checks whether the company is prepared for an application.',
      },
      holding: {
        label: 'Holding information',
        text: 'Checks the company as one that holds designated information.',
      },
    },
    size: (questions: number, time: string) =>
      `${plural(questions, 'question')}, ${time} including looking things up. `,
    stageShort: { application: 'at application', holding: 'when holding' },
    create: {
      title: 'Start a self-check',
      lead: 'Each answer is saved as you go; you can stop and resume at any time. The scope can be widened later and every answer is kept.',
      name: 'Name of the self-check',
      nameHelp: 'For example: Self-check 2026',
      nameDefault: (year: number) => `Self-check ${year}`,
      mode: 'How much is asked',
      stage: 'What it is measured against',
      submit: 'Start',
    },
    scope: {
      title: 'Change scope and stage',
      lead: 'All answers are kept. Answers that a narrower scope no longer asks for come back when it is widened.',
      submit: 'Change',
      overlays: 'Additions for an industry (optional)',
      overlaysHelp:
        'Adds guidance and recommended questions for that industry. The common requirements, targets and overall figures stay as they are; what is added has a line of its own.',
      stale: 'Someone else changed this first',
      staleLead: (mode: string, stage: string) =>
        `The scope is now “${mode}” and the stage “${stage}”. What you chose is still below and not in effect yet. “Change” puts it into effect.`,
    },
    readOnly:
      'You can read this company’s self-checks but not change them. Ask someone who may change them.',
    problems: sentences({
      'title-missing': 'Enter a name (up to 120 characters).',
      'choose-mode': 'Choose how much is asked.',
      'choose-stage': 'Choose what it is measured against.',
      'not-allowed':
        'You can read this company’s self-checks but not change them. Ask someone who may change them.',
      ...closed.en,
      'unknown-edition': 'The edition of the requirements is missing. Please tell the operator.',
      'free-text':
        'The name has words that cannot be kept here. Write nothing of protected information and no names of people.',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was saved. Copy what you need, then open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
