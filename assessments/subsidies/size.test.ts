import { describe, expect, test } from 'vitest';
import type { Kleene } from '../kleene.ts';
import { catalogueIds, loadCatalogue } from '../library.ts';
import type { CompanyFacts } from './company.ts';
import type { SizeTable } from './predicate.ts';
import { isSmall, isSme } from './size.ts';

const { programmes } = loadCatalogue(catalogueIds()[0] ?? '');

/** The table that some programme pins. */
function table(id: string): SizeTable {
  const found = programmes.find(({ size }) => size?.id === id)?.size;
  if (!found) throw new Error(`No programme uses ${id}.`);
  return found;
}

type Vector = [
  number: number,
  industry: string,
  capital: number | null,
  employees: number | null,
  basic: Kleene,
  meti: Kleene,
  mhlw: Kleene,
  small: Kleene,
  form?: 'individual',
];

// The vectors of subsidies.md 1.6; 8 and 9 are about owners (deemed-large.test.ts). Null is unknown.
const VECTORS: Vector[] = [
  [1, 'manufacturing', 300_000_000, 301, true, true, true, false],
  [2, 'manufacturing', 300_000_001, 301, false, false, false, false],
  [3, 'software', 80_000_000, 150, false, true, false, false],
  [4, 'rubber', 500_000_000, 900, false, true, false, false],
  [5, 'hotel', 60_000_000, 200, false, true, false, false],
  [6, 'retail', 50_000_000, 51, true, true, true, false],
  [7, 'wholesale', null, 100, true, true, true, false, 'individual'],
  [10, 'service', 10_000_000, null, true, true, true, 'unknown'],
  [11, 'manufacturing', null, 250, true, true, true, false],
  [12, 'manufacturing', 400_000_000, null, 'unknown', 'unknown', 'unknown', 'unknown'],
];

function factsOf([, industry, capital, employees, , , , , form]: Vector): CompanyFacts {
  return {
    legalForm: { value: form ?? 'company' },
    sizeIndustry: { value: industry },
    ...(form === 'individual' && { capital: { state: 'none' } }),
    ...(capital !== null && { capital: { value: capital } }),
    ...(employees !== null && { employees: { value: employees } }),
  };
}

describe.each(VECTORS)('vector %i, %s', (...vector) => {
  const [, , , , basic, meti, mhlw, small] = vector;
  const facts = factsOf(vector);

  test('is small or medium-sized as each table says', () => {
    expect(isSme(facts, table('basic-act'))).toBe(basic);
    expect(isSme(facts, table('meti'))).toBe(meti);
    expect(isSme(facts, table('mhlw'))).toBe(mhlw);
  });

  test('is a small business or not', () => {
    expect(isSmall(facts, table('meti'))).toBe(small);
  });
});

const ranging = (lo: number, hi: number): CompanyFacts => ({
  legalForm: { value: 'company' },
  sizeIndustry: { value: 'manufacturing' },
  capital: { value: 900_000_000 },
  employees: { lo, hi },
});

/** A company whose industry is not known. */
const anywhere = (capital: number, employees: number): CompanyFacts => ({
  legalForm: { value: 'company' },
  capital: { value: capital },
  employees: { value: employees },
});

test('a range is within a limit only as a whole, and outside only as a whole', () => {
  expect(isSme(ranging(100, 300), table('meti'))).toBe(true);
  expect(isSme(ranging(301, 400), table('meti'))).toBe(false);
  expect(isSme(ranging(300, 301), table('meti'))).toBe('unknown');
});

test('without an industry only what holds in each of them is known', () => {
  expect(isSme(anywhere(50_000_000, 999), table('meti'))).toBe(true);
  expect(isSme(anywhere(500_000_000, 901), table('meti'))).toBe(false);
  expect(isSme(anywhere(100_000_000, 120), table('meti'))).toBe('unknown');
});

test('a body that is no company is not small or medium-sized in the Basic Act, and open elsewhere', () => {
  const facts: CompanyFacts = {
    legalForm: { value: 'other' },
    sizeIndustry: { value: 'service' },
    capital: { value: 1 },
    employees: { value: 1 },
  };
  expect(isSme(facts, table('basic-act'))).toBe(false);
  expect(isSme(facts, table('meti'))).toBe('unknown');
});

test('a proprietor is judged by employees alone', () => {
  const facts: CompanyFacts = {
    legalForm: { value: 'individual' },
    sizeIndustry: { value: 'wholesale' },
    capital: { value: 1 },
    employees: { value: 101 },
  };
  expect(isSme(facts, table('meti'))).toBe(false);
});
