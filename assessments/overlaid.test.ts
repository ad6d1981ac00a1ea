import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictionsIn } from './contradiction.ts';
import { indexEdition } from './edition-index.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { withOverlays } from './overlaid.ts';
import { score } from './score.ts';

const edition = loadEdition('2026-12');
const ids = (edition.overlays ?? []).map(({ document }) => document.id);
const settings = { numRuns: RUNS, seed: SEED };

test('the edition carries two overlays; without a choice it stays the same object', () => {
  expect(ids).toEqual(['critical-infrastructure', 'critical-goods']);
  expect(withOverlays(edition, [])).toBe(edition);
  expect(withOverlays(edition, ['mining'])).toBe(edition);
  expect(withOverlays(edition, ids)).toBe(withOverlays(edition, [...ids].toReversed()));
});

test(`an overlay touches no common figure, target or band (seed ${SEED})`, () => {
  const laid = withOverlays(edition, ids);
  fc.assert(
    fc.property(assessmentsOf(laid), (assessment) => {
      const [with_, without] = [score(laid, assessment), score(edition, assessment)];
      const { requirements, questions: _, overlays, ...figures } = with_;
      const { requirements: common, questions: __, ...own } = without;
      expect(figures).toEqual(own);
      expect(requirements.filter((one) => one.overlay === null)).toEqual(common);
      expect(without.overlays).toBeUndefined();
      expect(overlays?.map(({ id }) => id)).toEqual([...ids].sort());
    }),
    settings,
  );
});

test('the line of an overlay is its own requirements and nothing else', () => {
  const laid = withOverlays(edition, ['critical-goods']);
  const scope = { stage: 'application', mode: 'standard', facts: {} } as const;
  const line = (answers: Parameters<typeof score>[1]['answers']) =>
    score(laid, { ...scope, answers }).overlays;
  expect(line({})).toEqual([{ id: 'critical-goods', share: { lo: 0, hi: 6, of: 6 } }]);
  const answers = {
    'C-92.level': { level: 4 },
    'E-92.level': { level: 1 },
    'K-92.level': { unknown: true },
  } as const;
  expect(line(answers)).toEqual([{ id: 'critical-goods', share: { lo: 3, hi: 5, of: 6 } }]);
  expect(indexEdition(laid).questionById.has('E-91.level')).toBe(false);
});

test('examples are added behind those of the question, so that a reference keeps its title', () => {
  const evidence = (one: typeof edition) =>
    indexEdition(one).questionById.get('H-02.level')?.question.evidence ?? [];
  const [own, laid] = [evidence(edition), evidence(withOverlays(edition, ids))];
  expect(laid.slice(0, own.length)).toEqual(own);
  expect(laid).toHaveLength(own.length + 1);
});

test('a rule points at what is certain, and never changes a figure', () => {
  const rules = edition.contradictions?.document.rules ?? [];
  expect(rules.length).toBeGreaterThanOrEqual(25);
  const everyPart = new Set<string>();
  fc.assert(
    fc.property(assessmentsOf(edition), ({ answers, facts, ...scope }) => {
      const copy = structuredClone({ answers, facts });
      const before = score(edition, { ...scope, answers, facts });
      const pointed = contradictionsIn(edition, { answers, facts });
      for (const { id, questions } of pointed) {
        everyPart.add(id);
        for (const question of questions) {
          const unsure = { ...answers, [question]: { unknown: true } as const };
          expect(
            contradictionsIn(edition, { answers: unsure, facts }).map((one) => one.id),
          ).not.toContain(id);
        }
      }
      expect({ answers, facts }).toEqual(copy);
      expect(score(edition, { ...scope, answers, facts })).toEqual(before);
    }),
    settings,
  );
  expect(everyPart.size).toBeGreaterThan(20);
});
