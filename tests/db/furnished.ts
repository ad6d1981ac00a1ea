import { randomUUID } from 'node:crypto';
import { fingerprintOfFrozen } from '#assessments/frozen-result.ts';
import { saveAnswer } from '#db/answers.ts';
import { submitAssessment } from '#db/assessment-states.ts';
import { carryForward } from '#db/carrying.ts';
import { addEvidence } from '#db/evidence.ts';
import { listEngagements } from '#db/engagements.ts';
import { startCampaign } from '#db/campaigns.ts';
import { listInvitations } from '#db/invitations.ts';
import { contribute } from '#db/contributions.ts';
import { listParticipants } from '#db/participation.ts';
import { addComment, settleComment } from '#db/comments.ts';
import { setReviewDate } from '#db/review-dates.ts';
import { assignSection } from '#db/section-tasks.ts';
import { saveItem } from '#db/plan-items.ts';
import { promoteScenario } from '#db/plans.ts';
import { frozenOf, signAssessment } from '#db/signed-results.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { saveProfile } from '#db/profiles.ts';
import { addScenario } from '#db/scenarios.ts';
import { saveSupportFacts } from '#db/support-facts.ts';
import { promoted, wish } from './planned.ts';
import {
  withAssociation,
  withCompany,
  withConsultancy,
  type Consultant,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import { letter, released, type Thing } from './verbs.ts';
import {
  assessmentOf,
  associationOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  grantAccess,
  invited,
  sent,
  signedIn,
  taken,
  withRole,
  type Inviting,
  type World,
} from './world.ts';

export type Things = Record<Thing, string>;

/** A company with its consultancy and its association, the people at work in each, and the ids of all. */
export type Furnished = {
  things: Things;
  /** Its owner, its viewer, and the consultant whom it engaged. */
  company: { owner: Member; viewer: Member; consultant: Member };
  consultancy: { owner: Consultant; colleague: Consultant };
  association: { owner: Officer; officer: Officer };
};

/** `name` is in the names of everybody and of every organisation. */
export async function furnish(world: World, name: string): Promise<Furnished> {
  const founder = async () => atLevel2(world, await signedIn(`${name}の人`));
  const [person, second] = [await founder(), await founder()];
  const member = await companyOf(person, name);
  const viewer = await grantAccess(world, member, second, { canWrite: false });
  const advisor = await founder();
  const office = await consultancyOf(advisor, `${name}の顧問`);
  const consultant = await engaged(member, { ...advisor, ...office });
  const chair = await founder();
  const union = await associationOf(chair, `${name}の工業会`);

  const fromOffice: Inviting = (work) => withConsultancy(office, work);
  const fromUnion: Inviting = (work) => withAssociation(union, work);
  const [colleague, officer] = [await founder(), await founder()];
  await taken(fromOffice, colleague, { kind: 'consultant', role: 'member' });
  await taken(fromUnion, officer, { kind: 'officer', role: 'member' });
  await taken(fromUnion, person, { kind: 'participant' }, member.companyId);
  await withCompany(member, (tx) => contribute(tx, released(union.associationId)));
  const newcomer = `${randomUUID()}@example.jp`;
  await invited(member, newcomer, { kind: 'member', role: 'viewer', sections: null });
  await sent(fromOffice, newcomer, { kind: 'client' });
  await sent(fromUnion, newcomer, { kind: 'participant' });

  const [engagement] = await withCompany(member, listEngagements);
  const [participant] = await withAssociation(union, listParticipants);
  const [invitation] = await withCompany(member, listInvitations);
  const [officesInvitation] = await withConsultancy(office, listInvitations);
  const [unionsInvitation] = await withAssociation(union, listInvitations);
  return {
    things: {
      ...(await worked(member)),
      ...(await signedOff(member)),
      member: second.accountId,
      address: second.email,
      invitation: there(invitation).invitationId,
      engagement: there(engagement).engagementId,
      consultancy: office.consultancyId,
      association: union.associationId,
      client: member.companyId,
      colleague: colleague.accountId,
      consultancyInvitation: there(officesInvitation).invitationId,
      participant: there(participant).membershipId,
      officer: officer.accountId,
      associationInvitation: there(unionsInvitation).invitationId,
      campaign: await campaignOf(union),
    },
    company: { owner: member, viewer, consultant },
    consultancy: {
      owner: office,
      colleague: { ...office, contextDigest: colleague.contextDigest },
    },
    association: { owner: union, officer: { ...union, contextDigest: officer.contextDigest } },
  };
}

function there<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('What was written is not listed.');
  return one;
}

