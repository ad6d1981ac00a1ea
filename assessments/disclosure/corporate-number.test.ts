import { expect, test } from 'vitest';
import { isCorporateNumber } from './corporate-number.ts';

test('a corporate number has thirteen digits, of which the first checks the others', () => {
  // Published numbers of public bodies: National Tax Agency, Ministry of Economy, Trade and Industry.
  expect(isCorporateNumber('7000012050002')).toBe(true);
  expect(isCorporateNumber('4000012090001')).toBe(true);
  expect(isCorporateNumber('6000012050002')).toBe(false);
  expect(isCorporateNumber('7000012050020')).toBe(false);
  for (const text of [
    '',
    '700001205000',
    '70000120500020',
    '７００００１２０５０００２',
    '7000012-50002',
  ])
    expect(isCorporateNumber(text)).toBe(false);
});

test('of the ten first digits of any number exactly one is right, or none where it would be zero', () => {
  for (let at = 0; at < 200; at += 1) {
    const others = String(10 ** 11 + at * 7_919);
    const right = Array.from({ length: 10 }, (_, first) => `${first}${others}`).filter((text) =>
      isCorporateNumber(text),
    );
    expect(right).toHaveLength(1);
  }
});
