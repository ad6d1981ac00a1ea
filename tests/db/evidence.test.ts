import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addEvidence, listEvidence, useEvidence, withdrawEvidence } from '#db/evidence.ts';
import { frozenOf } from '#db/signed-results.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import {
  assessmentOf,
  companyOf,
  grantAccess,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';

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

const use = (member: Member, given: { assessmentId: string; of: string; questionId?: string }) =>
  withCompany(member, (tx) =>
    useEvidence(tx, {
      questionId: 'A-05.level',
      questionnaire: 'governance',
      evidenceId: randomUUID(),
      byName: '鈴木',
      ...given,
    }),
  );

const dated = { coversFrom: '2026-04-01', coversTo: '2026-09-30', validUntil: '2027-03-31' };

it('a document stands beside several answers, with all that was written of it, once beside each', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const of = randomUUID();
  await add(member, assessmentId, of, dated);
  expect(await use(member, { assessmentId, of })).toEqual({ ok: true });
  expect(await use(member, { assessmentId, of })).toEqual({ ok: true });
  const [first, second, ...more] = await list(member, assessmentId);
  expect(more).toEqual([]);
  const document = { ...reference, ...dated, documentId: of };
  expect(first).toMatchObject({ ...document, evidenceId: of, byName: '田中' });
  expect(second).toMatchObject({ ...document, questionId: 'A-05.level', byName: '鈴木' });
  // Of a use one more use can be made: it is still the same document.
  const again = { assessmentId, of: second?.evidenceId ?? '', questionId: 'A-06.level' };
  expect(await use(member, again)).toEqual({ ok: true });
  const named = (await list(member, assessmentId)).map(({ documentId }) => documentId);
  expect(named).toEqual([of, of, of]);
});

it('what is signed names a document once, with every answer that it stands beside', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const of = randomUUID();
  await add(member, assessmentId, of, dated);
  await use(member, { assessmentId, of });
  const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId));
  if (!sheet) throw new Error('The assessment is not there.');
  expect(frozenOf(sheet).evidence).toMatchObject([
    {
      id: of,
      questions: ['A-04.level', 'A-05.level'],
      validUntil: '2027-03-31',
      covers: { from: '2026-04-01', to: '2026-09-30' },
    },
  ]);
});

it('who only reads is refused, also where the document stands there already', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const of = randomUUID();
  await add(member, assessmentId, of);
  await use(member, { assessmentId, of });
  const viewer = await withRole(member, await signedIn(), { role: 'viewer', sections: null });
  const refused = { ok: false, reason: 'not-allowed' };
  expect(await use(viewer, { assessmentId, of })).toEqual(refused);
  expect(await use(member, { assessmentId, of })).toEqual({ ok: true });
});

it('of many uses of one document beside one answer at the same moment one stands', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const of = randomUUID();
  await add(member, assessmentId, of);
  const all = await Promise.all(Array.from({ length: 8 }, () => use(member, { assessmentId, of })));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(await list(member, assessmentId, 'A-05.level')).toHaveLength(1);
});

it('a document is withdrawn beside one answer, or wherever it is named', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const [of, other] = [randomUUID(), randomUUID()];
  await add(member, assessmentId, of);
  await add(member, assessmentId, other);
  await use(member, { assessmentId, of });
  await use(member, { assessmentId, of, questionId: 'A-06.level' });
  const standing = async () =>
    (await list(member, assessmentId)).flatMap(({ withdrawn, evidenceId, questionId }) =>
      withdrawn === null ? [evidenceId === other ? 'other' : questionId] : [],
    );
  await withdraw(member, assessmentId, of);
  expect((await standing()).toSorted()).toEqual(['A-05.level', 'A-06.level', 'other']);
  // What is withdrawn names nothing any more, and can be used no more.
  expect(await use(member, { assessmentId, of, questionId: 'A-02.level' })).toEqual({
    ok: false,
    reason: 'not-found',
  });
  const [use1 = ''] = (await list(member, assessmentId)).flatMap(({ questionId, evidenceId }) =>
    questionId === 'A-05.level' ? [evidenceId] : [],
  );
  const everywhere = await withCompany(member, (tx) =>
    withdrawEvidence(tx, { assessmentId, evidenceId: use1, everywhere: true, byName: '鈴木' }),
  );
  expect(everywhere).toEqual({ ok: true });
  expect(await standing()).toEqual(['other']);
});

it('a document goes nowhere where its person does not reach', async () => {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessmentOf(member);
  const of = randomUUID();
  await add(member, assessmentId, of);
  const respondent = await grantAccess(world, member, await signedIn(), {
    questionnaires: ['facility'],
  });
  const own = { assessmentId, of, questionId: 'C-01.level', questionnaire: 'facility' };
  expect(await use(respondent, own)).toEqual({ ok: false, reason: 'not-found' });
  const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
  expect(await use(viewer, { assessmentId, of })).toEqual({ ok: false, reason: 'not-allowed' });
  const other = await assessmentOf(member);
  expect(await use(member, { assessmentId: other, of })).toEqual({
    ok: false,
    reason: 'not-found',
  });
  // The owner uses it beside an answer of the respondent's: that use is theirs to see, the first is not.
  expect(await use(member, own)).toEqual({ ok: true });
  expect((await list(respondent, assessmentId)).map(({ questionId }) => questionId)).toEqual([
    'C-01.level',
  ]);
  const [seen] = await list(respondent, assessmentId);
  await withCompany(respondent, (tx) =>
    withdrawEvidence(tx, {
      assessmentId,
      evidenceId: seen?.evidenceId ?? '',
      everywhere: true,
      byName: '回答者',
    }),
  );
  const left = (await list(member, assessmentId)).filter(({ withdrawn }) => withdrawn === null);
  expect(left.map(({ questionId }) => questionId)).toEqual(['A-04.level']);
});
