import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts } from './fact.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import type { Result } from './result.ts';
import { score, type Assessment } from './score.ts';
import { worklist, type WorkItem, type Worklist } from './worklist.ts';

const edition = loadEdition('2026-11');
const settings = { numRuns: RUNS, seed: SEED };
type End = 'lo' | 'hi';

function listFor(assessment: Assessment): { result: Result; list: Worklist } {
  const result = score(edition, assessment);
  return { result, list: worklist(edition, result, assessment.facts) };
}

/** What goes wrong when the items are done one after the other, from one end of what is known. */
function faultsOf(items: readonly WorkItem[], result: Result, from: End): string[] {
  const levels = new Map<string, number>(
    result.requirements.map(({ id, level }) => [id, level?.[from] ?? 4]),
  );
  const faults: string[] = [];
  for (const { action } of items) {
    for (const { requirement, level } of action.after) {
      if ((levels.get(requirement) ?? 0) < level) {
        faults.push(`${action.id} starts although ${requirement} is below ${level}`);
      }
    }
    for (const { requirement, level } of action.raises) {
      levels.set(requirement, Math.max(levels.get(requirement) ?? 0, level));
    }
  }
  for (const { id, asked, level, target } of result.requirements) {
    if (asked && level !== null && (levels.get(id) ?? 0) < target) faults.push(`${id} is not met`);
  }
  return faults;
}

test(`done in its order, the list brings every asked requirement to its target (seed ${SEED})`, () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const { result, list } = listFor(assessment);
      expect(faultsOf(list.items, result, 'lo')).toEqual([]);
    }),
    settings,
  );
});

test('at the best, what is needed suffices; and none of it could be left out', () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const { result, list } = listFor(assessment);
      const needed = list.items.filter(({ certainty }) => certainty === 'needed');
      expect(faultsOf(needed, result, 'hi')).toEqual([]);
      const idle = needed.filter(
        (item) =>
          faultsOf(
            needed.filter((other) => other !== item),
            result,
            'hi',
          ).length === 0,
      );
      expect(idle.map(({ action }) => action.id)).toEqual([]);
    }),
    { ...settings, numRuns: RUNS / 4 },
  );
});

test('each action stands once, after those it names, and for requirements that are open', () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const { result, list } = listFor(assessment);
      const open = new Set(
        result.requirements
          .filter(({ asked, level, target }) => asked && level !== null && level.lo < target)
          .map(({ id }) => id),
      );
      const before = new Set<string>();
      for (const { action, after, because } of list.items) {
        expect(before.has(action.id)).toBe(false);
        expect(after.filter((id) => !before.has(id))).toEqual([]);
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((id) => !open.has(id))).toEqual([]);
        before.add(action.id);
      }
      expect(list.items.length === 0).toBe(open.size === 0);
    }),
    settings,
  );
});

test('the totals are the sums of the items, and the longest chain', () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const { items, totals } = listFor(assessment).list;
      const add = (unit: 'personDays' | 'yen') => ({
        lo: items.reduce((sum, item) => sum + (isNeeded(item) ? item[unit].lo : 0), 0),
        hi: items.reduce((sum, item) => sum + item[unit].hi, 0),
      });
      expect(totals.personDays).toEqual(add('personDays'));
      expect(totals.yen).toEqual(add('yen'));
      expect(totals.leadTimeWeeks).toEqual({ lo: longest(items, 'lo'), hi: longest(items, 'hi') });
    }),
    settings,
  );
});

test('the list depends on the answers, never on their order or on the day', () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const answers = Object.fromEntries(Object.entries(assessment.answers).toReversed());
      expect(listFor({ ...assessment, answers }).list).toEqual(listFor(assessment).list);
    }),
    { ...settings, numRuns: RUNS / 4 },
  );
});

test('a range grows with the fact that scales it, and an unknown or smaller fact counts as one', () => {
  const scaled = edition.actions.document.actions.find(({ yen }) => yen.per !== undefined);
  const per = scaled?.yen.per ?? '';
  const yen = (facts: Facts) =>
    listFor({ stage: 'application', mode: 'full', facts, answers: {} }).list.items.find(
      ({ action }) => action.id === scaled?.id,
    )?.yen;
  const { lo = -1, hi = -1 } = scaled?.yen ?? {};
  expect(yen({})).toEqual({ lo, hi });
  expect(yen({ [per]: 'unknown' })).toEqual({ lo, hi });
  expect(yen({ [per]: 0 })).toEqual({ lo, hi });
  expect(yen({ [per]: 3 })).toEqual({ lo: lo * 3, hi: hi * 3 });
});

function isNeeded({ certainty }: WorkItem): boolean {
  return certainty === 'needed';
}

/** Weeks of the longest chain: at `lo` only what is needed takes time. */
function longest(items: readonly WorkItem[], end: End): number {
  const byId = new Map(items.map((item) => [item.action.id, item]));
  const known = new Map<string, number>();
  const finish = (id: string): number => {
    const item = byId.get(id);
    if (!item) throw new Error(`${id} is not listed.`);
    const found = known.get(id);
    if (found !== undefined) return found;
    const own = end === 'hi' || isNeeded(item) ? item.leadTimeWeeks[end] : 0;
    const weeks = Math.max(0, ...item.after.map(finish)) + own;
    known.set(id, weeks);
    return weeks;
  };
  return Math.max(0, ...items.map(({ action }) => finish(action.id)));
}
