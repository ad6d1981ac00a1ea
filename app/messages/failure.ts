import { messages } from '../language.ts';

export const failure = messages({
  ja: {
    notFound: {
      title: 'このページはありません',
      lead: 'アドレスが違うか、見る権限がないページです。アドレスを確かめるか、最初のページから探してください。',
    },
    unconfirmed: {
      title: 'もう一度、本人であることを確かめてください',
      lead: '取り消せない操作なので、サインインから5分以内に限っています。いちどサインアウトし、サインインし直してから開いてください。',
    },
    broken: {
      title: 'この画面を表示できませんでした',
      lead: 'こちらの不具合です。それまでの答えは保存されています。少し待って、もう一度開いてください。',
    },
    number: (reference: string) => `続くときは、番号 ${reference} をお知らせください。`,
    start: '最初のページへ',
  },
  en: {
    notFound: {
      title: 'There is no such page',
      lead: 'The address is wrong, or you may not see this page. Check the address, or look for it from the first page.',
    },
    unconfirmed: {
      title: 'Please prove again who you are',
      lead: 'This step cannot be undone, so it is open only for five minutes after signing in. Sign out, sign in again, and open it.',
    },
    broken: {
      title: 'This page could not be shown',
      lead: 'The fault is ours. Answers already saved are kept. Please wait a little and open it again.',
    },
    number: (reference: string) => `If it keeps happening, tell us the number ${reference}.`,
    start: 'To the first page',
  },
});
