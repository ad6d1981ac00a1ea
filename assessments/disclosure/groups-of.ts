// The groups of a company, out of what it said of itself in a signed result.

const PREFECTURES = {
  hokkaido: ['hokkaido'],
  tohoku: ['aomori', 'iwate', 'miyagi', 'akita', 'yamagata', 'fukushima'],
  kanto: ['ibaraki', 'tochigi', 'gunma', 'saitama', 'chiba', 'tokyo', 'kanagawa'],
  chubu: [
    'niigata',
    'toyama',
    'ishikawa',
    'fukui',
    'yamanashi',
    'nagano',
    'gifu',
    'shizuoka',
    'aichi',
  ],
  kinki: ['mie', 'shiga', 'kyoto', 'osaka', 'hyogo', 'nara', 'wakayama'],
  chugoku: ['tottori', 'shimane', 'okayama', 'hiroshima', 'yamaguchi'],
  shikoku: ['tokushima', 'kagawa', 'ehime', 'kochi'],
  kyushu: ['fukuoka', 'saga', 'nagasaki', 'kumamoto', 'oita', 'miyazaki', 'kagoshima', 'okinawa'],
} as const;

/** The region of a prefecture; null where none is said. */
export function regionOf(prefecture: unknown): string | null {
  const found = Object.entries(PREFECTURES).find(([, ids]) => ids.some((id) => id === prefecture));
  return found?.[0] ?? null;
}

/** The size class of a number of people; null where none is said. */
export function sizeOf(employees: unknown): string | null {
  if (typeof employees !== 'number') return null;
  if (employees < 50) return 'below-50';
  return employees < 100 ? 'from-50' : 'from-100';
}
