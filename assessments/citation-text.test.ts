import { expect, test } from 'vitest';
import { readCitation } from './citation-text.ts';
import { loadEdition } from './library.ts';

const sources = loadEdition('2026-11').sources.document;

test('an article of the Act reads as a lawyer would write it, with its address', () => {
  expect(readCitation({ source: 'ACT', at: '10(1)' }, sources)).toEqual({
    text: {
      ja: '重要経済安保情報保護活用法 第10条第1項',
      en: 'Act on the Protection and Utilization of Critical Economic Security Information, Article 10(1)',
    },
    basis: 'law',
    url: 'https://laws.e-gov.go.jp/law/506AC0000000027',
  });
});

test('a reference through another article names the measure', () => {
  const { text } = readCitation({ source: 'ORD', at: '16(1)', through: '11(1)vi' }, sources);
  expect(text.ja).toBe('重要経済安保情報保護活用法施行令 第16条第1項（第11条第1項第6号の措置）');
  expect(text.en).toContain('Article 16(1) (measures in Article 11(1)(vi))');
});

test('a rule for agencies stays an analogue and a document not read stays unverified', () => {
  const note = { ja: '立入りの禁止と掲示', en: 'entry ban and notice' };
  const rule = readCitation({ source: 'NPSC', at: '19', note }, sources);
  expect(rule.text.ja).toBe('国家公安委員会規則第8号 第19条：立入りの禁止と掲示');
  expect(rule.basis).toBe('analogue');
  expect(readCitation({ source: 'OPS' }, sources).basis).toBe('unverified');
});

test('a statement carried by less than its source says so', () => {
  const citation = { source: 'ACDA', at: '2(2)iii', basis: 'unverified' } as const;
  expect(readCitation(citation, sources).basis).toBe('unverified');
});

test('an unknown source and a reference from nowhere fail loudly', () => {
  expect(() => readCitation({ source: 'NONE' }, sources)).toThrow('There is no source "NONE"');
  expect(() => readCitation({ source: 'ORD', through: '11(1)i' }, sources)).toThrow('from nowhere');
});

test('every citation of the edition can be read in both languages', () => {
  const edition = loadEdition('2026-11');
  for (const requirement of edition.gapModel.document.requirements) {
    for (const citation of requirement.citations) {
      const { text } = readCitation(citation, sources);
      expect(text.ja).not.toBe('');
      expect(text.en).not.toBe('');
    }
  }
});
