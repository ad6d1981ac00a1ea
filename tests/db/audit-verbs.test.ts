import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOfFrozen } from '#assessments/frozen-result.ts';
import { loadEdition } from '#assessments/library.ts';
import * as answers from '#db/answers.ts';
import * as states from '#db/assessment-states.ts';
import * as assessments from '#db/assessments.ts';
import type { Wanted } from '#db/audit-actions.ts';
import * as audit from '#db/audit.ts';
import * as auditLog from '#db/audit-log.ts';
import * as carriedPlan from '#db/carried-plan.ts';
import * as carrying from '#db/carrying.ts';
import * as companies from '#db/companies.ts';
import * as content from '#db/content.ts';
import type { Terms } from '#db/engagements.ts';
import * as engagements from '#db/engagements.ts';
import * as evidence from '#db/evidence.ts';
import * as exports from '#db/export.ts';
import * as imports from '#db/import.ts';
import * as invitations from '#db/invitations.ts';
import * as leaving from '#db/leaving.ts';
import * as members from '#db/members.ts';
import { readReach } from '#db/part.ts';
import * as contributions from '#db/contributions.ts';
import * as participation from '#db/participation.ts';
import * as comments from '#db/comments.ts';
import * as reviews from '#db/review-dates.ts';
import * as tasks from '#db/section-tasks.ts';
import * as planItems from '#db/plan-items.ts';
import { planPlace } from '#db/plan-place.ts';
import * as plans from '#db/plans.ts';
import * as profiles from '#db/profiles.ts';
import * as scenarios from '#db/scenarios.ts';
import * as results from '#db/signed-results.ts';
import * as supportFacts from '#db/support-facts.ts';
import { withCompany, withNewCompany, type CompanyTx, type Member } from '#db/tenant.ts';
import * as worksheets from '#db/worksheets.ts';
import { promoted, wish } from './planned.ts';
import { exportedVerbs, verbsIn, type Verb } from './exported-verbs.ts';
import { furnish } from './furnished.ts';
import { letter, released, type Thing } from './verbs.ts';
import { assessmentOf, grantAccess, openWorld, signedIn, withRole, type World } from './world.ts';

// AUD-2: every exported verb of db/ that takes a company's transaction either reads, or writes exactly one
// entry in that transaction. A verb that is added without a line here fails the first test.

let world: World;
let mine: Member;
let viewer: Member;
let things: Record<Thing, string>;
let assessmentId: string;
let evidenceId: string;
beforeAll(async () => {
  world = await openWorld({ editions: ['2026-11', '2026-12'].map((id) => loadEdition(id)) });
  const furnished = await furnish(world, '自社');
  ({ things } = furnished);
  mine = furnished.company.owner;
  viewer = await grantAccess(world, mine, await signedIn(), { canWrite: false });
  assessmentId = await assessmentOf(mine);
  evidenceId = randomUUID();
});
afterAll(() => world.close());

