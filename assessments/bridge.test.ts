import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { bridge, FACTORS, type BridgeParts, type Dated } from './bridge.ts';
import type { Edition } from './edition.ts';
import { carry } from './carry.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf, questionsOf } from './oracle/assessments.ts';
import { editions, without } from './oracle/editions.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { score } from './score.ts';

const real = loadEdition('2026-11');
const worlds: [string, fc.Arbitrary<Edition>][] = [
  ['the real edition', fc.constant(real)],
  ['generated editions', editions],
];
const settings = { numRuns: RUNS, seed: SEED };
const NOTHING = { n: 0, d: 1 };

describe.each(worlds)(`the bridge on %s (seed ${SEED})`, (_, world) => {
  test('5: the parts of a bridge add to the difference exactly, and turn round with it', () => {
    const pairs = world.chain((edition) =>
      fc.tuple(dated(fc.constant(edition)), dated(fc.constantFrom(edition, heavier(edition)))),
    );
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = bridge(before, after);
        const back = bridge(after, before);
        for (const end of ['lo', 'hi'] as const) {
          expect(added(there[end])).toBe(true);
          for (const part of [...FACTORS, 'total'] as const) {
            const [a, b] = [there[end][part], back[end][part]];
            expect([a.n + b.n, a.d]).toEqual([0, b.d]);
            expect(Number.isSafeInteger(a.n) && Number.isSafeInteger(a.d)).toBe(true);
          }
          const from = score(before.edition, before).overall?.[end] ?? 0;
          const fromOf = score(before.edition, before).overall?.of ?? 1;
          const to = score(after.edition, after).overall?.[end] ?? 0;
          const toOf = score(after.edition, after).overall?.of ?? 1;
          const { n, d } = there[end].total;
          const difference = BigInt(to) * BigInt(fromOf) - BigInt(from) * BigInt(toOf);
          expect(BigInt(n) * BigInt(fromOf) * BigInt(toOf)).toBe(difference * BigInt(d));
        }
      }),
      settings,
    );
  });
});

test("what only the answers changed is the answers' part alone", () => {
  const before = everywhere(2);
  const after = everywhere(3);
  const { lo, hi } = bridge(before, after);
  for (const parts of [lo, hi]) {
    expect(parts).toEqual({
      answers: parts.total,
      edition: NOTHING,
      scope: NOTHING,
      total: parts.total,
    });
    expect(parts.total.n).toBeGreaterThan(0);
  }
});

test('another stage, and a reason for 該当しない, belong to the scope', () => {
  const before = everywhere(2);
  const holding: Dated = { ...before, stage: 'holding' };
  const aside: Dated = {
    ...before,
    answers: { ...before.answers, 'A-06.level': { notApplicable: '経営者一人の会社のため' } },
  };
  expect(bridge(before, holding).lo).toMatchObject({ answers: NOTHING, edition: NOTHING });
  expect(bridge(before, holding).lo.scope.n).toBeLessThan(0);
  const { lo } = bridge(before, aside);
  expect(added(lo)).toBe(true);
  expect(lo.edition).toEqual(NOTHING);
});

test('other weights belong to the edition', () => {
  const before = everywhere(3);
  const after: Dated = { ...before, edition: heavier(real), answers: { ...before.answers } };
  expect(bridge(before, after).lo).toMatchObject({ answers: NOTHING, scope: NOTHING });
});

function everywhere(level: 2 | 3): Dated {
  const answers: Record<string, Answer> = {};
  for (const { id } of questionsOf(real)) answers[id] = { level };
  return { edition: real, stage: 'application', mode: 'full', facts: {}, answers };
}

function dated(edition: fc.Arbitrary<Edition>): fc.Arbitrary<Dated> {
  return edition.chain((edition) =>
    assessmentsOf(edition).map((assessment) => ({ edition, ...assessment })),
  );
}

/** An edition with other weights and without two of the requirements. */
function heavier(edition: Edition): Edition {
  const { requirements } = edition.gapModel.document;
  const { gapModel, ...rest } = without(
    edition,
    new Set(requirements.slice(1, 3).map(({ id }) => id)),
  );
  const weights = { mandatory: 5, conditional: 4, expected: 2, recommended: 1 };
  return { ...rest, gapModel: { ...gapModel, document: { ...gapModel.document, weights } } };
}

function added({ answers, edition, scope, total }: BridgeParts): boolean {
  const parts = [answers, edition, scope];
  const whole = parts.reduce((product, { d }) => product * BigInt(d), 1n);
  const sum = parts.reduce((sum, { n, d }) => sum + (BigInt(n) * whole) / BigInt(d), 0n);
  return sum * BigInt(total.d) === BigInt(total.n) * whole;
}

test('between two editions only what means the same is carried, and the parts still add up', () => {
  const next = loadEdition('2026-12');
  fc.assert(
    fc.property(dated(fc.constant(real)), dated(fc.constant(next)), (before, after) => {
      const { lo, hi } = bridge(before, after);
      expect([added(lo), added(hi)]).toEqual([true, true]);
    }),
    // All of them in tests/attack/versions.test.ts.
    { ...settings, numRuns: RUNS / 10 },
  );
  const { lo, hi } = bridge(everywhere(3), { ...everywhere(3), edition: next });
  // What is to be confirmed or answered anew is unknown now: it may be as it was, or nothing.
  expect(lo.total.n).toBeLessThan(0);
  expect(hi.total.n).toBeGreaterThanOrEqual(0);
});

test('what was carried and nothing more is the doing of the edition alone', () => {
  const next = loadEdition('2026-12');
  const before = everywhere(3);
  const after: Dated = {
    ...before,
    edition: next,
    answers: carry(real, next, before.answers).given,
  };
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const parts of Object.values(bridge(one, other)))
      expect(parts).toMatchObject({ answers: NOTHING, scope: NOTHING, edition: parts.total });
  // A confirmed answer is somebody's answer, and has its part.
  const confirmed = {
    ...after,
    answers: { ...after.answers, 'D-03.level': { level: 3 } as const },
  };
  expect(bridge(before, confirmed).lo.answers.n).toBeGreaterThan(0);
});
