import { messages } from '../language.ts';

export const team = messages({
  ja: {
    title: 'チームと役割',
    lead: 'この会社の点検に加わっている人です。一人に一つの役割があります。',
    outside: 'この画面は会社の人だけが使います',
    outsideLead: (company: string) =>
      `コンサルタントとして入っている方には、${company}のチームは見えません。用があるときは、会社の責任者に聞いてください。`,
    back: '会社のホームへ',
  },
  en: {
    title: 'Team and roles',
    lead: 'The people in this company’s self-check. Each has one role.',
    outside: 'This page is for the company’s own people',
    outsideLead: (company: string) =>
      `As a consultant you do not see the team of ${company}. Ask its owner if you need to know.`,
    back: 'To the company’s home',
  },
});
