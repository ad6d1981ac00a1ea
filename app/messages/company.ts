import { messages, sentences } from '../language.ts';

export const company = messages({
  ja: {
    list: {
      title: '会社を選ぶ',
      none: 'まだ会社がありません',
      noneLead: '点検する会社を登録してください。2分で終わります。',
      add: '会社を登録する',
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
      actions: '措置',
      report: '報告書',
      profile: '会社の情報',
      log: '操作の記録',
    },
    problems: sentences({
      'name-missing': '会社の名前を入れてください（120文字まで）。',
      form: '送られた内容を読み取れませんでした。もう一度お試しください。',
    }),
  },
  en: {
    list: {
      title: 'Choose a company',
      none: 'No company yet',
      noneLead: 'Register the company to be checked. It takes two minutes.',
      add: 'Register a company',
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
      actions: 'Actions',
      report: 'Report',
      profile: 'Company facts',
      log: 'Access log',
    },
    problems: sentences({
      'name-missing': 'Enter the name of the company (up to 120 characters).',
      form: 'What was sent could not be read. Please try again.',
    }),
  },
});
