import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import { indexEdition } from './edition-index.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import type { Assessment } from './score.ts';
import { readyWork } from './ready-work.ts';
import { standingOf } from './standing.ts';

const edition = loadEdition('2026-11');
const { questions, requirementById } = indexEdition(edition);
const waits = (id: string) => requirementById.get(id)?.requirement.waitsOnAgency === true;

const noneApplies = {
  hasParentOrGroup: false,
  producesInformation: false,
  employees: 40,
  asksSuppliers: false,
  dispatchedHandle: false,
};

/** Where a company stands, with its work until ready. */
function worked(assessment: Assessment) {
  const standing = standingOf(edition, assessment);
  const { index, result } = standing;
  return { ...standing, readyWork: readyWork(index, result, assessment.facts) };
}

function full(low: (requirement: string) => boolean): Assessment {
  const given = questions.map(({ id, question }) => [
    id,
    { level: question.requirements.some(low) ? 0 : 4 },
  ]);
  const answers: Answers = Object.fromEntries(given);
  return { stage: 'application', mode: 'full', facts: noneApplies, answers };
}

test('what waits on an agency is assumed met, and stays on the list of actions', () => {
  const { work, readyWork } = worked(full((id) => waits(id)));
  expect(work.items.map(({ action }) => action.id)).toContain('M001');
  expect(work.totals.leadTimeWeeks.hi).toBeGreaterThan(0);
  expect(readyWork.items).toEqual([]);
  expect(readyWork.totals.leadTimeWeeks).toEqual({ lo: 0, hi: 0 });
});

test('what the gate does not count takes no time until ready', () => {
  const { work, readyWork, result } = worked(
    full((id) => requirementById.get(id)?.countsInGate === false),
  );
  expect(result.gate.status).toBe('clear');
  expect(work.items.length).toBeGreaterThan(0);
  expect(readyWork.items).toEqual([]);
});

test('a counted requirement that the mode does not ask may still take time', () => {
  const asked = { ...full(() => false), mode: 'standard' as const };
  const { gate } = worked(asked).result;
  expect(gate.notAsked.length).toBeGreaterThan(0);
  const { leadTimeWeeks } = worked(asked).readyWork.totals;
  expect(leadTimeWeeks.lo).toBe(0);
  expect(leadTimeWeeks.hi).toBeGreaterThan(0);
});

test(`done in its order, it brings the gate to its targets but for the agency (seed ${SEED})`, () => {
  fc.assert(
    fc.property(assessmentsOf(edition), (assessment) => {
      const { readyWork, result } = worked(assessment);
      const open = result.requirements.filter(
        ({ id, countsInGate, level, target }) =>
          countsInGate && !waits(id) && level !== null && level.lo < target,
      );
      const levels = new Map(
        result.requirements.map(({ id, level, target }) => [
          id,
          waits(id) ? Math.max(level?.lo ?? 0, target) : (level?.lo ?? 4),
        ]),
      );
      for (const { action, because } of readyWork.items) {
        expect(because.filter((id) => !open.some((one) => one.id === id))).toEqual([]);
        for (const { requirement, level } of action.after) {
          expect(levels.get(requirement)).toBeGreaterThanOrEqual(level);
        }
        for (const { requirement, level } of action.raises) {
          levels.set(requirement, Math.max(levels.get(requirement) ?? 0, level));
        }
      }
      for (const { id, target } of open) expect(levels.get(id)).toBeGreaterThanOrEqual(target);
    }),
    { numRuns: RUNS / 4, seed: SEED },
  );
});
