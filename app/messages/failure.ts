import { messages } from '../language.ts';

export const failure = messages({
  ja: {
    notFound: {
      title: 'このページはありません',
      lead: 'アドレスが違うか、見る権限がないか、見ることを許された期間が終わったページです。アドレスを確かめるか、最初のページから探してください。',
    },
    refused: {
      title: 'このページでは、その操作はできません',
      lead: '送られた操作を、このページは受け付けていません。前の画面に戻るか、最初のページから開き直してください。',
    },
    busy: {
      title: 'いま混み合っています',
      lead: '10秒ほど待って、もう一度お試しください。',
    },
    broken: {
      title: 'この画面を表示できませんでした',
      lead: 'こちらの不具合です。すでに保存した回答は残っています。少し待って、もう一度開いてください。',
    },
    number: (reference: string) => `続くときは、番号 ${reference} をお知らせください。`,
    start: '最初のページへ',
  },
  en: {
    notFound: {
      title: 'There is no such page',
      lead: 'The address is wrong, or you may not see this page, or the permission to see it has ended. Check the address, or look for it from the first page.',
    },
    refused: {
      title: 'This page cannot do that',
      lead: 'The page does not take what was sent to it. Go back, or open it again from the first page.',
    },
    busy: {
      title: 'We are busy at the moment',
      lead: 'Please wait about ten seconds and try again.',
    },
    broken: {
      title: 'This page could not be shown',
      lead: 'The fault is ours. Answers already saved are kept. Please wait a little and open it again.',
    },
    number: (reference: string) => `If it keeps happening, tell us the number ${reference}.`,
    start: 'To the first page',
  },
});
