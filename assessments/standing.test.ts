import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { comparisonValue } from './comparison-value.ts';
import { indexEdition } from './edition-index.ts';
import { printedLosses } from './gap.ts';
import { loadEdition } from './library.ts';
import { standingOf } from './standing.ts';

const edition = loadEdition('2026-11');
const { questions } = indexEdition(edition);
const scope = { stage: 'application', mode: 'full', facts: {} } as const;

function answered(answer: (id: string, at: number) => Answer | undefined) {
  const given = questions.map(({ id }, at) => [id, answer(id, at)] as const);
  const answers = Object.fromEntries(given.flatMap(([id, one]) => (one ? [[id, one]] : [])));
  return { ...scope, answers };
}

const anyAnswer = fc.constantFrom<(Answer | undefined)[]>(
  undefined,
  { unknown: true },
  { level: 0 },
  { level: 1 },
  { level: 2 },
  { level: 3 },
  { level: 4 },
);

test('the printed attainment and all printed losses add to 100.0, whatever was answered', () => {
  const all = fc.array(anyAnswer, { minLength: questions.length, maxLength: questions.length });
  fc.assert(
    fc.property(all, fc.constantFrom('quick', 'standard', 'full'), (given, mode) => {
      const { result } = standingOf(edition, { ...answered((_, at) => given[at]), mode });
      const { attained, byId } = printedLosses(result);
      const printed = [...byId.values()];
      expect(printed.reduce((sum, { hi }) => sum + hi, attained)).toBe(1000);
      expect(printed.every(({ lo, hi }) => lo <= hi)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a known loss prints as one figure, an open one from nothing up to its size', () => {
  const { result } = standingOf(
    edition,
    answered((id) => (id === 'A-03.level' ? { unknown: true } : { level: 1 })),
  );
  const { byId } = printedLosses(result);
  expect(byId.get('A-04')?.lo).toBe(byId.get('A-04')?.hi);
  expect(byId.get('A-03')?.lo).toBe(0);
  expect(byId.get('A-03')?.hi).toBeGreaterThan(0);
});

test('what waits on an agency is not among the blockers that the company can remove', () => {
  const { blockers, waiting, result } = standingOf(
    edition,
    answered(() => ({ level: 1 })),
  );
  expect(waiting.map(({ id }) => id)).toEqual(['A-01']);
  expect(blockers.map(({ id }) => id)).not.toContain('A-01');
  expect(blockers.length + waiting.length).toBe(result.gate.blockers.length);
});

test('works and equipment wait for an agency’s need, and are free to begin once it is settled', () => {
  const none = standingOf(
    edition,
    answered(() => ({ level: 2 })),
  );
  const waits = none.work.items.filter(({ action }) => none.onNeed.has(action.id));
  expect(waits.some(({ action }) => action.raises.some((one) => one.requirement === 'C-01'))).toBe(
    true,
  );
  expect(waits.some(({ action }) => action.raises.some((one) => one.requirement === 'A-01'))).toBe(
    false,
  );
  const settled = standingOf(
    edition,
    answered((id) => ({ level: id === 'A-01.level' ? 3 : 2 })),
  );
  expect(settled.onNeed.size).toBe(0);
});

test('B-01 to B-07 are points to explain and never counted as below target', () => {
  const { gaps, domains } = standingOf(edition, {
    ...answered(() => ({ level: 0 })),
    facts: { hasParentOrGroup: true },
  });
  expect(gaps.filter((gap) => gap.explains).map(({ id }) => id)).toEqual([
    'B-01',
    'B-02',
    'B-03',
    'B-04',
    'B-05',
    'B-06',
    'B-07',
  ]);
  expect(domains.find(({ id }) => id === 'B')?.tally).toEqual({ below: 1, toExplain: 7, open: 0 });
});

test('an open requirement says whether it is unanswered, わからない, or waits for a fact', () => {
  const { findOut } = standingOf(
    edition,
    answered((id) => {
      if (id === 'A-02.level') return undefined;
      return id === 'A-03.level' ? { unknown: true } : { level: 4 };
    }),
  );
  const reasons = new Map(findOut.map(({ requirement, because }) => [requirement.id, because]));
  expect(reasons.get('A-02')?.reason).toBe('unanswered');
  expect(reasons.get('A-03')?.reason).toBe('unknown');
  expect(reasons.get('J-06')).toEqual({
    reason: 'condition',
    facts: ['employees'],
    question: null,
  });
});

test('what can be found out in one domain settles exactly its open width', () => {
  const { findOut } = standingOf(
    edition,
    answered((id) => (id.startsWith('A-02') ? undefined : { level: 4 })),
  );
  expect(findOut.find(({ requirement }) => requirement.id === 'A-02')?.settles).toEqual({
    n: 6,
    d: 6,
  });
});

test('the next steps can begin now, and the last one finds out what is unknown', () => {
  const { next, onNeed } = standingOf(
    edition,
    answered((id) => (id === 'D-05.level' ? { unknown: true } : { level: 1 })),
  );
  expect(next.map(({ kind }) => kind)).toEqual(['act', 'act', 'find-out']);
  for (const step of next) {
    if (step.kind !== 'act') continue;
    expect(step.item.after).toEqual([]);
    expect(onNeed.has(step.item.action.id)).toBe(false);
  }
});

test('with nothing answered nothing is a blocker and every step is to find out', () => {
  const { blockers, waiting, next } = standingOf(edition, { ...scope, answers: {} });
  expect([...blockers, ...waiting]).toEqual([]);
  expect(next.map(({ kind }) => kind)).toEqual(['find-out', 'find-out', 'find-out']);
});

test('with all at the top nothing is missing, nothing is left to do, nothing to find out', () => {
  const facts = {
    hasParentOrGroup: false,
    producesInformation: false,
    employees: 40,
    asksSuppliers: false,
    dispatchedHandle: false,
  };
  const standing = standingOf(edition, { ...answered(() => ({ level: 4 })), facts });
  expect(standing.result.gate.status).toBe('clear');
  expect([standing.gaps, standing.findOut, standing.next, standing.work.items]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(standing.excluded.map(({ id }) => id)).toEqual(['B-08', 'E-04', 'J-06', 'K-05', 'L-06']);
});

test('the comparison value depends on every input and not on the order of answers', () => {
  const one = { ...scope, answers: { a: { level: 1 }, b: { level: 2 } } } as const;
  const turned = { ...scope, answers: { b: { level: 2 }, a: { level: 1 } } } as const;
  const value = comparisonValue(edition, one);
  expect(value).toMatch(/^[0-9a-f]{12}$/);
  expect(comparisonValue(edition, turned)).toBe(value);
  expect(comparisonValue({ hash: 'other' }, one)).not.toBe(value);
  for (const change of [
    { stage: 'holding' },
    { mode: 'quick' },
    { facts: { employees: 1 } },
    { answers: { a: { level: 1 } } },
  ] as const) {
    expect(comparisonValue(edition, { ...one, ...change })).not.toBe(value);
  }
});
