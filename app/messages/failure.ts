import { messages } from '../language.ts';

export const failure = messages({
  ja: {
    notFound: {
      title: 'このページはありません',
      lead: '住所が変わったか、見る権限がないページです。',
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
      lead: 'The address has changed, or it is a page that you may not see.',
    },
    broken: {
      title: 'This page could not be shown',
      lead: 'The fault is ours; answers saved before are kept. Please wait a little and open it again.',
    },
    number: (reference: string) => `If it goes on, tell us the number ${reference}.`,
    start: 'To the first page',
  },
});