const byName = '田中';
const answer = (more: Partial<answers.AnswerToSave>): answers.AnswerToSave => ({
  assessmentId,
  questionId: 'A-04.level',
  questionnaire: 'governance',
  base: 0,
  answer: { level: 1 },
  note: null,
  requestId: randomUUID(),
  byName,
  ...more,
});
const useOf = () => ({
  assessmentId,
  of: evidenceId,
  evidenceId: randomUUID(),
  questionId: 'A-05.level',
  questionnaire: 'governance',
  byName,
});
const reference = () => ({
  assessmentId,
  evidenceId,
  questionId: 'A-04.level',
  questionnaire: 'governance',
  title: '規程',
  versionLabel: null,
  dated: null,
  ownerRole: 'legal' as const,
  location: 'file-server' as const,
  sha256: null,
  byName,
});
const profile = (base: number) => ({
  base,
  facts: { employees: 48 },
  requestId: randomUUID(),
  byName,
});
const [scenarioId, planId] = [randomUUID(), randomUUID()];
const whatIf = (id: string) => ({ scenarioId: id, assessmentId, name: '案', wish, byName });
const promotion = () => ({ planId: randomUUID(), assessmentId, scenarioId, ...promoted, byName });
const item = (base: number) => ({
  planId,
  actionId: 'M001',
  base,
  state: 'doing' as const,
  ownerRole: 'legal' as const,
  dueOn: '2026-12-01',
  evidenceId: null,
  reason: null,
  requestId: randomUUID(),
  byName,
});
const task = (base: number) => ({
  assessmentId,
  section: 'A',
  base,
  owner: null,
  dueOn: '2027-01-31',
  byName,
});
const review = (base: number) => ({ assessmentId, base, dueOn: '2027-11-30', byName });
const commentId = randomUUID();
const said = (id: string) => ({
  commentId: id,
  assessmentId,
  questionId: 'A-04.level',
  questionnaire: 'governance',
  body: '確かめてください',
  mentions: [],
  byName,
});
const support = (base: number) => ({
  base,
  facts: { salesLastYear: { value: 48 } },
  requestId: randomUUID(),
  byName,
});
const scope = (base: number) => ({
  assessmentId,
  base,
  mode: 'full' as const,
  stage: 'holding' as const,
  overlays: [],
});
const started = (id: string) => ({
  assessmentId: id,
  editionId: '2026-11',
  mode: 'full' as const,
  stage: 'holding' as const,
  title: '二つ目',
  byName,
});

const terms: Terms = { scope: 'answer', questionnaires: ['governance'], days: 30 };
const asViewer = { role: 'viewer', sections: null } as const;
const invite = (tx: CompanyTx, offer: invitations.Offer) =>
  invitations.invite(tx, { ...letter(), email: `${randomUUID()}@example.jp`, offer });
const withdraw = invitations.withdrawInvitation;
const leave = participation.leaveAssociation;
const withdrawn = contributions.withdrawContribution;
const anew = {
  engagementId: randomUUID(),
  scope: 'read' as const,
  questionnaires: null,
  days: 30,
  startsAt: null,
  byName,
  get consultancyId() {
    return things.consultancy;
  },
};

/** What a verb changes: the calls that do, in this order, and the action that each of them is. */
type Changes = {
  does: readonly {
    action: Wanted;
    call: (tx: CompanyTx) => Promise<unknown>;
    /** Who does it, where it is not the owner. */
    by?: () => Promise<Member>;
  }[];
  /** The same once more, or what is refused as it stands: no entry. */
  idle?: (tx: CompanyTx) => Promise<unknown>;
  /** What somebody may not do who only reads: one entry that says so. */
  refused?: (tx: CompanyTx) => Promise<unknown>;
};

