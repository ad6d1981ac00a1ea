import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeScope, getAssessment, listAssessments, startAssessment } from '#db/assessments.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { assessmentOf, companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const start = (member: Member, given: { assessmentId?: string; editionId?: string } = {}) =>
  withCompany(member, (tx) =>
    startAssessment(tx, {
      assessmentId: randomUUID(),
      editionId: '2026-11',
      mode: 'quick',
      stage: 'application',
      title: '自己点検',
      byName: '田中',
      ...given,
    }),
  );

it('an assessment is pinned to a published edition', async () => {
  const member = await companyOf(await signedIn());
  const started = await start(member);
  expect(await withCompany(member, listAssessments)).toMatchObject([
    { ...(started.ok && { assessmentId: started.assessmentId }), editionId: '2026-11', version: 1 },
  ]);
  expect(await start(member, { editionId: '1999-01' })).toEqual({
    ok: false,
    reason: 'unknown-edition',
  });
});

it('a form sent twice starts one assessment', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = randomUUID();
  expect(await start(member, { assessmentId })).toEqual(await start(member, { assessmentId }));
  expect(await withCompany(member, listAssessments)).toHaveLength(1);
});

it('mode and stage move, each change on the version that was seen', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const change = (base: number, by = member) =>
    withCompany(by, (tx) =>
      changeScope(tx, { assessmentId, base, mode: 'full', stage: 'holding', overlays: [] }),
    );
  expect(await change(1)).toEqual({ ok: true, version: 2 });
  expect(await change(1)).toMatchObject({
    ok: false,
    reason: 'stale',
    theirs: { mode: 'full', stage: 'holding', version: 2 },
  });
  const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
  expect(await change(2, viewer)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await start(viewer)).toEqual({ ok: false, reason: 'not-allowed' });
  const stranger = await companyOf(await signedIn());
  expect(await change(2, stranger)).toEqual({ ok: false, reason: 'not-found' });
  expect(await withCompany(stranger, (tx) => getAssessment(tx, assessmentId))).toBeNull();
  expect(await change(2)).toMatchObject({ ok: true });
});
