const WORDS = [
  'あおば',
  'かえで',
  'くるみ',
  'けやき',
  'さくら',
  'しらかば',
  'すずらん',
  'すみれ',
  'たんぽぽ',
  'つばき',
  'なでしこ',
  'なのはな',
  'ひいらぎ',
  'ひのき',
  'ひまわり',
  'ふじ',
  'ぼたん',
  'まつば',
  'みずき',
  'もみじ',
  'やなぎ',
  'ゆず',
  'よつば',
  'わかば',
];

const TRADES: Readonly<Record<string, readonly [string, string, string]>> = {
  machining: ['製作所', '金属工業', '切削工業'],
  electronics: ['電子', '回路', '半導体'],
  instruments: ['計測', '光学', '分析機器'],
  materials: ['化成', '樹脂', '素材'],
  transport: ['航空部品', '船用機器', '車両部品'],
  energy: ['電機', '電源', '蓄電'],
  software: ['情報', '通信', 'ソフト'],
  construction: ['設備', '電設', '建設'],
  logistics: ['物流', '整備', '倉庫'],
  elsewhere: ['商会', '印刷', '繊維'],
};

/** The name of the n-th member of an industry, which says that there is no such company (見本: a sample). */
export function memberName(industry: string, at: number): string {
  const word = WORDS[at % WORDS.length];
  const trade = TRADES[industry]?.[(at + Math.floor(at / WORDS.length)) % 3];
  if (word === undefined || trade === undefined) throw new Error(`No name for ${industry}.`);
  return `見本${word}${trade}株式会社`;
}