async function campaignOf(union: Officer): Promise<string> {
  const campaignId = randomUUID();
  const started = await withAssociation(union, (tx) =>
    startCampaign(tx, {
      campaignId,
      recipients: [{ ...letter(), email: `${randomUUID()}@example.jp` }],
      message: '内々の案内',
      senderName: '事務局',
      senderAddress: '東京都',
      permission: 'terms',
      permittedSince: '2020-04-01',
      byName: '会長',
      locale: 'ja',
    }),
  );
  if (!started.ok) throw new Error(started.reason);
  return campaignId;
}

/** A second assessment, signed by another person, and the run that goes on from it. */
async function signedOff(member: Member) {
  const [signed, carried, signedResult] = [await assessmentOf(member), randomUUID(), randomUUID()];
  const declarer = await withRole(member, await signedIn('署名'), {
    role: 'declarer',
    sections: null,
  });
  const of = { assessmentId: signed, byName: '田中' };
  await withCompany(member, (tx) => submitAssessment(tx, of));
  const done = await withCompany(declarer, async (tx) => {
    const sheet = there((await readWorksheet(tx, signed)) ?? undefined);
    return signAssessment(tx, {
      ...of,
      resultId: signedResult,
      expected: fingerprintOfFrozen(frozenOf(sheet)),
      now: new Date(),
      sign: () => ({
        signature: '0'.repeat(128),
        keyId: '0'.repeat(16),
        publicKey: 'A'.repeat(60),
      }),
    });
  });
  if (!done.ok) throw new Error(done.reason);
  const on = { assessmentId: carried, fromAssessmentId: signed, editionId: '2026-11' };
  const onward = await withCompany(member, (tx) =>
    carryForward(tx, { ...on, title: '次の回', byName: '田中' }),
  );
  if (!onward.ok) throw new Error(onward.reason);
  return { signed, carried, signedResult };
}

/** What the company has written down. */
async function worked(member: Member) {
  const things = {
    assessment: await assessmentOf(member),
    evidence: randomUUID(),
    request: randomUUID(),
    profileRequest: randomUUID(),
    supportFactsRequest: randomUUID(),
    scenario: randomUUID(),
    plan: randomUUID(),
    itemRequest: randomUUID(),
    comment: randomUUID(),
  };
  const of = { assessmentId: things.assessment, questionId: 'A-04.level', byName: '田中' };
  const governance = { ...of, questionnaire: 'governance' };
  await withCompany(member, async (tx) => {
    await saveAnswer(tx, {
      ...governance,
      base: 0,
      answer: { level: 2 },
      note: '内々のメモ',
      requestId: things.request,
    });
    await addEvidence(tx, {
      ...governance,
      evidenceId: things.evidence,
      title: '内々の規程',
      versionLabel: null,
      dated: null,
      ownerRole: 'legal',
      location: 'file-server',
      sha256: null,
    });
    await saveProfile(tx, {
      base: 0,
      facts: { employees: 48 },
      requestId: things.profileRequest,
      byName: '田中',
    });
    await saveSupportFacts(tx, {
      base: 0,
      facts: { salesLastYear: { value: 48 } },
      requestId: things.supportFactsRequest,
      byName: '田中',
    });
    const { assessmentId, byName } = of;
    const scenarioId = things.scenario;
    await addScenario(tx, { scenarioId, assessmentId, name: '内々の案', wish, byName });
    await promoteScenario(tx, {
      planId: things.plan,
      assessmentId,
      scenarioId,
      ...promoted,
      byName,
    });
    await saveItem(tx, {
      planId: things.plan,
      actionId: 'M001',
      base: 1,
      state: 'doing',
      ownerRole: 'legal',
      dueOn: '2026-12-01',
      evidenceId: null,
      reason: null,
      requestId: things.itemRequest,
      byName,
    });
    await assignSection(tx, {
      assessmentId,
      section: 'A',
      base: 0,
      owner: null,
      dueOn: '2027-01-31',
      byName,
    });
    await setReviewDate(tx, { assessmentId, base: 0, dueOn: '2027-10-29', byName });
    await addComment(tx, {
      ...governance,
      commentId: things.comment,
      body: '内々の相談',
      mentions: [],
    });
    await settleComment(tx, { commentId: things.comment, byName });
  });
  return things;
}
