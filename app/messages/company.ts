import { messages, sentences } from '../language.ts';

export const company = messages({
  ja: {
    list: {
      title: '会社を選ぶ',
      none: 'まだ会社がありません',
      noneLead: '点検する会社を登録してください。2分で終わります。',
      add: '会社を登録する',
      pages: '会社の一覧のページ',
      previous: '前の会社',
      next: '続きの会社',
      addConsultancy: 'コンサルティング会社を登録する',
      addAssociation: '団体を登録する',
      kinds: {
        company: '会社',
        consultancy: 'コンサルティング会社',
        association: '団体',
      },
      more: 'ほかの立場で使う',
    },
    create: {
      title: '会社を登録する',
      lead: '点検する会社の名前だけを入れてください。詳しいことは次の画面で聞きます。',
      name: '会社の名前',
      nameHelp: '例：見本精機株式会社',
      submit: '登録する',
    },
    nav: {
      home: 'ホーム',
      answer: '回答',
      gaps: '不足',
      plan: '計画',
      subsidies: '補助制度',
      report: '報告書',
      profile: '会社の情報',
      team: 'チーム',
      sharing: '見えるもの',
      log: '操作の記録',
    },
    problems: sentences({
      'name-missing': '会社の名前を入れてください（120文字まで）。',
      'other-person':
        'この画面を開いたときと別の方がサインインしています。送った内容は保存していません。必要なところを写してから、画面を開き直してください。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    list: {
      title: 'Choose a company',
      none: 'No company yet',
      noneLead: 'Register the company to be checked. It takes two minutes.',
      add: 'Register a company',
      pages: 'Pages of the list of companies',
      previous: 'Earlier companies',
      next: 'More companies',
      addConsultancy: 'Register a consultancy',
      addAssociation: 'Register an association',
      kinds: { company: 'company', consultancy: 'consultancy', association: 'association' },
      more: 'In another capacity',
    },
    create: {
      title: 'Register a company',
      lead: 'Enter only the name of the company to be checked. The next page asks for more.',
      name: 'Name of the company',
      nameHelp: 'For example: Mihon Seiki Co., Ltd.',
      submit: 'Register',
    },
    nav: {
      home: 'Home',
      answer: 'Answers',
      gaps: 'Gaps',
      plan: 'Plan',
      subsidies: 'Support',
      report: 'Report',
      profile: 'Company facts',
      team: 'Team',
      sharing: 'What others see',
      log: 'Access log',
    },
    problems: sentences({
      'name-missing': 'Enter the name of the company (up to 120 characters).',
      'other-person':
        'Someone else is signed in now than when this page was opened. Nothing was saved. Copy what you need, then open the page again.',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
