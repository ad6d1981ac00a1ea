import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';

/** A small reader of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cells.exec(text); found; found = cells.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

test('every text reads back as it was, and none begins a formula', () => {
  const nasty = fc.constantFrom(
    '=1+1',
    '+81',
    '-2',
    '@SUM(A1)',
    '\tx',
    '＝1',
    '－1',
    'a"b',
    'a,b',
    '改\r\n行',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), nasty), { minLength: 1, maxLength: 5 }), (texts) => {
      const [, cells] = read(
        csv(
          texts.map((_, at) => `c${at}`),
          [texts],
        ).slice(1),
      );
      for (const [at, text] of texts.entries()) {
        expect(cells?.[at]).toBe(FORMULA.test(text) ? `'${text}` : text);
        expect(cells?.[at]).not.toMatch(FORMULA);
      }
    }),
    { numRuns: 2_000, seed: 20_261_122 },
  );
});

test('a text put in without the guard would be a formula (the control)', () => {
  expect('=1+1').toMatch(FORMULA);
});

test('numbers stay numbers, also negative ones, and nothing is an empty cell', () => {
  expect(csv(['a', 'b', 'c'], [[-3, null, true]])).toBe('\uFEFFa,b,c\r\n-3,,true\r\n');
});
