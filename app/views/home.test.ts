import { expect, test } from 'vitest';
import type { Answer } from '#assessments/answer.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { plan } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import type { Assessment } from '#db/assessments.ts';
import type { ListedEvidence } from '#db/evidence.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { listView } from './answering-list.server.ts';
import { homeView } from './home.server.ts';

const edition = loadEdition('2026-11');
const index = indexEdition(edition);
const { questions, requirementById } = index;
const at = new Date('2026-11-22T05:03:00Z');

const solver = await openSolver();

/** A company whose answers are low where it is said. */
function sheetWhere(low: (requirement: string) => boolean): Worksheet {
  const answers: Record<string, Answer> = Object.fromEntries(
    questions.map(({ id, question }) => [id, { level: question.requirements.some(low) ? 0 : 4 }]),
  );
  const facts = {
    hasParentOrGroup: false,
    producesInformation: false,
    employees: 40,
    asksSuppliers: false,
    dispatchedHandle: false,
  };
  const assessment = {
    assessmentId: 'a',
    editionId: edition.id,
    mode: 'full',
    stage: 'application',
    title: '2026年度の自己点検',
    overlays: [],
    state: 'open',
    version: 1,
    createdByName: '佐藤',
    createdAt: at,
  } satisfies Assessment;
  return {
    company: { companyId: 'c', name: '見本精機株式会社', createdByName: '佐藤', createdAt: at },
    assessment,
    edition,
    part: { sections: 'ABCDEFGHIJKL', isWhole: true },
    facts,
    answers,
    saved: new Map(),
    evidence: new Map(),
    day: '2026-11-27',
    at,
  };
}

/** What home shows of it. */
function homeWhere(low: (requirement: string) => boolean) {
  const worksheet = sheetWhere(low);
  const { assessment, facts, answers } = worksheet;
  const result = score(edition, { ...assessment, facts, answers });
  const wish = {
    goal: 'ready-soonest',
    today: '2026-11-22',
    capacityDays: 4,
    budget: null,
    by: null,
    items: [],
    leaveOut: [],
    holds: [],
  } as const;
  const solved = { ok: true, plan: plan({ index, result, facts }, wish, solver) } as const;
  const view = homeView(worksheet, { solved, capacityDays: 4, reckoned: 0 }, 'ja');
  if (view.kind === 'empty') throw new Error('Nothing is answered.');
  return { weeks: view.ownWork?.weeks, days: view.ownWork?.days, next: view.next.length };
}

const waits = (id: string) => requirementById.get(id)?.requirement.waitsOnAgency === true;
const uncounted = (id: string) => requirementById.get(id)?.countsInGate === false;

test('the weeks on home are those of the gate, without what waits on an agency', () => {
  expect(homeWhere((id) => waits(id) || uncounted(id))).toMatchObject({
    weeks: { lo: 0, hi: 0 },
    days: '0',
  });
  expect(homeWhere((id) => waits(id)).next).toBeGreaterThan(0);
  expect(homeWhere((id) => id === 'A-02').weeks?.lo).toBeGreaterThan(0);
});

/** A document that no longer holds. */
const ended = (questionId: string): ListedEvidence => ({
  evidenceId: questionId,
  documentId: questionId,
  questionId,
  questionnaire: 'governance',
  title: '規程',
  versionLabel: null,
  dated: null,
  ownerRole: 'legal',
  location: 'file-server',
  sha256: null,
  coversFrom: null,
  coversTo: null,
  validUntil: '2026-01-31',
  byName: '佐藤',
  at,
  withdrawn: null,
});

test('home counts the documents that its list shows, none beside a question that is hidden', () => {
  const sheet = sheetWhere(() => false);
  const evidence = new Map(questions.map(({ id }) => [id, [ended(id)]]));
  const home = homeView({ ...sheet, evidence }, null, 'ja');
  const wish = { filter: 'ending-evidence', query: null };
  const listed = listView({ ...sheet, evidence }, wish, 'ja').rows.length;
  expect(home).toMatchObject({ documents: { expired: listed, ending: 0 } });
  expect(listed).toBeLessThan(questions.length);
  expect(listed).toBeGreaterThan(80);
});
