import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carry } from '#assessments/carry.ts';
import { fingerprintOfFrozen } from '#assessments/frozen-result.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { signText } from '#assessments/signed-file.ts';
import { saveAnswer } from '#db/answers.ts';
import {
  listStates,
  reopenAssessment,
  returnAssessment,
  submitAssessment,
  withdrawSubmission,
} from '#db/assessment-states.ts';
import { changeScope, getAssessment, listAssessments } from '#db/assessments.ts';
import { carriedTo, carryForward, undoCarrying } from '#db/carrying.ts';
import { addEvidence, listEvidence, useEvidence, withdrawEvidence } from '#db/evidence.ts';
import {
  frozenOf,
  getSignedResult,
  listSignedResults,
  signAssessment,
} from '#db/signed-results.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import {
  companyOf,
  grantAccess,
  logged,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';
import { assessed, editions } from './versioned.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

const byName = '佐藤';
const [before, after] = editions;
if (!before || !after) throw new Error('There are two editions.');
const everywhere = (level: 2 | 3) => ({
  stage: 'application' as const,
  mode: 'full' as const,
  facts: {},
  answers: Object.fromEntries(indexEdition(before).questions.map(({ id }) => [id, { level }])),
});

/** A company with a whole assessment, its owner, and a second person who may sign. */
async function company() {
  const member = await companyOf(await signedIn());
  const declarer = await withRole(member, await signedIn('田中'), {
    role: 'declarer',
    sections: null,
  });
  return { member, declarer, assessmentId: await assessed(member, everywhere(3)) };
}

const keys = generateKeyPairSync('ed25519');
const sign = (text: string) => ({
  signature: signText(text, keys.privateKey),
  keyId: '0123456789abcdef',
  publicKey: 'A'.repeat(60),
});

const expectedOf = (member: Member, assessmentId: string) =>
  withCompany(member, async (tx) => {
    const sheet = await readWorksheet(tx, assessmentId);
    if (!sheet) throw new Error('There is no such assessment.');
    return fingerprintOfFrozen(frozenOf(sheet));
  });

async function signs(
  member: Member,
  assessmentId: string,
  expected?: string,
  resultId = randomUUID(),
) {
  const given = {
    assessmentId,
    resultId,
    expected: expected ?? (await expectedOf(member, assessmentId)),
    byName: '田中',
    now: new Date('2026-11-27T03:00:00Z'),
    sign,
  };
  return withCompany(member, (tx) => signAssessment(tx, given));
}

const save = (
  member: Member,
  assessmentId: string,
  more: { base?: number; level?: 0 | 4; questionId?: string } = {},
) =>
  withCompany(member, (tx) =>
    saveAnswer(tx, {
      assessmentId,
      questionId: more.questionId ?? 'A-02.level',
      questionnaire: 'governance',
      base: more.base ?? 1,
      answer: { level: more.level ?? 4 },
      note: null,
      requestId: randomUUID(),
      byName,
    }),
  );

/** All rows of an assessment's answers and references, as the database prints them. */
async function rowsOf(assessmentId: string) {
  const { rows } = await world.superuser.query<{ row: string }>(
    `select e::text as row from junbi.answer_event e where assessment_id = $1
     union all select e::text from junbi.evidence e where assessment_id = $1 order by row`,
    [assessmentId],
  );
  return rows.map(({ row }) => row);
}

const onward = (from: string, editionId = '2026-12', assessmentId = randomUUID()) => ({
  assessmentId,
  fromAssessmentId: from,
  editionId,
  title: '2026年度の自己点検（2026年12月版）',
  byName,
});

