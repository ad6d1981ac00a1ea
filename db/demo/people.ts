import type { Facts } from '#assessments/fact.ts';
import type { Who } from './story.ts';

/** Invented people; example.jp is set aside by the registry of .jp for examples. */
export const demoPeople: Readonly<
  Record<Who | 'kara' | 'mori' | 'hara' | 'asano' | 'ueno', { email: string; name: string }>
> = {
  sato: { email: 'sato@example.jp', name: '佐藤 美咲（総務）' },
  tanaka: { email: 'tanaka@example.jp', name: '田中 誠（品質保証）' },
  kara: { email: 'kara@example.jp', name: '唐沢 悠（管理部）' },
  mori: { email: 'mori@example.jp', name: '森 健（社長室）' },
  hara: { email: 'hara@example.jp', name: '原 さくら（コンサルタント）' },
  asano: { email: 'asano@example.jp', name: '浅野 直人（工業会）' },
  ueno: { email: 'ueno@example.jp', name: '上野 千尋（工業会）' },
};

// Fixed ids: a loading that was interrupted goes on where it stopped.
export const metalMaker = {
  companyId: '00000000-0000-4000-8000-000000000001',
  assessmentId: '00000000-0000-4000-8000-0000000000a1',
  name: '見本精機株式会社',
  title: '2026年度の自己点検',
};

export const emptyCompany = {
  companyId: '00000000-0000-4000-8000-000000000002',
  name: '空見工業株式会社',
};

export const union = {
  associationId: '00000000-0000-4000-8000-0000000000e1',
  name: '見本工業会',
};

/** `producesInformation` is left out on purpose: the company does not know yet. */
const firstFacts: Facts = {
  employees: 48,
  capital: 30_000_000,
  listed: false,
  industry: 'manufacturing-materials',
  prefecture: 'nagano',
  holdsInformation: false,
  foreignShareholders: false,
  plannedHandlers: 6,
  dispatchedWorkers: true,
  dispatchedHandle: false,
  handlingPlaces: 1,
  premises: 'owned',
  asksSuppliers: true,
  subcontractors: true,
};

/** The profile as it was saved: the second time fewer people, and the question of a group settled. */
export const profileVersions = [
  { by: 'sato', workdaysAgo: 24, time: '09:41', facts: firstFacts },
  {
    by: 'sato',
    workdaysAgo: 17,
    time: '16:20',
    facts: { ...firstFacts, plannedHandlers: 4, hasParentOrGroup: false },
  },
] as const;
