import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { COVERAGE_FACTORS, coverageBridge, type Covered } from './coverage-bridge.ts';
import { evidenceCoverage } from './coverage.ts';
import { shownOn } from './evidence-validity.ts';
import { RUNS, SEED } from './oracle/seed.ts';

const NOTHING = { n: 0, d: 1 };
const at = (level: 0 | 1 | 2 | 3 | 4): Answer => ({ level });
const day = '2026-11-27';

test('a document that ended is the part of expiry alone', () => {
  const answers = { a: at(3), b: at(4) };
  const references = new Map([
    ['a', ['2026-11-30']],
    ['b', [null]],
  ]);
  const parts = coverageBridge(
    { answers, references, day },
    { answers, references, day: '2026-12-01' },
  );
  expect(parts).toEqual({
    answers: NOTHING,
    references: NOTHING,
    expiry: { n: -1, d: 2 },
    total: { n: -1, d: 2 },
  });
});

test('another claim and another reference share what both together moved', () => {
  const before = { answers: { a: at(3), b: at(2) }, references: new Map([['a', [null]]]), day };
  const after = { answers: { a: at(3), b: at(3) }, references: new Map([['b', [null]]]), day };
  // From 1/1 to 1/2. The claim first: −1/2, then 0. The reference first: −1, then +1/2.
  expect(coverageBridge(before, after)).toEqual({
    answers: NOTHING,
    references: { n: -1, d: 2 },
    expiry: NOTHING,
    total: { n: -1, d: 2 },
  });
});

const ids = ['a', 'b', 'c', 'd'];
const days = fc.constantFrom('2026-10-01', '2026-11-27', '2027-03-01');
const covered: fc.Arbitrary<Covered> = fc.record({
  answers: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(at(1), at(3), at(4))),
  references: fc
    .dictionary(fc.constantFrom(...ids), fc.array(fc.option(days), { maxLength: 2 }))
    .map((all) => new Map(Object.entries(all))),
  day: days,
});

test(`the parts add to the difference exactly, and turn round with it (seed ${SEED})`, () => {
  fc.assert(
    fc.property(covered, covered, (before, after) => {
      const there = coverageBridge(before, after);
      const back = coverageBridge(after, before);
      const [was, is] = [before, after].map(({ answers, references, day }) =>
        evidenceCoverage(answers, shownOn(day, references)),
      );
      const { n, d } = there.total;
      const [wasOf, isOf] = [was?.of || 1, is?.of || 1];
      expect(n * wasOf * isOf).toBe(((is?.shown ?? 0) * wasOf - (was?.shown ?? 0) * isOf) * d);
      const sum = COVERAGE_FACTORS.reduce(
        (one, factor) => one.add(there[factor].n, there[factor].d),
        new Fraction(0),
      );
      expect(sum.equals(new Fraction(n, d))).toBe(true);
      for (const part of [...COVERAGE_FACTORS, 'total'] as const)
        expect(there[part].n * back[part].d).toBe(-back[part].n * there[part].d || 0);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