const notice = { subject: '削除', bodyText: '30日後に消えます。' };
const notices = { ja: notice, en: notice };
const request = randomUUID();
const declarer = async () => withRole(mine, await signedIn(), { role: 'declarer', sections: null });
const second = randomUUID();
const third = randomUUID();
const of = (id: string) => ({ assessmentId: id, byName });
const onward = (id: string) => ({
  assessmentId: id,
  fromAssessmentId: second,
  editionId: '2026-12',
  title: '次の版',
  byName,
});
const resultId = randomUUID();
const signing = (expected: string) => ({
  ...of(second),
  resultId,
  expected,
  now: new Date('2026-11-27T00:00:00Z'),
  sign: () => ({ signature: '0'.repeat(128), keyId: '0'.repeat(16), publicKey: 'A'.repeat(60) }),
});
async function signSecond(tx: CompanyTx) {
  const sheet = await worksheets.readWorksheet(tx, second);
  if (!sheet) throw new Error('There is no second assessment.');
  return results.signAssessment(tx, signing(fingerprintOfFrozen(results.frozenOf(sheet))));
}
const changes: Record<string, Changes> = {
  'companies.renameCompany': {
    does: [{ action: 'company.renamed', call: (tx) => companies.renameCompany(tx, '新') }],
    refused: (tx) => companies.renameCompany(tx, '別'),
  },
  'profiles.saveProfile': {
    does: [{ action: 'profile.saved', call: (tx) => profiles.saveProfile(tx, profile(1)) }],
    idle: (tx) => profiles.saveProfile(tx, profile(1)),
    refused: (tx) => profiles.saveProfile(tx, profile(2)),
  },
  'scenarios.addScenario': {
    does: [
      { action: 'scenario.added', call: (tx) => scenarios.addScenario(tx, whatIf(scenarioId)) },
    ],
    idle: (tx) => scenarios.addScenario(tx, whatIf(scenarioId)),
    refused: (tx) => scenarios.addScenario(tx, whatIf(randomUUID())),
  },
  'plans.promoteScenario': {
    does: [
      {
        action: 'plan.promoted',
        call: (tx) => plans.promoteScenario(tx, { ...promotion(), planId }),
      },
    ],
    idle: (tx) => plans.promoteScenario(tx, { ...promotion(), planId }),
    refused: (tx) => plans.promoteScenario(tx, promotion()),
  },
  'plan-items.saveItem': {
    does: [{ action: 'plan-item.saved', call: (tx) => planItems.saveItem(tx, item(1)) }],
    idle: (tx) => planItems.saveItem(tx, item(1)),
    refused: (tx) => planItems.saveItem(tx, item(2)),
  },
  'section-tasks.assignSection': {
    does: [{ action: 'section.assigned', call: (tx) => tasks.assignSection(tx, task(0)) }],
    idle: (tx) => tasks.assignSection(tx, task(0)),
    refused: (tx) => tasks.assignSection(tx, task(1)),
  },
  'review-dates.setReviewDate': {
    does: [
      { action: 'review.set', call: (tx) => reviews.setReviewDate(tx, review(0)) },
      {
        action: 'review.set',
        call: (tx) => reviews.setReviewDate(tx, { ...review(1), dueOn: null }),
      },
    ],
    idle: (tx) => reviews.setReviewDate(tx, review(0)),
    refused: (tx) => reviews.setReviewDate(tx, review(2)),
  },
  'comments.addComment': {
    does: [{ action: 'comment.added', call: (tx) => comments.addComment(tx, said(commentId)) }],
    idle: (tx) => comments.addComment(tx, said(commentId)),
    refused: (tx) => comments.addComment(tx, said(randomUUID())),
  },
  'comments.settleComment': {
    does: [
      {
        action: 'comment.settled',
        call: (tx) => comments.settleComment(tx, { commentId, byName }),
      },
    ],
    idle: (tx) => comments.settleComment(tx, { commentId, byName }),
    refused: (tx) => comments.settleComment(tx, { commentId, byName }),
  },
  'scenarios.removeScenario': {
    does: [
      {
        action: 'scenario.removed',
        call: (tx) => scenarios.removeScenario(tx, { assessmentId, scenarioId }),
      },
    ],
    idle: (tx) => scenarios.removeScenario(tx, { assessmentId, scenarioId }),
  },
  'support-facts.saveSupportFacts': {
    does: [
      {
        action: 'support-facts.saved',
        call: (tx) => supportFacts.saveSupportFacts(tx, support(1)),
      },
    ],
    idle: (tx) => supportFacts.saveSupportFacts(tx, support(1)),
    refused: (tx) => supportFacts.saveSupportFacts(tx, support(2)),
  },
  'assessments.startAssessment': {
    does: [
      {
        action: 'assessment.started',
        call: (tx) => assessments.startAssessment(tx, started(second)),
      },
    ],
    idle: (tx) => assessments.startAssessment(tx, started(second)),
    refused: (tx) => assessments.startAssessment(tx, started(randomUUID())),
  },
  'assessments.changeScope': {
    does: [
      { action: 'assessment.scope-changed', call: (tx) => assessments.changeScope(tx, scope(1)) },
    ],
    idle: (tx) => assessments.changeScope(tx, scope(1)),
    refused: (tx) => assessments.changeScope(tx, scope(2)),
  },
  'assessment-states.submitAssessment': {
    does: [
      { action: 'assessment.submitted', call: (tx) => states.submitAssessment(tx, of(second)) },
    ],
    idle: (tx) => states.submitAssessment(tx, of(second)),
    refused: (tx) => states.submitAssessment(tx, of(second)),
  },
  'assessment-states.withdrawSubmission': {
    does: [
      { action: 'assessment.withdrawn', call: (tx) => states.withdrawSubmission(tx, of(second)) },
    ],
    idle: (tx) => states.withdrawSubmission(tx, of(second)),
    refused: (tx) => states.withdrawSubmission(tx, of(second)),
  },
  'assessment-states.returnAssessment': {
    does: [
      { action: 'assessment.submitted', call: (tx) => states.submitAssessment(tx, of(second)) },
      {
        action: 'assessment.returned',
        call: (tx) => states.returnAssessment(tx, { ...of(second), reason: '様式が古い' }),
      },
    ],
    idle: (tx) => states.returnAssessment(tx, { ...of(second), reason: '様式が古い' }),
    refused: (tx) => states.returnAssessment(tx, { ...of(second), reason: '様式が古い' }),
  },
  'signed-results.signAssessment': {
    does: [
      { action: 'assessment.submitted', call: (tx) => states.submitAssessment(tx, of(second)) },
      { action: 'assessment.approved', call: signSecond, by: declarer },
    ],
    idle: signSecond,
    refused: (tx) =>
      results.signAssessment(tx, { ...signing('0'.repeat(64)), resultId: randomUUID() }),
  },
  'assessment-states.reopenAssessment': {
    does: [
      {
        action: 'assessment.reopened',
        call: (tx) => states.reopenAssessment(tx, { ...of(second), reason: '訂正' }),
      },
    ],
    idle: (tx) => states.reopenAssessment(tx, { ...of(second), reason: '訂正' }),
    refused: (tx) => states.reopenAssessment(tx, { ...of(second), reason: '訂正' }),
  },
  'carrying.carryForward': {
    does: [
      { action: 'assessment.carried', call: (tx) => carrying.carryForward(tx, onward(third)) },
    ],
    idle: (tx) => carrying.carryForward(tx, onward(third)),
    refused: (tx) => carrying.carryForward(tx, onward(randomUUID())),
  },
  'carrying.undoCarrying': {
    does: [
      { action: 'assessment.carry-undone', call: (tx) => carrying.undoCarrying(tx, of(third)) },
    ],
    idle: (tx) => carrying.undoCarrying(tx, of(third)),
    refused: (tx) => carrying.undoCarrying(tx, of(third)),
  },
  'answers.saveAnswer': {
    does: [
      {
        action: 'answer.saved',
        call: (tx) => answers.saveAnswer(tx, answer({ requestId: request })),
      },
      {
        action: 'answer.taken-back',
        call: (tx) => answers.saveAnswer(tx, answer({ base: 1, answer: { cleared: true } })),
      },
    ],
    idle: (tx) => answers.saveAnswer(tx, answer({ requestId: request })),
    refused: (tx) => answers.saveAnswer(tx, answer({ base: 2 })),
  },
  'evidence.addEvidence': {
    does: [{ action: 'evidence.noted', call: (tx) => evidence.addEvidence(tx, reference()) }],
    idle: (tx) => evidence.addEvidence(tx, reference()),
    refused: (tx) => evidence.addEvidence(tx, { ...reference(), evidenceId: randomUUID() }),
  },
  'evidence.useEvidence': {
    does: [{ action: 'evidence.noted', call: (tx) => evidence.useEvidence(tx, useOf()) }],
    idle: (tx) => evidence.useEvidence(tx, useOf()),
    refused: (tx) => evidence.useEvidence(tx, { ...useOf(), questionId: 'A-06.level' }),
  },
  'evidence.withdrawEvidence': {
    does: [
      {
        action: 'evidence.withdrawn',
        call: (tx) => evidence.withdrawEvidence(tx, { assessmentId, evidenceId, byName }),
      },
    ],
    idle: (tx) => evidence.withdrawEvidence(tx, { assessmentId, evidenceId, byName }),
    refused: (tx) => evidence.withdrawEvidence(tx, { assessmentId, evidenceId, byName }),
  },
  'invitations.invite': {
    does: [
      { action: 'invitation.sent', call: (tx) => invite(tx, { kind: 'member', ...asViewer }) },
      { action: 'invitation.sent', call: (tx) => invite(tx, { kind: 'engagement', ...terms }) },
    ],
    refused: (tx) => invite(tx, { kind: 'member', ...asViewer }),
  },
  'invitations.withdrawInvitation': {
    does: [{ action: 'invitation.withdrawn', call: (tx) => withdraw(tx, things.invitation) }],
    idle: (tx) => withdraw(tx, things.invitation),
    refused: (tx) => withdraw(tx, things.invitation),
  },
  'members.changeRole': {
    does: [
      {
        action: 'member.role-changed',
        call: (tx) => members.changeRole(tx, things.member, { role: 'respondent', sections: 'AC' }),
      },
    ],
    idle: (tx) => members.changeRole(tx, randomUUID(), asViewer),
    refused: (tx) => members.changeRole(tx, things.member, { role: 'owner', sections: null }),
  },
  'members.revokeMember': {
    does: [{ action: 'member.removed', call: (tx) => members.revokeMember(tx, things.member) }],
    idle: (tx) => members.revokeMember(tx, things.member),
    refused: (tx) => members.revokeMember(tx, things.member),
  },
  'members.leaveCompany': {
    does: [
      {
        action: 'member.left',
        call: members.leaveCompany,
        by: async () => grantAccess(world, mine, await signedIn()),
      },
    ],
    // The last owner cannot go.
    idle: members.leaveCompany,
  },
  'engagements.grantEngagement': {
    does: [{ action: 'engagement.granted', call: (tx) => engagements.grantEngagement(tx, anew) }],
    idle: (tx) => engagements.grantEngagement(tx, anew),
    refused: (tx) => engagements.grantEngagement(tx, { ...anew, engagementId: randomUUID() }),
  },
  'engagements.revokeEngagement': {
    does: [{ action: 'engagement.ended', call: (tx) => engagements.revokeEngagement(tx, anew) }],
    idle: (tx) => engagements.revokeEngagement(tx, anew),
    refused: (tx) => engagements.revokeEngagement(tx, anew),
  },
  'contributions.contribute': {
    does: [
      {
        action: 'contribution.released',
        call: (tx) => contributions.contribute(tx, released(things.association)),
      },
    ],
    refused: (tx) => contributions.contribute(tx, released(things.association)),
  },
  'contributions.withdrawContribution': {
    does: [{ action: 'contribution.withdrawn', call: (tx) => withdrawn(tx, things.association) }],
    idle: (tx) => withdrawn(tx, things.association),
    refused: (tx) => withdrawn(tx, things.association),
  },
  'participation.leaveAssociation': {
    does: [{ action: 'association.left', call: (tx) => leave(tx, things.association) }],
    idle: (tx) => leave(tx, things.association),
    refused: (tx) => leave(tx, things.association),
  },
  'export.exportCompany': {
    does: [{ action: 'export.made', call: (tx) => exports.exportCompany(tx, []) }],
    refused: (tx) => exports.exportCompany(tx, []),
  },
  'leaving.askErasure': {
    does: [{ action: 'erasure.asked', call: (tx) => leaving.askErasure(tx, notices) }],
    idle: (tx) => leaving.askErasure(tx, notices),
    refused: (tx) => leaving.askErasure(tx, notices),
  },
  'leaving.recallErasure': {
    does: [{ action: 'erasure.recalled', call: (tx) => leaving.recallErasure(tx, notices) }],
    idle: (tx) => leaving.recallErasure(tx, notices),
  },
  'audit.recordRefusal': {
    does: [
      {
        action: 'access.refused',
        call: (tx) => audit.recordRefusal(tx, 'company.renamed', 'company/name'),
      },
    ],
  },
  'audit.recordView': {
    does: [
      {
        action: 'screen.viewed',
        call: (tx) => audit.recordView(tx, { screen: 'gaps', assessment: null, item: null }),
      },
    ],
  },
};

