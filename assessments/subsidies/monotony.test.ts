import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  subarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../library.ts';
import type { Award, CompanyFacts, Owner, SupportAnswer } from './company.ts';
import { evaluate, type Rule } from './rule.ts';
import type { SupportFact } from './support-fact.ts';

// Knowledge is monotone: what is true or false of a company stays so, whatever else becomes known of it.

const catalogue = loadCatalogue(catalogueIds()[0] ?? '');
const today = '2026-11-26';

const amounts = constantFrom(
  0,
  1,
  4,
  5,
  6,
  20,
  21,
  100,
  300,
  301,
  900,
  1_001,
  50_000_000,
  100_000_000,
  300_000_000,
  300_000_001,
  1_500_000_001,
);
const kinds = constantFrom('individual', 'sme', 'large', 'deemed-large', 'fund') as Arbitrary<
  Owner['kind']
>;
const days = constantFrom('2024-01-15', '2025-07-26', '2025-07-27', '2026-10-01');

const owners: Arbitrary<Owner[]> = array(tuple(kinds, integer({ min: 1, max: 4 })), {
  minLength: 1,
  maxLength: 4,
}).map(shared);

/** All shares, divided by weights. */
function shared(weighted: readonly (readonly [Owner['kind'], number])[]): Owner[] {
  const sum = weighted.reduce((all, [, weight]) => all + weight, 0);
  const list = weighted.map(([kind, weight]) => ({
    kind,
    share: Math.floor((10_000 * weight) / sum),
  }));
  const rest = 10_000 - list.reduce((all, { share }) => all + share, 0);
  return list.map((one, at) => (at === 0 ? { ...one, share: one.share + rest } : one));
}

const awards: Arbitrary<Award[]> = array(
  record({
    programme: constantFrom('P05', 'P06', 'P11', 'T1', 'T2'),
    decidedOn: days,
    isRunning: boolean(),
    isReported: boolean(),
  }),
  { maxLength: 3 },
);

function answerTo(fact: SupportFact): Arbitrary<SupportAnswer> {
  switch (fact.type) {
    case 'boolean':
      return boolean().map((value) => ({ value }));
    case 'integer':
      return amounts.map((value) => ({ value }));
    case 'choice':
      return constantFrom(...fact.options).map(({ id }) => ({ value: id }));
    case 'set':
      return subarray(fact.options).map((chosen) => ({ value: chosen.map(({ id }) => id) }));
    case 'owners':
      return owners.map((list) => ({ owners: list }));
    case 'awards':
      return awards.map((list) => ({ awards: list }));
  }
}

const everything: Arbitrary<CompanyFacts> = record({
  ...Object.fromEntries(catalogue.facts.facts.map((fact) => [fact.id, answerTo(fact)])),
  employees: amounts.map((value) => ({ value })),
  capital: amounts.map((value) => ({ value })),
  prefecture: constantFrom('tokyo', 'nagano').map((value) => ({ value })),
});

/** The same company with less known of it: facts gone, numbers as ranges, owners of an unknown kind. */
function less(facts: CompanyFacts, cuts: readonly number[]): CompanyFacts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, answer], at): [string, SupportAnswer][] => {
      const cut = cuts[at % cuts.length] ?? 0;
      if (cut === 0) return [];
      if (cut === 1) return [[id, { state: 'declined' }]];
      if (cut === 2) return [[id, answer]];
      return [[id, vaguer(answer, cut)]];
    }),
  );
}

function vaguer(answer: SupportAnswer, cut: number): SupportAnswer {
  if ('owners' in answer) {
    const owners = answer.owners.flatMap((one, at): Owner[] =>
      at % 2 === 0 ? [] : [{ ...one, kind: 'unknown' }],
    );
    return { owners };
  }
  if ('awards' in answer) {
    const awards = answer.awards.map((one): Award => ({
      ...one,
      isRunning: 'unknown',
      isReported: 'unknown',
    }));
    return { awards };
  }
  if (!('value' in answer) || typeof answer.value !== 'number') return answer;
  return { lo: Math.max(0, answer.value - cut ** 4), hi: answer.value + cut ** 5 };
}

const rules: { at: string; rule: Rule; programme: (typeof catalogue.programmes)[number] }[] =
  catalogue.programmes.flatMap((programme) => {
    const { document } = programme;
    const conditions = document.costs.flatMap(({ condition }) => condition?.rule ?? []);
    const variants = [...document.money.rates, ...document.money.caps].flatMap(
      ({ when }) => when ?? [],
    );
    const atoms = document.atoms.flatMap(({ rule }) => rule ?? []);
    return [...atoms, ...conditions, ...variants].map((rule, at) => ({
      at: `${document.id} ${at}`,
      rule,
      programme,
    }));
  });

test('what becomes known settles what was open, and never turns what was settled', () => {
  const seen = { settled: 0, kept: 0 };
  assert(
    property(
      everything,
      array(integer({ min: 0, max: 8 }), { minLength: 7, maxLength: 13 }),
      (facts, cuts) => {
        const vague = less(facts, cuts);
        for (const { at, rule, programme } of rules) {
          const { size, deemedLarge } = programme;
          const before = evaluate(rule, { facts: vague, size, deemedLarge, today });
          const after = evaluate(rule, { facts, size, deemedLarge, today });
          if (before === 'unknown') {
            seen.settled += after === 'unknown' ? 0 : 1;
            continue;
          }
          seen.kept += 1;
          expect({ at, value: after }).toEqual({ at, value: before });
        }
      },
    ),
    { numRuns: 500, seed: 20_261_126 },
  );
  expect(seen.settled).toBeGreaterThan(10_000);
  expect(seen.kept).toBeGreaterThan(10_000);
});

test('nothing known settles nothing', () => {
  const values = rules.map(({ rule, programme: { size, deemedLarge } }) =>
    evaluate(rule, { facts: {}, size, deemedLarge, today }),
  );
  expect(rules.length).toBeGreaterThan(80);
  expect([...new Set(values)]).toEqual(['unknown']);
});
