import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitAssessment } from '#db/assessment-states.ts';
import { carryForward } from '#db/carrying.ts';
import { addComment, listComments, listMentions, settleComment } from '#db/comments.ts';
import { assignSection, listSectionTasks } from '#db/section-tasks.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { assessed, editions } from './versioned.ts';
import { companyOf, openWorld, signedIn, withRole, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions });
});
afterAll(() => world.close());

const byName = '佐藤';
const nothing = { stage: 'application', mode: 'full', facts: {}, answers: {} } as const;

/** An owner, and two respondents of whom one has section C and the other section D. */
async function company() {
  const owner = await companyOf(await signedIn('佐藤'));
  const [first, second] = [await signedIn('高橋'), await signedIn('田中')];
  const inC = await withRole(owner, first, { role: 'respondent', sections: 'C' });
  const inD = await withRole(owner, second, { role: 'respondent', sections: 'D' });
  const assessmentId = await assessed(owner, nothing);
  return { owner, inC, inD, first, second, assessmentId };
}

const assign = (
  member: Member,
  given: { assessmentId: string; section: string; base: number; owner: string | null },
) => withCompany(member, (tx) => assignSection(tx, { dueOn: '2027-01-29', byName, ...given }));
const tasks = (member: Member, assessmentId: string) =>
  withCompany(member, (tx) => listSectionTasks(tx, assessmentId));

it('a section is given to one who answers in it, and to nobody else', async () => {
  const { owner, inC, inD, first, second, assessmentId } = await company();
  const to = (person: string) =>
    assign(owner, { assessmentId, section: 'C', base: 0, owner: person });
  const stranger = await signedIn('外部');
  for (const nobody of [second.accountId, stranger.accountId])
    expect(await to(nobody)).toEqual({ ok: false, reason: 'no-such-person' });
  expect(await to(first.accountId)).toEqual({ ok: true, version: 1 });
  // The same form sent twice stands once; another one that knew less is told so.
  expect(await to(first.accountId)).toEqual({ ok: true, version: 1 });
  expect(await assign(owner, { assessmentId, section: 'C', base: 0, owner: null })).toMatchObject({
    reason: 'stale',
    theirs: { owner: first.accountId, ownerName: '高橋', dueOn: '2027-01-29' },
  });
  expect(await tasks(owner, assessmentId)).toMatchObject([{ section: 'C', ownerName: '高橋' }]);
  expect(await tasks(inC, assessmentId)).toMatchObject([{ section: 'C', ownerName: '高橋' }]);
  // Who has another section learns nothing of this one.
  expect(await tasks(inD, assessmentId)).toEqual([]);
});

it('only owners and preparers decide who has what, while the assessment is open', async () => {
  const { owner, inC, first, assessmentId } = await company();
  const given = { assessmentId, section: 'C', base: 0, owner: first.accountId };
  expect(await assign(inC, given)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await assign(owner, { ...given, section: 'Z' })).toEqual({
    ok: false,
    reason: 'not-found',
  });
  const foreign = await companyOf(await signedIn('外部'));
  expect(await assign(foreign, given)).toEqual({ ok: false, reason: 'not-found' });
  await withCompany(owner, (tx) => submitAssessment(tx, { assessmentId, byName }));
  expect(await assign(owner, given)).toEqual({ ok: false, reason: 'closed', state: 'submitted' });
  expect(await tasks(owner, assessmentId)).toEqual([]);
});

it('owners of sections come along into the next edition, dates do not', async () => {
  const { owner, first, assessmentId } = await company();
  await assign(owner, { assessmentId, section: 'C', base: 0, owner: first.accountId });
  await assign(owner, { assessmentId, section: 'D', base: 0, owner: null });
  const next = randomUUID();
  const given = { assessmentId: next, fromAssessmentId: assessmentId, editionId: '2026-12' };
  const carried = await withCompany(owner, (tx) =>
    carryForward(tx, { ...given, title: '次の版', byName }),
  );
  expect(carried).toMatchObject({ ok: true });
  expect(await tasks(owner, next)).toMatchObject([
    { section: 'C', version: 1, owner: first.accountId, ownerName: '高橋', dueOn: null },
  ]);
});

const comment = (
  member: Member,
  assessmentId: string,
  { commentId = randomUUID(), questionId = 'C-01.level', mentions = [] as string[] } = {},
) => {
  const questionnaire = questionId.startsWith('C') ? 'facility' : 'personnel';
  const given = { commentId, assessmentId, questionId, questionnaire, mentions };
  return withCompany(member, (tx) =>
    addComment(tx, { ...given, body: '図面の版を確かめてください。', byName }),
  );
};
const said = (member: Member, assessmentId: string, questionId = 'C-01.level') =>
  withCompany(member, (tx) => listComments(tx, assessmentId, questionId));
const mentionsOf = (member: Member) => withCompany(member, (tx) => listMentions(tx));

it('a comment stands for who sees the section, and asks whom it mentions until it is settled', async () => {
  const { owner, inC, inD, first, second, assessmentId } = await company();
  const commentId = randomUUID();
  const asking = { commentId, mentions: [first.accountId] };
  expect(await comment(owner, assessmentId, asking)).toEqual({ ok: true });
  expect(await comment(owner, assessmentId, asking)).toEqual({ ok: true });
  expect(await comment(owner, assessmentId, { mentions: [second.accountId] })).toEqual({
    ok: false,
    reason: 'no-such-person',
  });
  expect(await said(inC, assessmentId)).toMatchObject([
    { commentId, mentionedNames: ['高橋'], settledByName: null },
  ]);
  expect(await mentionsOf(inC)).toMatchObject([{ commentId, assessmentId }]);
  expect(await mentionsOf(owner)).toEqual([]);
  expect(await said(inD, assessmentId)).toEqual([]);
  expect(await comment(inD, assessmentId)).toEqual({ ok: false, reason: 'not-allowed' });

  const settle = (member: Member) =>
    withCompany(member, (tx) => settleComment(tx, { commentId, byName: '高橋' }));
  expect(await settle(inD)).toEqual({ ok: false, reason: 'not-found' });
  expect(await settle(inC)).toEqual({ ok: true });
  expect(await settle(inC)).toEqual({ ok: true });
  expect(await mentionsOf(inC)).toEqual([]);
  expect(await said(owner, assessmentId)).toMatchObject([{ settledByName: '高橋' }]);
});

it('a comment of another company is neither read, nor settled, nor written', async () => {
  const { owner, assessmentId } = await company();
  const commentId = randomUUID();
  await comment(owner, assessmentId, { commentId });
  const foreign = await companyOf(await signedIn('外部'));
  expect(await said(foreign, assessmentId)).toEqual([]);
  expect(await comment(foreign, assessmentId)).toEqual({ ok: false, reason: 'not-found' });
  expect(await withCompany(foreign, (tx) => settleComment(tx, { commentId, byName }))).toEqual({
    ok: false,
    reason: 'not-found',
  });
  // The control: to its own company it is all there.
  expect(await said(owner, assessmentId)).toMatchObject([{ commentId, settledByName: null }]);
});
