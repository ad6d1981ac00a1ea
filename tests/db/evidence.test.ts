import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addEvidence, listEvidence, withdrawEvidence } from '#db/evidence.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { assessmentOf, companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reference = {
  questionId: 'A-04.level',
  questionnaire: 'governance',
  title: '派遣労働者の取扱手順',
  versionLabel: '第1版',
  dated: '2026-09-01',
  ownerRole: 'legal',
  location: 'document-system',
  sha256: 'a'.repeat(64),
} as const;

const add = (member: Member, assessmentId: string, evidenceId = randomUUID(), given = {}) =>
  withCompany(member, (tx) =>
    addEvidence(tx, { ...reference, ...given, assessmentId, evidenceId, byName: '田中' }),
  );
const list = (member: Member, assessmentId: string, questionId?: string) =>
  withCompany(member, (tx) =>
    listEvidence(tx, { assessmentId, ...(questionId !== undefined && { questionId }) }),
  );
const withdraw = (member: Member, assessmentId: string, evidenceId: string, byName = '鈴木') =>
  withCompany(member, (tx) => withdrawEvidence(tx, { assessmentId, evidenceId, byName }));

it('a reference is noted once, however often its form is sent', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const evidenceId = randomUUID();
  expect(await add(member, assessmentId, evidenceId)).toEqual({ ok: true });
  expect(await add(member, assessmentId, evidenceId)).toEqual({ ok: true });
  const listed = await list(member, assessmentId);
  expect(listed).toMatchObject([{ ...reference, evidenceId, byName: '田中', withdrawn: null }]);
  expect(await list(member, assessmentId, 'C-01.level')).toEqual([]);
});

it('a form that has noted one reference does not pass off another as noted', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const evidenceId = randomUUID();
  await add(member, assessmentId, evidenceId);
  for (const other of [{ title: '別の手順' }, { versionLabel: null }, { dated: '2026-09-02' }]) {
    expect(await add(member, assessmentId, evidenceId, other)).toEqual({
      ok: false,
      reason: 'request-reused',
    });
  }
  expect(await list(member, assessmentId)).toMatchObject([reference]);
  const atOnce = randomUUID();
  const both = await Promise.all([1, 2].map(() => add(member, assessmentId, atOnce)));
  expect(both).toEqual([{ ok: true }, { ok: true }]);
});

it('a withdrawn reference stays, marked with who and when; the first withdrawal counts', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const evidenceId = randomUUID();
  await add(member, assessmentId, evidenceId);
  expect(await withdraw(member, assessmentId, evidenceId)).toEqual({ ok: true });
  expect(await withdraw(member, assessmentId, evidenceId, '佐藤')).toEqual({ ok: true });
  const [only] = await list(member, assessmentId);
  expect(only?.withdrawn).toMatchObject({ byName: '鈴木' });
  expect(only?.withdrawn?.at).toBeInstanceOf(Date);
});

it('strangers find nothing, viewers change nothing, respondents see their questionnaire', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const evidenceId = randomUUID();
  await add(member, assessmentId, evidenceId);
  const stranger = await companyOf(await signedIn());
  expect(await add(stranger, assessmentId)).toEqual({ ok: false, reason: 'not-found' });
  expect(await withdraw(stranger, assessmentId, evidenceId)).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await list(stranger, assessmentId)).toEqual([]);
  const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
  expect(await add(viewer, assessmentId)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await withdraw(viewer, assessmentId, evidenceId)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await list(viewer, assessmentId)).toHaveLength(1);
  const respondent = await grantAccess(world, member, await signedIn(), {
    questionnaires: ['facility'],
  });
  expect(await list(respondent, assessmentId)).toEqual([]);
  expect(await add(respondent, assessmentId)).toEqual({ ok: false, reason: 'not-allowed' });
  const own = { questionId: 'C-01.level', questionnaire: 'facility' };
  expect(await add(respondent, assessmentId, randomUUID(), own)).toEqual({ ok: true });
});
