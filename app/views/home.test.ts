import { expect, test } from 'vitest';
import type { Answer } from '#assessments/answer.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { homeView } from './home.server.ts';

const edition = loadEdition('2026-11');
const { questions, requirementById } = indexEdition(edition);
const at = new Date('2026-11-22T05:03:00Z');

function weeksWhere(low: (requirement: string) => boolean) {
  const answers: Record<string, Answer> = Object.fromEntries(
    questions.map(({ id, question }) => [id, { level: question.requirements.some(low) ? 0 : 4 }]),
  );
  const view = homeView(
    {
      company: { companyId: 'c', name: '見本精機株式会社', createdByName: '佐藤', createdAt: at },
      assessment: {
        assessmentId: 'a',
        editionId: edition.id,
        mode: 'full',
        stage: 'application',
        title: '2026年度の自己点検',
        version: 1,
        createdByName: '佐藤',
        createdAt: at,
      },
      edition,
      part: { sections: 'ABCDEFGHIJKL', isWhole: true },
      facts: {
        hasParentOrGroup: false,
        producesInformation: false,
        employees: 40,
        asksSuppliers: false,
        dispatchedHandle: false,
      },
      answers,
      saved: new Map(),
      evidence: new Map(),
      at,
    },
    'ja',
  );
  if (view.kind === 'empty') throw new Error('Nothing is answered.');
  return { weeks: [view.weeks.lo, view.weeks.hi], days: view.days, next: view.next.length };
}

const waits = (id: string) => requirementById.get(id)?.requirement.waitsOnAgency === true;
const uncounted = (id: string) => requirementById.get(id)?.countsInGate === false;

test('the weeks on home are those of the gate, without what waits on an agency', () => {
  expect(weeksWhere((id) => waits(id) || uncounted(id))).toMatchObject({
    weeks: [0, 0],
    days: '0',
  });
  expect(weeksWhere((id) => waits(id)).next).toBeGreaterThan(0);
  expect(weeksWhere((id) => id === 'A-02').weeks[0]).toBeGreaterThan(0);
});