describe('carrying into the next edition', () => {
  it('begins with the answers that mean the same, and leaves the old rows as they are', async () => {
    const { member, assessmentId } = await company();
    const rows = await rowsOf(assessmentId);
    const given = onward(assessmentId);
    expect(await withCompany(member, (tx) => carryForward(tx, given))).toEqual({
      ok: true,
      assessmentId: given.assessmentId,
    });
    const sheet = await withCompany(member, (tx) => readWorksheet(tx, given.assessmentId));
    expect(sheet?.answers).toEqual(carry(before, after, everywhere(3).answers).given);
    expect(sheet?.assessment).toMatchObject({ editionId: '2026-12', mode: 'full', state: 'open' });
    expect(await rowsOf(assessmentId)).toEqual(rows);
    // Sent twice it stands once, and nothing else is carried from the same one.
    expect(await withCompany(member, (tx) => carryForward(tx, given))).toMatchObject({ ok: true });
    expect(await withCompany(member, (tx) => carryForward(tx, onward(assessmentId)))).toMatchObject(
      { ok: false, reason: 'stands', state: 'carried' },
    );
    expect(await withCompany(member, (tx) => carriedTo(tx, assessmentId))).toBe(given.assessmentId);
  });

  it('keeps a document one document, once beside an answer into which two were merged', async () => {
    const { member, assessmentId } = await company();
    const of = randomUUID();
    const to = (questionId: string, questionnaire: string) => ({
      assessmentId,
      evidenceId: randomUUID(),
      questionId,
      questionnaire,
      byName,
    });
    await withCompany(member, (tx) =>
      addEvidence(tx, {
        ...to('D-06.level', 'personnel'),
        evidenceId: of,
        title: '書類の管理手順',
        versionLabel: null,
        dated: null,
        ownerRole: 'hr',
        location: 'paper-files',
        sha256: null,
        validUntil: '2027-03-31',
      }),
    );
    for (const id of ['L-07.level', 'D-07.level'])
      expect(
        await withCompany(member, (tx) => useEvidence(tx, { ...to(id, 'personnel'), of })),
      ).toEqual({ ok: true });
    const given = onward(assessmentId);
    await withCompany(member, (tx) => carryForward(tx, given));
    const listed = await withCompany(member, (tx) => listEvidence(tx, given));
    expect(listed.map(({ questionId }) => questionId).toSorted()).toEqual([
      'D-06.papers',
      'D-07.level',
    ]);
    expect(new Set(listed.map(({ documentId }) => documentId)).size).toBe(1);
    expect(listed.every(({ validUntil }) => validUntil === '2027-03-31')).toBe(true);
  });

  it('takes references along to where their answer went', async () => {
    const { member, assessmentId } = await company();
    const reference = (questionId: string, questionnaire: string) => ({
      assessmentId,
      evidenceId: randomUUID(),
      questionId,
      questionnaire,
      title: `${questionId} の文書`,
      versionLabel: null,
      dated: '2026-10-01',
      ownerRole: 'legal' as const,
      location: 'file-server' as const,
      sha256: null,
      byName,
    });
    for (const [id, name] of [
      ['A-04.level', 'governance'],
      ['D-06.level', 'personnel'],
      ['C-04.level', 'facility'],
      ['J-05.level', 'governance'],
    ] as const)
      await withCompany(member, (tx) => addEvidence(tx, reference(id, name)));
    const given = onward(assessmentId);
    await withCompany(member, (tx) => carryForward(tx, given));
    const listed = await withCompany(member, (tx) => listEvidence(tx, given));
    // Split and retired: nobody can say where they belong, so they stay with the old answer.
    expect(listed.map(({ questionId, title }) => `${questionId} ${title}`).toSorted()).toEqual([
      'A-04.level A-04.level の文書',
      'D-06.papers D-06.level の文書',
    ]);
    expect(await withCompany(member, (tx) => listEvidence(tx, { assessmentId }))).toHaveLength(4);
  });

  it('closes the old one: a page that is still open there saves nothing and is told so', async () => {
    const { member, assessmentId } = await company();
    await withCompany(member, (tx) => carryForward(tx, onward(assessmentId)));
    expect(await save(member, assessmentId)).toEqual({
      ok: false,
      reason: 'closed',
      state: 'carried',
    });
  });

  it('undone before anybody signs, it leaves everything as it was', async () => {
    const { member, assessmentId } = await company();
    const listed = async () =>
      (await withCompany(member, listAssessments)).map((one) => ({ ...one }));
    const [rows, list] = [await rowsOf(assessmentId), await listed()];
    const given = onward(assessmentId);
    await withCompany(member, (tx) => carryForward(tx, given));
    expect(await listed()).toHaveLength(2);
    const back = { assessmentId: given.assessmentId, byName };
    expect(await withCompany(member, (tx) => undoCarrying(tx, back))).toEqual({
      ok: true,
      assessmentId,
    });
    expect([await rowsOf(assessmentId), await listed()]).toEqual([rows, list]);
    // The old one goes on, the undone one takes nothing, and both say who did it.
    expect(await save(member, assessmentId)).toMatchObject({ ok: true });
    expect(await save(member, given.assessmentId)).toEqual({
      ok: false,
      reason: 'closed',
      state: 'undone',
    });
    expect(
      (await withCompany(member, (tx) => listStates(tx, assessmentId))).map(({ state }) => state),
    ).toEqual(['uncarried', 'carried']);
    expect(await withCompany(member, (tx) => carryForward(tx, onward(assessmentId)))).toMatchObject(
      { ok: true },
    );
  });

  it('is not undone once it was signed', async () => {
    const { member, declarer, assessmentId } = await company();
    const given = onward(assessmentId);
    await withCompany(member, (tx) => carryForward(tx, given));
    await withCompany(member, (tx) =>
      submitAssessment(tx, { assessmentId: given.assessmentId, byName }),
    );
    expect(await signs(declarer, given.assessmentId)).toMatchObject({ ok: true });
    const back = { assessmentId: given.assessmentId, byName };
    expect(await withCompany(member, (tx) => undoCarrying(tx, back))).toEqual({
      ok: false,
      reason: 'signed',
    });
    await withCompany(member, (tx) => reopenAssessment(tx, { ...back, reason: '訂正' }));
    expect(await withCompany(member, (tx) => undoCarrying(tx, back))).toEqual({
      ok: false,
      reason: 'signed',
    });
  });

  it('a new run of the same edition goes on from a signed one, with every answer', async () => {
    const { member, declarer, assessmentId } = await company();
    expect(
      await withCompany(member, (tx) => carryForward(tx, onward(assessmentId, '2026-11'))),
    ).toMatchObject({ ok: false, reason: 'stands' });
    await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
    await signs(declarer, assessmentId);
    const given = onward(assessmentId, '2026-11');
    expect(await withCompany(member, (tx) => carryForward(tx, given))).toMatchObject({ ok: true });
    const sheet = await withCompany(member, (tx) => readWorksheet(tx, given.assessmentId));
    expect(sheet?.answers).toEqual(everywhere(3).answers);
    expect((await withCompany(member, (tx) => getAssessment(tx, assessmentId)))?.state).toBe(
      'approved',
    );
    // What goes on elsewhere is not opened again here.
    expect(
      await withCompany(member, (tx) =>
        reopenAssessment(tx, { assessmentId, byName, reason: '訂正' }),
      ),
    ).toMatchObject({ ok: false, reason: 'stands' });
  });
});

