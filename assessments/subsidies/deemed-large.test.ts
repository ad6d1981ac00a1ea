import { describe, expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../library.ts';
import type { CompanyFacts, Owner } from './company.ts';
import { deemedLarge, isTaxSme } from './deemed-large.ts';
import type { DeemedLargeRule } from './predicate.ts';

const { programmes } = loadCatalogue(catalogueIds()[0] ?? '');
const meti = programmes.find(({ deemedLarge: one }) => one?.id === 'meti');
const tax = programmes.find(({ size }) => size?.id === 'tax')?.size;

function found(facts: CompanyFacts) {
  if (!meti?.size || !meti.deemedLarge) throw new Error('No programme uses the predicate of METI.');
  return deemedLarge(facts, meti.deemedLarge, meti.size);
}

/** Nobody from a large company leads it, and all owners are known unless it is said otherwise. */
function company(owners: readonly Owner[], more: CompanyFacts = {}): CompanyFacts {
  return {
    owners: { owners: owners },
    officers: { value: 4 },
    officersFromLarge: { value: 0 },
    allOfficersFromDeemedLarge: { value: false },
    ...more,
  };
}

const parent = (owners: readonly Owner[]): CompanyFacts => ({
  legalForm: { value: 'company' },
  sizeIndustry: { value: 'manufacturing' },
  capital: { value: 10_000_000 },
  employees: { value: 50 },
  ...company(owners),
});

const large = (share: number): Owner => ({ share, kind: 'large' });
const people = (share: number): Owner => ({ share, kind: 'individual' });

test('a company that belongs to its people is not deemed large', () => {
  expect(found(company([people(10_000)])).value).toBe(false);
});

describe('A1: one large company holds a half or more', () => {
  test.each([
    [5_000, true],
    [4_999, false],
  ])('at %i hundredths of a per cent', (share, holds) => {
    const { value, rules } = found(company([large(share), people(10_000 - share)]));
    expect([value, rules.A1]).toEqual([holds, holds]);
  });

  test('an owner that may be large leaves it open', () => {
    const facts = company([{ share: 5_000, kind: 'unknown' }, people(5_000)]);
    expect(found(facts).rules.A1).toBe('unknown');
  });

  test('what the list leaves open may be one owner', () => {
    expect(found(company([people(5_000)])).rules.A1).toBe('unknown');
    expect(found(company([people(5_001)])).rules.A1).toBe(false);
  });

  test('investment promotion companies and partnerships do not count', () => {
    expect(found(company([{ share: 9_000, kind: 'fund' }, people(1_000)])).value).toBe(false);
  });
});

describe('A2: large companies hold two thirds or more together', () => {
  test.each([
    ['33.4 % and 33.3 %', [3_340, 3_330], true],
    ['33.33 % twice: just below', [3_333, 3_333], false],
    ['33.34 % and 33.33 %: just above', [3_334, 3_333], true],
  ])('%s', (_, shares, holds) => {
    const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0);
    const { rules } = found(company([...shares.map(large), people(rest)]));
    expect([rules.A1, rules.A2]).toEqual([false, holds]);
  });
});

describe('A3: half of the officers or more serve a large company', () => {
  test.each([
    [4, 2, true],
    [4, 1, false],
    [5, 2, false],
    [5, 3, true],
  ])('of %i officers %i', (officers, officersFromLarge, holds) => {
    const facts = company([people(10_000)], {
      officers: { value: officers },
      officersFromLarge: { value: officersFromLarge },
    });
    expect(found(facts).rules.A3).toBe(holds);
  });

  test('with nobody from a large company the number of officers does not matter', () => {
    const { officers: _, ...facts } = company([people(10_000)]);
    expect(found(facts).rules.A3).toBe(false);
  });
});