/** What founds a company needs a door of its own. */
const founds: Record<string, { action: Wanted; call: (tx: CompanyTx) => Promise<unknown> }> = {
  'companies.foundCompany': {
    action: 'company.founded',
    call: (tx) => companies.foundCompany(tx, { name: '新設', byName }),
  },
  'import.importCompany': {
    action: 'company.imported',
    call: (tx) =>
      imports.importCompany(tx, {
        format: 'junbi-export-1',
        company: {
          companyId: randomUUID(),
          name: '移転',
          createdByName: byName,
          createdAt: '2026-11-22T00:00:00.000Z',
        },
        profiles: [],
        supportFacts: [],
        scenarios: [],
        plans: [],
        sectionTasks: [],
        reviewDates: [],
        comments: [],
        commentSettlements: [],
        carryings: [],
        states: [],
        signedResults: [],
        planItems: [],
        assessments: [],
        pastScopes: [],
        answers: [],
        evidence: [],
        withdrawals: [],
        members: [],
        engagements: [],
        associations: [],
      }),
  },
};

/** What only reads: run in a transaction that PostgreSQL lets write nothing. */
const reads: Record<string, (tx: CompanyTx) => Promise<unknown>> = {
  'assessment-states.listStates': (tx) => states.listStates(tx, assessmentId),
  'assessments.stateOf': (tx) => assessments.stateOf(tx, assessmentId),
  'carried-plan.previewCarriedPlan': (tx) =>
    carriedPlan.previewCarriedPlan(tx, { assessmentId, edition: loadEdition('2026-12') }),
  'carrying.readFollower': (tx) => carrying.readFollower(tx, '2026-11'),
  'carrying.previewCarry': (tx) =>
    carrying.previewCarry(tx, { assessmentId, editionId: '2026-12' }),
  'carrying.carriedFrom': (tx) => carrying.carriedFrom(tx, assessmentId),
  'carrying.carriedTo': (tx) => carrying.carriedTo(tx, assessmentId),
  'signed-results.listSignedResults': (tx) => results.listSignedResults(tx, assessmentId),
  'signed-results.newestSignedResult': (tx) =>
    results.newestSignedResult(tx, { mode: 'standard', stage: 'application' }),
  'signed-results.getSignedResult': (tx) => results.getSignedResult(tx, randomUUID()),
  'answers.currentAnswers': (tx) => answers.currentAnswers(tx, assessmentId),
  'answers.answerHistory': (tx) => answers.answerHistory(tx, assessmentId, 'A-04.level'),
  'assessments.getAssessment': (tx) => assessments.getAssessment(tx, assessmentId),
  'assessments.listAssessments': (tx) => assessments.listAssessments(tx),
  'audit-log.readLog': (tx) => auditLog.readLog(tx, {}),
  'audit-log.readChain': (tx) => auditLog.readChain(tx, []),
  'companies.getCompany': (tx) => companies.getCompany(tx),
  'content.readEditionOf': (tx) => content.readEditionOf(tx, assessmentId),
  'engagements.actingEngagement': (tx) => engagements.actingEngagement(tx),
  'engagements.listEngagements': (tx) => engagements.listEngagements(tx),
  'invitations.listInvitations': (tx) => invitations.listInvitations(tx),
  'members.listMembers': (tx) => members.listMembers(tx),
  'part.readReach': (tx) => readReach(tx),
  'contributions.filledBy': (tx) => contributions.filledBy(tx, assessmentId),
  'contributions.listContributions': (tx) => contributions.listContributions(tx),
  'participation.listJoinedAssociations': (tx) => participation.listJoinedAssociations(tx),
  'content.readEdition': (tx) => content.readEdition(tx, '2026-11'),
  'content.readNewestEdition': (tx) => content.readNewestEdition(tx),
  'content.listEditions': (tx) => content.listEditions(tx),
  'assessments.getAssessmentBefore': (tx) =>
    assessments.getAssessmentBefore(tx, assessmentId, new Date()),
  'evidence.listEvidence': (tx) => evidence.listEvidence(tx, { assessmentId }),
  'section-tasks.listSectionTasks': (tx) => tasks.listSectionTasks(tx, assessmentId),
  'review-dates.listReviewDates': (tx) => reviews.listReviewDates(tx),
  'review-dates.readReviewDate': (tx) => reviews.readReviewDate(tx, assessmentId),
  'comments.listComments': (tx) => comments.listComments(tx, assessmentId, 'A-04.level'),
  'comments.listMentions': (tx) => comments.listMentions(tx),
  'plan-items.findItem': (tx) => planItems.findItem(tx, planId, 'M001'),
  'plan-items.listItems': (tx) => planItems.listItems(tx, planId),
  'plan-place.planPlace': (tx) => planPlace(tx, assessmentId),
  'plans.currentPlan': (tx) => plans.currentPlan(tx, assessmentId),
  'scenarios.listScenarios': (tx) => scenarios.listScenarios(tx, assessmentId),
  'profiles.currentProfile': (tx) => profiles.currentProfile(tx),
  'support-facts.currentSupportFacts': (tx) => supportFacts.currentSupportFacts(tx),
  'leaving.readErasure': (tx) => leaving.readErasure(tx),
  'worksheets.readWorksheet': (tx) => worksheets.readWorksheet(tx, assessmentId),
  'worksheets.readNewestWorksheet': (tx) => worksheets.readNewestWorksheet(tx),
  'worksheets.readProfileSheet': (tx) => worksheets.readProfileSheet(tx),
};