describe('submitting, returning, signing', () => {
  it('what is submitted takes no answer, no reference and no other scope', async () => {
    const { member, assessmentId } = await company();
    const evidenceId = randomUUID();
    const reference = {
      assessmentId,
      evidenceId,
      questionId: 'A-04.level',
      questionnaire: 'governance',
      title: '規程',
      versionLabel: null,
      dated: null,
      ownerRole: 'legal',
      location: 'file-server',
      sha256: null,
      byName,
    } as const;
    await withCompany(member, (tx) => addEvidence(tx, reference));
    await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
    const closed = { ok: false, reason: 'closed', state: 'submitted' };
    expect(await save(member, assessmentId)).toEqual(closed);
    expect(
      await withCompany(member, (tx) =>
        addEvidence(tx, { ...reference, evidenceId: randomUUID() }),
      ),
    ).toEqual(closed);
    expect(
      await withCompany(member, (tx) => withdrawEvidence(tx, { assessmentId, evidenceId, byName })),
    ).toEqual(closed);
    expect(
      await withCompany(member, (tx) =>
        changeScope(tx, { assessmentId, base: 1, mode: 'quick', stage: 'holding', overlays: [] }),
      ),
    ).toEqual(closed);
    await withCompany(member, (tx) => withdrawSubmission(tx, { assessmentId, byName }));
    expect(await save(member, assessmentId)).toMatchObject({ ok: true });
  });

  it('not even by a statement of one’s own', async () => {
    const { member, assessmentId } = await company();
    const insert = sql`insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, request_id, actor_name)
      values (${assessmentId}, 'A-02.level', 2, 'governance', '{"level":4}', gen_random_uuid(), 'x')`;
    const widen = sql`update junbi.assessment set mode = 'quick' where assessment_id = ${assessmentId}`;
    const open = sql`update junbi.assessment set state = 'open' where assessment_id = ${assessmentId}`;
    const jump = sql`insert into junbi.assessment_state (assessment_id, version, state, actor_name) values (${assessmentId}, 2, 'approved', 'x')`;
    await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
    for (const [attempt, reason] of [
      [insert, 'constraint'],
      [widen, 'constraint'],
      [open, 'denied'],
      [jump, 'constraint'],
    ] as const)
      await expect(withCompany(member, (tx) => logged(tx, attempt))).rejects.toMatchObject({
        reason,
      });
    // The controls: an open one takes the same statements, and without its trigger a locked one does too.
    await withCompany(member, (tx) => withdrawSubmission(tx, { assessmentId, byName }));
    await withCompany(member, (tx) => logged(tx, insert));
    await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
    const again = sql`insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, request_id, actor_name)
      values (${assessmentId}, 'A-02.level', 3, 'governance', '{"level":0}', gen_random_uuid(), 'x')`;
    await world.superuser.query('alter table junbi.answer_event disable trigger still_open');
    try {
      await expect(withCompany(member, (tx) => logged(tx, again))).resolves.toMatchObject({
        rowCount: 1,
      });
    } finally {
      await world.superuser.query('alter table junbi.answer_event enable trigger still_open');
    }
  });

  it('is returned with a reason by the declarer, and signed by another person than who submitted', async () => {
    const { member, declarer, assessmentId } = await company();
    const of = { assessmentId, byName };
    expect(await signs(member, assessmentId)).toMatchObject({
      ok: false,
      reason: 'stands',
      state: 'open',
    });
    await withCompany(member, (tx) => submitAssessment(tx, of));
    expect(await withCompany(declarer, (tx) => submitAssessment(tx, of))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const returned = { ...of, reason: 'D-03 の様式を確かめてください' };
    expect(await withCompany(declarer, (tx) => returnAssessment(tx, returned))).toMatchObject({
      ok: true,
    });
    expect(await save(member, assessmentId)).toMatchObject({ ok: true });
    await withCompany(member, (tx) => submitAssessment(tx, of));
    // An owner may declare, but not what they submitted themselves.
    expect(await signs(member, assessmentId)).toEqual({ ok: false, reason: 'same-person' });
    const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
    expect(await signs(viewer, assessmentId)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await signs(declarer, assessmentId, '0'.repeat(64))).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await signs(declarer, assessmentId)).toMatchObject({ ok: true });
    const states = await withCompany(member, (tx) => listStates(tx, assessmentId));
    expect(states.map(({ state }) => state)).toEqual([
      'approved',
      'submitted',
      'returned',
      'submitted',
    ]);
    expect(states[2]?.reason).toBe(returned.reason);
  });

  it('needs a fresh proof of who signs', async () => {
    const { member, declarer, assessmentId } = await company();
    await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
    await world.superuser.query(
      `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = (select account_id from ctx.access where company_id = $1 and role = 'declarer')`,
      [member.companyId],
    );
    expect(await signs(declarer, assessmentId)).toEqual({ ok: false, reason: 'not-confirmed' });
  });

  it('keeps what was signed when it is corrected later, and signs the correction anew', async () => {
    const { member, declarer, assessmentId } = await company();
    const of = { assessmentId, byName };
    await withCompany(member, (tx) => submitAssessment(tx, of));
    const resultId = randomUUID();
    await signs(declarer, assessmentId, undefined, resultId);
    const first = await withCompany(member, (tx) => getSignedResult(tx, resultId));
    expect(await save(member, assessmentId)).toEqual({
      ok: false,
      reason: 'closed',
      state: 'approved',
    });
    await withCompany(member, (tx) => reopenAssessment(tx, { ...of, reason: '訂正' }));
    expect(await save(member, assessmentId, { level: 0 })).toMatchObject({ ok: true });
    expect(await withCompany(member, (tx) => getSignedResult(tx, resultId))).toEqual(first);
    await withCompany(member, (tx) => submitAssessment(tx, of));
    await signs(declarer, assessmentId);
    const all = await withCompany(member, (tx) => listSignedResults(tx, assessmentId));
    expect(all).toHaveLength(2);
    expect(all[1]).toEqual(first);
    expect(all[0]?.body).not.toBe(first?.body);
    // Sent twice it stands once.
    expect(await signs(declarer, assessmentId, '0'.repeat(64), resultId)).toMatchObject({
      ok: true,
    });
    // Who sees only a part sees no result of the whole.
    const part = await grantAccess(world, member, await signedIn(), {
      questionnaires: ['facility'],
    });
    expect(await withCompany(part, (tx) => listSignedResults(tx, assessmentId))).toEqual([]);
  });
});

