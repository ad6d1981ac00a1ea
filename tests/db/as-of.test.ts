import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswer } from '#db/answers.ts';
import { loadEdition } from '#assessments/library.ts';
import { changeScope, startAssessment } from '#db/assessments.ts';
import { addEvidence, withdrawEvidence } from '#db/evidence.ts';
import { saveProfile } from '#db/profiles.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { assessmentOf, companyOf, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions: [loadEdition('2026-11'), loadEdition('2026-12')] });
});
afterAll(() => world.close());

const byName = '田中';
const TABLES = [
  ['profile_version', 'at'],
  ['answer_event', 'at'],
  ['evidence', 'at'],
  ['evidence_withdrawal', 'at'],
  ['past_scope', 'until'],
] as const;

/** Moves all that has happened so far back by so many days, as if they had passed since. */
async function daysPass({ companyId }: Member, days: number): Promise<void> {
  const back = [...TABLES, ['assessment', 'created_at'] as const].map(
    ([table, column]) =>
      `update junbi.${table} set ${column} = ${column} - make_interval(days => ${days}) where company_id = '${companyId}'`,
  );
  // Events are never changed but by who owns the machine, who puts aside the triggers that say so.
  await world.superuser.query(
    ['begin', 'set local session_replication_role = replica', ...back, 'commit'].join(';'),
  );
}

const dayAgo = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** What a day shows, in short. */
const shows = async (member: Member, assessmentId: string, day?: string) => {
  const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId, day));
  if (!sheet) return null;
  const { assessment, answers, evidence, facts, day: judged } = sheet;
  return {
    mode: assessment.mode,
    answers,
    documents: [...evidence].map(([id, list]) => [id, list.length]),
    facts,
    judged,
  };
};

it('a day shows answers, documents, facts and scope as they stood when it was over', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const questionId = 'A-04.level';
  const place = { assessmentId, questionId, questionnaire: 'governance', byName };
  const evidenceId = randomUUID();
  const say = (base: number, level: 1 | 3) =>
    withCompany(member, (tx) =>
      saveAnswer(tx, { ...place, base, answer: { level }, note: null, requestId: randomUUID() }),
    );
  const tell = (base: number, employees: number) =>
    withCompany(member, (tx) =>
      saveProfile(tx, { base, facts: { employees }, requestId: randomUUID(), byName }),
    );
  const scope = (base: number, mode: 'full' | 'quick') =>
    withCompany(member, (tx) =>
      changeScope(tx, { assessmentId, base, mode, stage: 'application', overlays: [] }),
    );

  const began = await shows(member, assessmentId);
  await say(0, 1);
  await tell(0, 80);
  await daysPass(member, 10);
  await withCompany(member, (tx) =>
    addEvidence(tx, {
      ...place,
      evidenceId,
      title: '規程',
      versionLabel: null,
      dated: null,
      ownerRole: 'legal',
      location: 'file-server',
      sha256: null,
    }),
  );
  await scope(1, 'quick');
  await daysPass(member, 10);
  await say(1, 3);
  await tell(1, 120);
  await scope(2, 'full');
  await withCompany(member, (tx) => withdrawEvidence(tx, { assessmentId, evidenceId, byName }));

  const first = {
    mode: began?.mode,
    answers: { [questionId]: { level: 1 } },
    documents: [],
    facts: { employees: 80 },
  };
  const second = { ...first, mode: 'quick', documents: [[questionId, 1]] };
  const now = {
    mode: 'full',
    answers: { [questionId]: { level: 3 } },
    documents: [],
    facts: { employees: 120 },
  };
  expect(await shows(member, assessmentId, dayAgo(20))).toEqual({ ...first, judged: dayAgo(20) });
  expect(await shows(member, assessmentId, dayAgo(11))).toEqual({ ...first, judged: dayAgo(11) });
  expect(await shows(member, assessmentId, dayAgo(10))).toEqual({ ...second, judged: dayAgo(10) });
  expect(await shows(member, assessmentId, dayAgo(1))).toEqual({ ...second, judged: dayAgo(1) });
  expect(await shows(member, assessmentId, dayAgo(0))).toEqual({ ...now, judged: dayAgo(0) });
  expect(await shows(member, assessmentId)).toEqual({ ...now, judged: dayAgo(0) });
  // The day before it began there was nothing.
  expect(await shows(member, assessmentId, dayAgo(21))).toBeNull();
});

it('a day shows the overlays of that day: none before they were chosen, and those that were taken away', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = randomUUID();
  const scope = { mode: 'full', stage: 'application' } as const;
  const given = {
    ...scope,
    assessmentId,
    editionId: '2026-12',
    title: '2026年度の自己点検',
    byName,
  };
  const started = await withCompany(member, (tx) => startAssessment(tx, given));
  expect(started).toMatchObject({ ok: true });
  const choose = (base: number, overlays: string[]) =>
    withCompany(member, (tx) => changeScope(tx, { ...scope, assessmentId, base, overlays }));
  await daysPass(member, 5);
  await choose(1, ['critical-goods']);
  await daysPass(member, 5);
  await choose(2, []);
  const laid = async (day?: string) => {
    const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId, day));
    const all = sheet?.edition.gapModel.document.requirements ?? [];
    return {
      chosen: sheet?.assessment.overlays,
      more: all.length - loadEdition('2026-12').gapModel.document.requirements.length,
    };
  };
  expect(await laid(dayAgo(6))).toEqual({ chosen: [], more: 0 });
  const then = await laid(dayAgo(1));
  expect(then.chosen).toEqual(['critical-goods']);
  expect(then.more).toBeGreaterThan(0);
  expect(await laid()).toEqual({ chosen: [], more: 0 });
});

it('a change of scope that comes too late keeps no scope', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const change = (base: number) =>
    withCompany(member, (tx) =>
      changeScope(tx, { assessmentId, base, mode: 'quick', stage: 'holding', overlays: [] }),
    );
  const outcomes = await Promise.all([change(1), change(1), change(1)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await change(1)).toMatchObject({ ok: false, reason: 'stale' });
  const { rows } = await world.superuser.query(
    'select version from junbi.past_scope where company_id = $1',
    [member.companyId],
  );
  expect(rows).toEqual([{ version: 1 }]);
});
