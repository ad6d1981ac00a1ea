import type { Message, MessageLanguage } from './message.ts';

export type EngagementEvent = 'granted' | 'ended' | 'resigned';

type Given = { company: string; consultancy: string; byName: string; page: string };

const SENTENCES: Record<EngagementEvent, Record<MessageLanguage, (given: Given) => string>> = {
  granted: {
    ja: ({ company, consultancy }) =>
      `コンサルティング会社「${consultancy}」が、「${company}」の自己点検の記録を見られるようになりました。`,
    en: ({ company, consultancy }) =>
      `The consultancy ${consultancy} can now see the record of the self-check of ${company}.`,
  },
  ended: {
    ja: ({ company, consultancy, byName }) =>
      `${byName}さんが、コンサルティング会社「${consultancy}」への許可を終わらせました。この会社には、もう「${company}」の記録は見えません。`,
    en: ({ company, consultancy, byName }) =>
      `${byName} ended the access of the consultancy ${consultancy}. It no longer sees the record of ${company}.`,
  },
  resigned: {
    ja: ({ company, consultancy, byName }) =>
      `コンサルティング会社「${consultancy}」の${byName}さんが、「${company}」から受けた許可を終わらせました。この会社には、もう記録は見えません。`,
    en: ({ company, consultancy, byName }) =>
      `${byName} of the consultancy ${consultancy} ended its access to ${company}. It no longer sees the record.`,
  },
};

/** To every owner of a company: a consultancy was let in, or is out. */
export function engagementMessage(
  language: MessageLanguage,
  event: EngagementEvent,
  given: Given,
): Message {
  const sentence = SENTENCES[event][language](given);
  return language === 'ja'
    ? {
        kind: `engagement-${event}`,
        subject: '準備 Junbi：会社の記録を見られる相手が変わりました',
        bodyText: `${sentence}

だれに何が見えるかは、次のページで確かめ、変えられます。
${given.page}
`,
      }
    : {
        kind: `engagement-${event}`,
        subject: 'Junbi 準備: who can see your company’s record has changed',
        bodyText: `${sentence}

This page shows who sees what, and lets you change it:
${given.page}
`,
      };
}
