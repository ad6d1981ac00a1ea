import { messages } from '../language.ts';

/** Where one is and as whom: on every page of an organisation. */
export const banner = messages({
  ja: {
    label: 'いまの立場',
    as: (role: string) => `${role}として見ています。`,
    part: (letters: string) => `担当の分野（${letters}）だけを表示し、計算しています。`,
    inside: (consultancy: string, company: string) =>
      `${consultancy}のコンサルタントとして、${company}の中で作業しています。`,
    scopes: { read: '見るだけで、書き換えられません。', answer: '回答と証跡の控えを書けます。' },
    questionnaires: (titles: string) =>
      `見ることを許された質問票（${titles}）だけを表示し、計算しています。`,
    until: (date: string) => `${date}まで。`,
    toClients: '顧問先の一覧へ',
  },
  en: {
    label: 'Where you are',
    as: (role: string) => `You are here as ${role}.`,
    part: (letters: string) => `Shown and counted: your sections (${letters}) only.`,
    inside: (consultancy: string, company: string) =>
      `You are working inside ${company}, as a consultant of ${consultancy}.`,
    scopes: {
      read: 'You may read and change nothing.',
      answer: 'You may write answers and evidence references.',
    },
    questionnaires: (titles: string) =>
      `Shown and counted: the questionnaires you were let into (${titles}) only.`,
    until: (date: string) => `Until ${date}.`,
    toClients: 'To the list of clients',
  },
});
