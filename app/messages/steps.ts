import { messages } from '../language.ts';

/** What can be done with an assessment as a whole. */
export const steps = messages({
  ja: {
    title: 'この点検の進め方',
    now: (state: string) => `今の状態：${state}`,
    owners: '担当と期限',
    signOff: '提出と署名',
    changes: '前回から何が変わったか',
    next: (edition: string) => `${edition}が公開されています。何が変わったかを見て引き継ぐ`,
    confirm: (count: number) =>
      count === 0
        ? '引き継いだ答えの確認（すべて済み）'
        : `引き継いだ答えを確かめる（あと${count}問）`,
    closed: {
      submitted: '提出済みのため、答えは変えられません。',
      approved: '署名済みのため、答えは変えられません。',
      carried: '新しい点検に引き継がれているため、答えは変えられません。',
      undone: '引き継ぎが取り消されているため、答えは変えられません。',
    },
    toSignOff: '提出と署名のページ',
  },
  en: {
    title: 'This self-check',
    now: (state: string) => `State: ${state}`,
    owners: 'Owners and due dates',
    signOff: 'Submission and signature',
    changes: 'What changed since last time',
    next: (edition: string) =>
      `${edition} has been published. See what changed and carry your answers`,
    confirm: (count: number) =>
      count === 0 ? 'Carried answers (all confirmed)' : `Confirm carried answers (${count} left)`,
    closed: {
      submitted: 'It has been submitted, so answers cannot be changed.',
      approved: 'It has been signed, so answers cannot be changed.',
      carried: 'It was carried into a new self-check, so answers cannot be changed.',
      undone: 'The carrying was undone, so answers cannot be changed.',
    },
    toSignOff: 'Submission and signature',
  },
});
