import { all, any, not, type Kleene } from '../kleene.ts';
import { numberOf, ownersOf, valueOf, WHOLE, type CompanyFacts, type Owner } from './company.ts';
import { atMost } from './compare.ts';
import type { DeemedLarge, DeemedLargeRule, SizeTable } from './predicate.ts';
import { isSme } from './size.ts';

/** Whether a company is taken for a large one, and by each rule (A1–A6 of subsidies.md 1.3). */
export function deemedLarge(
  facts: CompanyFacts,
  predicate: DeemedLarge,
  table: SizeTable,
): { value: Kleene; rules: Partial<Record<DeemedLargeRule, Kleene>> } {
  const tests: Record<DeemedLargeRule, () => Kleene> = {
    A1: () => isHalfOwned(facts, (owner) => isLarge(owner, table)),
    A2: () => areTwoThirdsOwned(facts, (owner) => isLarge(owner, table)),
    A3: () => isHalfLed(facts, predicate),
    A4: () => isWhollyOwned(facts, (owner) => isDeemedLarge(owner, predicate, table)),
    A5: () => {
      const value = valueOf(facts, 'allOfficersFromDeemedLarge');
      return typeof value === 'boolean' ? value : 'unknown';
    },
    A6: () =>
      not(atMost(numberOf(facts, 'averageIncomeThreeYears'), predicate.incomeAboveYen ?? Infinity)),
  };
  const rules = Object.fromEntries(predicate.rules.map((rule) => [rule, tests[rule]()]));
  return { value: any(Object.values(rules)), rules };
}

/** Whether one of the owners holds a half or more. What the list leaves open may be one owner's. */
export function isHalfOwned(facts: CompanyFacts, test: (owner: Owner) => Kleene): Kleene {
  const { owners, open } = ownersOf(facts);
  const listed = owners.filter(({ share }) => 2 * share >= WHOLE).map(test);
  return any([...listed, 2 * open >= WHOLE ? 'unknown' : false]);
}

/** Whether owners of a kind hold two thirds or more together. */
export function areTwoThirdsOwned(facts: CompanyFacts, test: (owner: Owner) => Kleene): Kleene {
  const { sure, possible } = heldBy(facts, test);
  if (3 * sure >= 2 * WHOLE) return true;
  return 3 * possible >= 2 * WHOLE ? 'unknown' : false;
}

function isWhollyOwned(facts: CompanyFacts, test: (owner: Owner) => Kleene): Kleene {
  const { sure, possible } = heldBy(facts, test);
  if (sure >= WHOLE) return true;
  return possible >= WHOLE ? 'unknown' : false;
}

/** Shares that owners of a kind surely hold, and those that they may hold. */
function heldBy(facts: CompanyFacts, test: (owner: Owner) => Kleene) {
  const { owners, open } = ownersOf(facts);
  return {
    sure: sum(owners.filter((owner) => test(owner) === true)),
    possible: sum(owners.filter((owner) => test(owner) !== false)) + open,
  };
}

function sum(owners: readonly Owner[]): number {
  return owners.reduce((all, { share }) => all + share, 0);
}

/** Whether half of the officers or more serve a large company too. */
function isHalfLed(facts: CompanyFacts, { officers: scope }: DeemedLarge): Kleene {
  const [of, from] =
    scope === 'all'
      ? ['officers', 'officersFromLarge']
      : ['insideOfficers', 'insideOfficersFromLarge'];
  const [officers, large] = [numberOf(facts, of), numberOf(facts, from)];
  if (large !== null && large !== 'none' && large.hi === 0) return false;
  if (officers === null || large === null || officers === 'none' || large === 'none')
    return 'unknown';
  if (2 * large.lo >= officers.hi) return true;
  return 2 * large.hi < officers.lo ? false : 'unknown';
}

function isLarge({ kind, company }: Owner, table: SizeTable): Kleene {
  switch (kind) {
    case 'large':
      return true;
    case 'individual':
    case 'sme':
    case 'fund':
    // It is small by its own figures, and large only through its owners.
    case 'deemed-large':
      return false;
    case 'company':
      return company ? not(isSme(company, table)) : 'unknown';
    case 'unknown':
      return 'unknown';
  }
}

/** Whether an owner is itself deemed large by A1 to A3, the rules that A4 looks at. */
function isDeemedLarge({ kind, company }: Owner, predicate: DeemedLarge, table: SizeTable): Kleene {
  switch (kind) {
    case 'deemed-large':
      return true;
    case 'individual':
    case 'sme':
    case 'fund':
    case 'large':
      return false;
    case 'company': {
      if (!company) return 'unknown';
      const first = { ...predicate, rules: ['A1', 'A2', 'A3'] satisfies DeemedLargeRule[] };
      return deemedLarge(company, first, table).value;
    }
    case 'unknown':
      return 'unknown';
  }
}

/** Whether tax law counts the company as small or medium-sized (subsidies.md 1.5). */
export function isTaxSme(facts: CompanyFacts, { tax }: SizeTable): Kleene {
  if (!tax) throw new Error('This table has no limits of tax law.');
  const capital = numberOf(facts, 'capital');
  const blue = valueOf(facts, 'blueReturn');
  return all([
    typeof blue === 'boolean' ? blue : 'unknown',
    capital === 'none'
      ? atMost(numberOf(facts, 'employees'), tax.employeesWithoutCapital)
      : atMost(capital, tax.capitalYen),
    not(isHalfOwned(facts, (owner) => isTaxLarge(owner, tax.capitalYen))),
    not(areTwoThirdsOwned(facts, (owner) => isTaxLarge(owner, tax.capitalYen))),
    atMost(numberOf(facts, 'averageIncomeThreeYears'), tax.averageIncomeYen),
  ]);
}

/** Tax law goes by the capital of the owner, which its size for subsidies does not tell. */
function isTaxLarge({ kind, company }: Owner, capitalYen: number): Kleene {
  if (kind === 'individual' || kind === 'fund') return false;
  return company ? not(atMost(numberOf(company, 'capital'), capitalYen)) : 'unknown';
}
