import { assert, constantFrom, property, record, subarray, integer, array } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { COST_CATEGORIES } from '../action.ts';
import { catalogueIds, loadCatalogue } from '../library.ts';
import { openSolver, type Solver } from '../plan/solver.ts';
import type { Subsidy } from '../subsidy.ts';
import { hints } from '../subsidies.ts';
import type { Catalogue, Programme } from './catalogue.ts';
import type { CompanyFacts } from './company.ts';
import { coverageOf } from './coverage.ts';
import type { Asked } from './hint.ts';
import { supportOf } from './money.ts';
import { packagesOf } from './packages.ts';
import { verified } from './verified.ts';

const catalogue = loadCatalogue(catalogueIds()[0] ?? '');
const today = '2026-11-26';

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

type Given = Asked['items'][number];

function item(id: string, categories: Given['categories'], lo: number, hi = lo): Given {
  return {
    id,
    title: { ja: id, en: id },
    categories,
    yen: { lo, hi },
    isOrdered: false,
    waitsForNeed: false,
  };
}

function programmeOf(id: string): Programme {
  const found = catalogue.programmes.find(({ document }) => document.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

/** A software company in Tokyo as in the worked example of subsidies.md 7.5. */
const TOKYO: CompanyFacts = {
  legalForm: { value: 'company' },
  sizeIndustry: { value: 'software' },
  employees: { value: 12 },
  capital: { value: 10_000_000 },
  prefecture: { value: 'tokyo' },
  serviceOnBothLists: { value: true },
};

function supportFor(id: string, facts: CompanyFacts, items: readonly Given[]) {
  const { document, size, deemedLarge } = programmeOf(id);
  const ground = { facts, size, deemedLarge, today };
  return supportOf(
    document,
    items.map((one) => coverageOf(one, document, ground)),
    ground,
  );
}

/** The catalogue as it would be if every round were open and everything verified yesterday. */
function openAndVerified({ programmes, ...rest }: Catalogue): Catalogue {
  const open = programmes.map(({ document, ...pinned }): Programme => ({
    ...pinned,
    document: { ...verified(document, '2026-11-25'), status: 'rolling', rounds: [], validTo: null },
  }));
  return { ...rest, programmes: open };
}

describe('the worked example', () => {
  const items = [item('M1', ['UTM', 'EDR'], 3_300_000)];

  test('P11 pays one half of 3,000,000 yen', () => {
    expect(supportFor('P11', TOKYO, items).range).toEqual({ lo: 1_500_000, hi: 1_500_000 });
  });

  test('P01 pays as much, at its cap', () => {
    expect(supportFor('P01', TOKYO, items).range).toEqual({ lo: 1_500_000, hi: 1_500_000 });
  });

  test('with five employees P01 would pay two thirds, and the cap comes first: no difference', () => {
    const { range, rates } = supportFor('P01', { ...TOKYO, employees: { value: 5 } }, items);
    expect(rates).toEqual([expect.objectContaining({ num: 2, den: 3 })]);
    expect(range).toEqual({ lo: 1_500_000, hi: 1_500_000 });
  });

  test('one of the two: support of 0 to 1,500,000, 3,300,000 first, net 1,800,000 to 3,300,000', () => {
    const facts: CompanyFacts = {
      ...TOKYO,
      owners: { owners: [{ share: 10_000, kind: 'individual' }] },
      officers: { value: 3 },
      officersFromLarge: { value: 0 },
      allOfficersFromDeemedLarge: { value: false },
      isRegisteredItVendor: { value: false },
      taxesPaid: { value: true },
      yearsAtOffice: { value: 8 },
      siteInTokyo: { value: true },
      awards: { awards: [] },
    };
    const two = openAndVerified({ ...catalogue, programmes: ['P01', 'P11'].map(programmeOf) });
    const assessed = hints(two, { facts, items, today });
    expect(assessed.map(({ hint }) => hint.verdict)).toEqual(['LIKELY', 'LIKELY']);
    const [first, ...more] = packagesOf(assessed, { facts, today }, solver);
    expect(more.length).toBeLessThanOrEqual(1);
    expect(first).toMatchObject({
      support: { lo: 0, hi: 1_500_000 },
      cashFirst: { lo: 3_300_000, hi: 3_300_000 },
      net: { lo: 1_800_000, hi: 3_300_000 },
    });
    expect(first?.parts).toHaveLength(1);
  });
});

test('the amount is rounded down after the cap, to the step of the programme', () => {
  // 1/2 of 1,234,567 / 1.1 is 561,166.8; Tokyo cuts to 1,000.
  expect(supportFor('P11', TOKYO, [item('M1', ['UTM'], 1_234_567)]).range.hi).toBe(561_000);
});

test.each([
  [219_998, false, 0],
  [220_000, true, 100_000],
])('at the floor: %i yen with tax', (yen, reachesFloor, hi) => {
  const support = supportFor('P11', TOKYO, [item('M1', ['UTM'], yen)]);
  expect(support.reachesFloor).toBe(reachesFloor);
  expect(support.range.hi).toBe(hi);
});

test('drills alone have a cap of their own', () => {
  expect(supportFor('P11', TOKYO, [item('M1', ['DRL'], 3_300_000)]).range.hi).toBe(500_000);
  expect(
    supportFor('P11', TOKYO, [item('M1', ['DRL'], 1_100_000), item('M2', ['UTM'], 1_100_000)]).range
      .hi,
  ).toBe(1_000_000);
});

test('a rate that hangs on something unknown widens the range', () => {
  const { employees: _, ...facts } = TOKYO;
  const { range } = supportFor('P01', facts, [item('M1', ['UTM'], 1_100_000)]);
  expect(range).toEqual({ lo: 500_000, hi: 666_666 });
});

test('no package holds two programmes that exclude each other, and no item gets more than it costs', () => {
  const open = openAndVerified(catalogue);
  const documents = new Map(open.programmes.map(({ document }) => [document.id, document]));
  let packages = 0;
  assert(
    property(
      array(
        record({
          categories: subarray([...COST_CATEGORIES], { minLength: 1, maxLength: 3 }),
          lo: integer({ min: 0, max: 3_000_000 }),
          more: integer({ min: 0, max: 3_000_000 }),
          isOrdered: constantFrom(false, false, false, true),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (drawn) => {
        const items = drawn.map(({ categories, lo, more, isOrdered }, at) => ({
          ...item(`M${at}`, categories, lo, lo + more),
          isOrdered,
        }));
        const assessed = hints(open, { facts: TOKYO, items, today });
        for (const { parts, support, cashFirst } of packagesOf(
          assessed,
          { facts: TOKYO, today },
          solver,
        )) {
          packages += 1;
          const given = parts.flatMap((part) => part.items);
          expect(new Set(given).size).toBe(given.length);
          expect(excluding(parts.map(({ programme }) => documents.get(programme)))).toEqual([]);
          for (const part of parts) {
            const cost = items
              .filter(({ id }) => part.items.includes(id))
              .reduce((sum, { yen }) => sum + yen.hi, 0);
            expect(11 * part.support.hi).toBeLessThanOrEqual(10 * cost);
            expect(
              part.items.some(
                (id) =>
                  items.find((one) => one.id === id)?.isOrdered === true &&
                  documents.get(part.programme)?.order.beforeDecision === 'excluded',
              ),
            ).toBe(false);
          }
          expect(support.hi).toBeLessThanOrEqual(cashFirst.hi);
        }
      },
    ),
    { numRuns: 150, seed: 20_261_126 },
  );
  expect(packages).toBeGreaterThan(50);
});

/** Groups of which more than one member is there. */
function excluding(documents: readonly (Subsidy | undefined)[]): string[] {
  const groups = documents.flatMap((one) =>
    (one?.exclusive ?? []).filter(({ scope }) => scope === 'applicant').map(({ group }) => group),
  );
  return groups.filter((group, at) => groups.indexOf(group) !== at);
}

test('the control: programmes of one group are told apart', () => {
  const both = ['P01', 'P02'].map((id) => programmeOf(id).document);
  expect(excluding(both)).toEqual(['digital-ai-2026']);
});