const column = (table: string) =>
  table === 'content.edition' ? 'id' : table === 'content.document' ? 'key' : 'company_id';

const attempts = (table: string) => [
  `update ${table} set ${column(table)} = ${column(table)}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
];

describe('a signed result, a state, an answer and what is published', () => {
  const kept = [
    'junbi.signed_result',
    'junbi.assessment_state',
    'junbi.carrying',
    'junbi.answer_event',
    'content.document',
    'content.edition',
  ];

  it.each(['app', 'auth', 'app_worker', 'app_assoc', 'agg', 'owner_ddl'])(
    'are never changed, deleted or emptied by %s, not even with every grant and no policy',
    async (role) => {
      const { member, declarer, assessmentId } = await company();
      await withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName }));
      await signs(declarer, assessmentId);
      for (const table of kept)
        for (const attempt of attempts(table)) {
          await world.superuser.query('begin');
          await world.superuser.query(
            `grant usage on schema junbi, content to ${role}; grant all on ${table} to ${role};
             alter table ${table} no force row level security; alter table ${table} disable row level security;
             set local role ${role}`,
          );
          await expect(world.superuser.query(attempt)).rejects.toMatchObject({ code: '42501' });
          await world.superuser.query('rollback');
        }
    },
  );

  it('would be, were it not for their triggers (the control)', async () => {
    for (const table of kept.filter((one) => one.startsWith('junbi.')))
      for (const [at, trigger] of ['never_changed', 'never_taken'].entries()) {
        await world.superuser.query('begin');
        // What goes on delete takes others with it: all of them without their triggers.
        for (const each of kept.filter((one) => one.startsWith('junbi.')))
          await world.superuser.query(
            `alter table ${each} disable trigger ${trigger}; alter table ${each} disable trigger kept`,
          );
        await expect(world.superuser.query(attempts(table)[at] ?? '')).resolves.toBeDefined();
        await world.superuser.query('rollback');
      }
  });
});

it('of a save and a submission at once, the later sees the earlier', async () => {
  const { member, assessmentId } = await company();
  const TRIALS = 40;
  const outcomes = { saved: 0, closed: 0 };
  let version = 1;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const [saved, submitted] = await Promise.all([
      save(member, assessmentId, { base: version }),
      withCompany(member, (tx) => submitAssessment(tx, { assessmentId, byName })),
    ]);
    expect(submitted.ok).toBe(true);
    version += saved.ok ? 1 : 0;
    expect([true, 'closed']).toContain(saved.ok || saved.reason);
    outcomes[saved.ok ? 'saved' : 'closed'] += 1;
    const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId));
    expect(sheet?.saved.get('A-02.level')?.version).toBe(version);
    expect(await save(member, assessmentId, { base: version })).toMatchObject({ reason: 'closed' });
    await withCompany(member, (tx) => withdrawSubmission(tx, { assessmentId, byName }));
  }
  expect(outcomes.saved + outcomes.closed).toBe(TRIALS);
});