/**
 * The tools of this very log, and of hand-written statements: they say what a verb does. And what follows
 * from what is logged: the summaries that consultancies see, messages to the owners.
 */
const tools = [
  'audit.record',
  'rows.rows',
  // Called by profiles and support-facts alone.
  'fact-versions.currentFacts',
  'fact-versions.saveFacts',
  'outcome.granted',
  'client-summaries.keepingSummaries',
  'client-summaries.summarise',
  'notices.tellOwners',
];

const takesCompany = ({ doors }: Verb) => doors.includes('CompanyTx') || doors.includes('AnyTx');

const entries = async (companyId = mine.companyId) => {
  const { rows } = await world.superuser.query<{ action: string }>(
    'select action from audit.entry where company_id = $1 order by seq',
    [companyId],
  );
  return rows.map(({ action }) => action);
};

async function added(member: Member, call: (tx: CompanyTx) => Promise<unknown>) {
  const before = (await entries()).length;
  await withCompany(member, call);
  return (await entries()).slice(before);
}

describe('every verb of a company', () => {
  it('stands in one of these lists', () => {
    const listed = [changes, founds, reads].flatMap((list) => Object.keys(list));
    const verbs = exportedVerbs().filter(takesCompany);
    expect([...listed, ...tools].toSorted()).toEqual(verbs.map(({ verb }) => verb).toSorted());
  });

  it('is found in the source when it is added (the control)', () => {
    const planted = 'export async function shred(tx: CompanyTx, id: string): Promise<void> {}';
    expect(verbsIn('shreds', planted).filter(takesCompany)).toHaveLength(1);
  });
});