describe('A4: companies that are deemed large own all of it', () => {
  test('two levels: a large company owns the parent, and the parent owns it', () => {
    const owner: Owner = {
      share: 10_000,
      kind: 'company',
      company: parent([large(6_000), people(4_000)]),
    };
    const { value, rules } = found(company([owner]));
    expect([value, rules.A1, rules.A4]).toEqual([true, false, true]);
  });

  test('a share left to somebody else is enough not to be', () => {
    const owner: Owner = {
      share: 9_900,
      kind: 'company',
      company: parent([large(6_000), people(4_000)]),
    };
    expect(found(company([owner, people(100)])).rules.A4).toBe(false);
  });

  test('a parent that nobody large owns is none', () => {
    const owner: Owner = { share: 10_000, kind: 'company', company: parent([people(10_000)]) };
    expect(found(company([owner])).value).toBe(false);
  });

  test('a parent whose size is not known leaves it open', () => {
    expect(found(company([{ share: 10_000, kind: 'company' }])).value).toBe('unknown');
  });

  test('a foreign or Japanese parent above the limits is large by its own figures', () => {
    const big: CompanyFacts = {
      legalForm: { value: 'company' },
      sizeIndustry: { value: 'manufacturing' },
      capital: { value: 2_000_000_000 },
      employees: { value: 900 },
    };
    expect(found(company([{ share: 10_000, kind: 'company', company: big }])).rules.A1).toBe(true);
  });
});

test('A5: all officers serve companies that are deemed large', () => {
  const facts = company([people(10_000)], { allOfficersFromDeemedLarge: { value: true } });
  expect(found(facts)).toMatchObject({ value: true, rules: { A5: true } });
});

test('A6 counts only where a predicate says so', () => {
  if (!meti?.size || !meti.deemedLarge) throw new Error('No programme uses the predicate of METI.');
  const rich = company([people(10_000)], { averageIncomeThreeYears: { value: 1_500_000_001 } });
  expect(found(rich).value).toBe(false);
  const withIncome = {
    ...meti.deemedLarge,
    rules: ['A6'] satisfies DeemedLargeRule[],
    incomeAboveYen: 1_500_000_000,
  };
  expect(deemedLarge(rich, withIncome, meti.size).value).toBe(true);
  const less = company([people(10_000)], { averageIncomeThreeYears: { value: 1_500_000_000 } });
  expect(deemedLarge(less, withIncome, meti.size).value).toBe(false);
});

test('outside directors and auditors are left out where a predicate says so', () => {
  if (!meti?.size || !meti.deemedLarge) throw new Error('No programme uses the predicate of METI.');
  const facts = company([people(10_000)], {
    officers: { value: 4 },
    officersFromLarge: { value: 2 },
    insideOfficers: { value: 3 },
    insideOfficersFromLarge: { value: 1 },
  });
  expect(found(facts).rules.A3).toBe(true);
  expect(deemedLarge(facts, { ...meti.deemedLarge, officers: 'inside' }, meti.size).rules.A3).toBe(
    false,
  );
});

const taxed = (more: CompanyFacts = {}): CompanyFacts => ({
  blueReturn: { value: true },
  capital: { value: 100_000_000 },
  employees: { value: 80 },
  averageIncomeThreeYears: { value: 20_000_000 },
  owners: { owners: [people(10_000)] },
  ...more,
});

const worth = (capital: number): Owner => ({
  share: 5_000,
  kind: 'company',
  company: { capital: { value: capital } },
});

const isTaxed = (more?: CompanyFacts) => {
  if (!tax) throw new Error('No programme uses the table of tax law.');
  return isTaxSme(taxed(more), tax);
};

describe('tax law', () => {
  test('capital up to 100 million yen, blue return, income up to 1.5 billion', () => {
    expect(isTaxed()).toBe(true);
    expect(isTaxed({ capital: { value: 100_000_001 } })).toBe(false);
    expect(isTaxed({ blueReturn: { value: false } })).toBe(false);
    expect(isTaxed({ averageIncomeThreeYears: { value: 1_500_000_001 } })).toBe(false);
    expect(isTaxed({ averageIncomeThreeYears: { state: 'declined' } })).toBe('unknown');
  });

  test('without capital it goes by 1,000 employees', () => {
    const none = { capital: { state: 'none' as const } };
    expect(isTaxed({ ...none, employees: { value: 1_000 } })).toBe(true);
    expect(isTaxed({ ...none, employees: { value: 1_001 } })).toBe(false);
  });

  test('an owner counts as large by its capital, not by its size for subsidies', () => {
    expect(isTaxed({ owners: { owners: [worth(100_000_001), people(5_000)] } })).toBe(false);
    expect(isTaxed({ owners: { owners: [worth(100_000_000), people(5_000)] } })).toBe(true);
    expect(isTaxed({ owners: { owners: [large(5_000), people(5_000)] } })).toBe('unknown');
  });
});
