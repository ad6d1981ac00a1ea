import { expect, test } from 'vitest';
import type { Bilingual } from './bilingual.ts';
import { loadEdition } from './library.ts';

// How the texts of the edition speak of the law. A company is bound by Article 11 of the Cabinet Order
// only through Articles 16(1) and 17, and Article 16(1) is a criterion of certification, not a duty.

const { questionnaires, actions } = loadEdition('2026-11');

const texts: { of: string; text: Bilingual }[] = [
  ...questionnaires.flatMap(({ document }) =>
    document.questions.flatMap(({ id, text, why, todo, levels, evidence }) =>
      [text, why, todo, ...levels, ...evidence].map((one) => ({ of: id, text: one })),
    ),
  ),
  ...actions.document.actions.flatMap(({ id, title, what, evidence }) =>
    [title, what, evidence].map((one) => ({ of: id, text: one })),
  ),
];

function found(breaks: (text: Bilingual) => boolean): string[] {
  return texts.filter(({ text }) => breaks(text)).map(({ of: id }) => id);
}

const elevenAlone = ({ ja, en }: Bilingual) =>
  (/施行令11条|・11条1項|、11条1項/.test(ja) && !/施行令(?:16条1項|17条)/.test(ja)) ||
  (/\b11\(1\)\([ivx]+\)/.test(en) && !/\b16\(1\)|\b17\b/.test(en));
const orderRequires = ({ en }: Bilingual) =>
  /Cabinet Order(?: \(施行令\))? (?:requires|asks|obliges)|measures required by Article 16/.test(
    en,
  );
const shortened = ({ ja }: Bilingual) => /(?<!重要経済安保情報)保護活用法/.test(ja);

test('Article 11 of the Cabinet Order is never cited alone for a company', () => {
  expect(found(elevenAlone)).toEqual([]);
  expect(found(({ ja }) => ja.includes('施行令11条')).length).toBeGreaterThan(10);
  expect(elevenAlone({ ja: '検査（施行令11条1項9号）', en: '' })).toBe(true);
  expect(elevenAlone({ ja: '', en: 'Limits on storage (Article 11(1)(vii))' })).toBe(true);
});

test('a criterion of certification is not called a requirement of the Cabinet Order', () => {
  expect(found(orderRequires)).toEqual([]);
  expect(found(({ en }) => en.includes('of certification')).length).toBeGreaterThan(20);
  expect(
    orderRequires({ ja: '', en: 'Article 16(1) of the Cabinet Order requires inspections.' }),
  ).toBe(true);
});

test('the Act is written out', () => {
  expect(found(shortened)).toEqual([]);
  expect(shortened({ ja: '保護活用法16条2項', en: '' })).toBe(true);
});