describe('a verb that changes something', () => {
  it.each(Object.entries(changes))('%s writes exactly one entry each time', async (_, verb) => {
    for (const { action, call, by } of verb.does)
      expect(await added(by ? await by() : mine, call)).toEqual([action]);
    const { idle, refused } = verb;
    expect(idle ? await added(mine, idle) : []).toEqual([]);
    const once = ['access.refused'];
    expect(refused ? await added(viewer, refused) : once).toEqual(once);
  });

  it.each(Object.entries(founds))('%s begins the chain with one entry', async (_, verb) => {
    const member = { ...mine, companyId: randomUUID() };
    await withNewCompany(member, verb.call);
    expect(await entries(member.companyId)).toEqual([verb.action]);
  });
});

const readOnly = (call: (tx: CompanyTx) => Promise<unknown>) => async (tx: CompanyTx) => {
  await tx.execute(sql`set transaction read only`);
  return call(tx);
};

describe('a verb that reads', () => {
  it.each(Object.entries(reads))('%s changes nothing and writes no entry', async (_, call) => {
    expect(await added(mine, readOnly(call))).toEqual([]);
  });

  it('could not write there (the control)', async () => {
    const writes = readOnly((tx) => companies.renameCompany(tx, 'x'));
    await expect(withCompany(mine, writes)).rejects.toMatchObject({ code: '25006' });
  });
});
