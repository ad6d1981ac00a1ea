import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fingerprintOfFrozen } from '#assessments/frozen-result.ts';
import { submitAssessment } from '#db/assessment-states.ts';
import { carryForward, undoCarrying } from '#db/carrying.ts';
import { readReviewDate, setReviewDate } from '#db/review-dates.ts';
import { frozenOf, signAssessment } from '#db/signed-results.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { assessed, editions } from './versioned.ts';
import {
  companyOf,
  engaged,
  consultancyOf,
  atLevel2,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

const byName = '佐藤';
const nothing = { stage: 'application', mode: 'full', facts: {}, answers: {} } as const;

async function company() {
  const owner = await companyOf(await signedIn('佐藤'));
  return { owner, assessmentId: await assessed(owner, nothing) };
}

const set = (member: Member, assessmentId: string, base: number, dueOn: string | null) =>
  withCompany(member, (tx) => setReviewDate(tx, { assessmentId, base, dueOn, byName }));
const read = (member: Member, assessmentId: string) =>
  withCompany(member, (tx) => readReviewDate(tx, assessmentId));

const sign = () => ({
  signature: '0'.repeat(128),
  keyId: '0'.repeat(16),
  publicKey: 'A'.repeat(60),
});
async function signIt(owner: Member, assessmentId: string): Promise<void> {
  const role = { role: 'declarer', sections: null } as const;
  const declarer = await withRole(owner, await signedIn('署名'), role);
  const of = { assessmentId, byName };
  const signed = await withCompany(declarer, async (tx) => {
    const sheet = await readWorksheet(tx, assessmentId);
    if (!sheet) throw new Error('It is not there.');
    const expected = fingerprintOfFrozen(frozenOf(sheet));
    return signAssessment(tx, { ...of, resultId: randomUUID(), expected, now: new Date(), sign });
  });
  expect(signed).toMatchObject({ ok: true });
}

/** Starts the next run, or carries into the next edition. */
async function carry(owner: Member, fromAssessmentId: string, editionId: string): Promise<string> {
  const given = {
    assessmentId: randomUUID(),
    fromAssessmentId,
    editionId,
    title: '次の回',
    byName,
  };
  const carried = await withCompany(owner, (tx) => carryForward(tx, given));
  expect(carried).toMatchObject({ ok: true });
  return given.assessmentId;
}

it('a day of review is set, changed and taken back, and every step stays', async () => {
  const { owner, assessmentId } = await company();
  expect(await read(owner, assessmentId)).toBeNull();
  expect(await set(owner, assessmentId, 0, '2027-11-26')).toEqual({ ok: true, version: 1 });
  expect(await set(owner, assessmentId, 1, '2027-10-29')).toEqual({ ok: true, version: 2 });
  expect(await read(owner, assessmentId)).toMatchObject({
    version: 2,
    dueOn: '2027-10-29',
    byName,
  });
  expect(await set(owner, assessmentId, 2, null)).toEqual({ ok: true, version: 3 });
  expect(await read(owner, assessmentId)).toMatchObject({ version: 3, dueOn: null });
  const { rows } = await world.superuser.query<{ day: string | null }>(
    'select due_on::text as day from junbi.review_date where assessment_id = $1 order by version',
    [assessmentId],
  );
  expect(rows.map(({ day }) => day)).toEqual(['2027-11-26', '2027-10-29', null]);
});

it('the same form sent twice stands once; one that knew less is told what stands', async () => {
  const { owner, assessmentId } = await company();
  const colleague = await withRole(owner, await signedIn('田中'), {
    role: 'preparer',
    sections: null,
  });
  expect(await set(colleague, assessmentId, 0, '2027-11-26')).toEqual({ ok: true, version: 1 });
  expect(await set(colleague, assessmentId, 0, '2027-11-26')).toEqual({ ok: true, version: 1 });
  for (const base of [0, 2])
    expect(await set(owner, assessmentId, base, '2027-10-29')).toMatchObject({
      reason: 'stale',
      theirs: { version: 1, dueOn: '2027-11-26' },
    });
  expect(await read(owner, assessmentId)).toMatchObject({ version: 1, dueOn: '2027-11-26' });
});

/** Whether somebody waits for a lock that another transaction of this database holds. */
async function isWaited(): Promise<boolean> {
  const { rows } = await world.superuser.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

it('of two who set it at once, the second waits, and is told of the first', async () => {
  const { owner, assessmentId } = await company();
  const steps = new EventEmitter();
  const hasSet = once(steps, 'set');
  const mayEnd = once(steps, 'end');
  const first = withCompany(owner, async (tx) => {
    const done = await setReviewDate(tx, { assessmentId, base: 0, dueOn: '2027-11-26', byName });
    steps.emit('set');
    await mayEnd;
    return done;
  });
  await hasSet;
  const second = set(owner, assessmentId, 0, '2027-10-29');
  await expect.poll(isWaited).toBe(true);
  steps.emit('end');
  expect(await first).toEqual({ ok: true, version: 1 });
  expect(await second).toMatchObject({ reason: 'stale', theirs: { dueOn: '2027-11-26' } });
});

it('only owners and preparers set it, everybody else in the company reads it', async () => {
  const { owner, assessmentId } = await company();
  await set(owner, assessmentId, 0, '2027-11-26');
  const roles = [
    { role: 'viewer', sections: null },
    { role: 'declarer', sections: null },
    { role: 'respondent', sections: 'C' },
  ] as const;
  const others: Member[] = [];
  for (const role of roles) others.push(await withRole(owner, await signedIn(), role));
  const advisor = await atLevel2(world, await signedIn('原'));
  others.push(await engaged(owner, { ...advisor, ...(await consultancyOf(advisor)) }));
  for (const other of others) {
    expect(await set(other, assessmentId, 1, null)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await read(other, assessmentId)).toMatchObject({ version: 1, dueOn: '2027-11-26' });
  }
  const { rows } = await world.superuser.query<{ wanted: string }>(
    `select convert_from(payload, 'utf8')::jsonb -> 'fields' ->> 'wanted' as wanted from audit.entry
      where company_id = $1 and action = 'access.refused'`,
    [owner.companyId],
  );
  expect(rows.map(({ wanted }) => wanted)).toEqual(others.map(() => 'review.set'));
});

it('another company neither reads nor sets it', async () => {
  const { owner, assessmentId } = await company();
  await set(owner, assessmentId, 0, '2027-11-26');
  const foreign = await companyOf(await signedIn('外部'));
  expect(await read(foreign, assessmentId)).toBeNull();
  for (const base of [0, 1])
    expect(await set(foreign, assessmentId, base, null)).toEqual({
      ok: false,
      reason: 'not-found',
    });
  // The control: to its own company it is there.
  expect(await read(owner, assessmentId)).toMatchObject({ dueOn: '2027-11-26' });
});

it('what is submitted or signed takes a day, and no more where another run goes on', async () => {
  const { owner, assessmentId } = await company();
  await withCompany(owner, (tx) => submitAssessment(tx, { assessmentId, byName }));
  expect(await set(owner, assessmentId, 0, '2027-11-26')).toEqual({ ok: true, version: 1 });
  await signIt(owner, assessmentId);
  expect(await set(owner, assessmentId, 1, '2027-10-29')).toEqual({ ok: true, version: 2 });

  const next = await carry(owner, assessmentId, '2026-11');
  expect(await set(owner, assessmentId, 2, null)).toEqual({ ok: false, reason: 'closed' });
  expect(await read(owner, next)).toBeNull();
  expect(await set(owner, next, 0, '2028-10-27')).toEqual({ ok: true, version: 1 });
  // Undone, the run before has its day again, and the one that was undone takes none.
  await withCompany(owner, (tx) => undoCarrying(tx, { assessmentId: next, byName }));
  expect(await set(owner, next, 1, null)).toEqual({ ok: false, reason: 'closed' });
  expect(await set(owner, assessmentId, 2, null)).toEqual({ ok: true, version: 3 });
});

it('what was carried into the next edition takes no day, and the new one begins without', async () => {
  const { owner, assessmentId } = await company();
  await set(owner, assessmentId, 0, '2027-11-26');
  const next = await carry(owner, assessmentId, '2026-12');
  expect(await set(owner, assessmentId, 1, null)).toEqual({ ok: false, reason: 'closed' });
  expect(await read(owner, next)).toBeNull();
});
