import { randomUUID } from 'node:crypto';
import { answerHistory, currentAnswers, saveAnswer } from '#db/answers.ts';
import {
  changeScope,
  getAssessment,
  getAssessmentBefore,
  listAssessments,
  startAssessment,
  stateOf,
} from '#db/assessments.ts';
import { readChain, readLog } from '#db/audit-log.ts';
import { previewCarriedPlan } from '#db/carried-plan.ts';
import { keepingSummaries, summarise } from '#db/client-summaries.ts';
import { getCompany, renameCompany } from '#db/companies.ts';
import { readEditionOf } from '#db/content.ts';
import {
  actingEngagement,
  grantEngagement,
  listEngagements,
  revokeEngagement,
} from '#db/engagements.ts';
import { addEvidence, listEvidence, useEvidence, withdrawEvidence } from '#db/evidence.ts';
import { exportCompany } from '#db/export.ts';
import { invite, listInvitations, withdrawInvitation } from '#db/invitations.ts';
import { askErasure, readErasure, recallErasure } from '#db/leaving.ts';
import { changeRole, leaveCompany, listMembers, revokeMember } from '#db/members.ts';
import { readReach } from '#db/part.ts';
import {
  contribute,
  filledBy,
  listContributions,
  withdrawContribution,
} from '#db/contributions.ts';
import { leaveAssociation, listJoinedAssociations } from '#db/participation.ts';
import {
  carriedFrom,
  carriedTo,
  carryForward,
  previewCarry,
  readFollower,
  undoCarrying,
} from '#db/carrying.ts';
import {
  listStates,
  reopenAssessment,
  returnAssessment,
  submitAssessment,
  withdrawSubmission,
} from '#db/assessment-states.ts';
import {
  getSignedResult,
  listSignedResults,
  newestSignedResult,
  signAssessment,
} from '#db/signed-results.ts';
import { addComment, listComments, listMentions, settleComment } from '#db/comments.ts';
import { listReviewDates, readReviewDate, setReviewDate } from '#db/review-dates.ts';
import { assignSection, listSectionTasks } from '#db/section-tasks.ts';
import { findItem, listItems, saveItem } from '#db/plan-items.ts';
import { planPlace } from '#db/plan-place.ts';
import { currentPlan, promoteScenario } from '#db/plans.ts';
import { currentProfile, saveProfile } from '#db/profiles.ts';
import { addScenario, listScenarios, removeScenario } from '#db/scenarios.ts';
import { currentSupportFacts, saveSupportFacts } from '#db/support-facts.ts';
import { newToken } from '#db/session-token.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readNewestWorksheet, readProfileSheet, readWorksheet } from '#db/worksheets.ts';
import { promoted, wish } from './planned.ts';
import { smallEdition } from './small-edition.ts';

/** What an id is the id of. */
export type Thing =
  | 'assessment'
  | 'evidence'
  | 'request'
  | 'profileRequest'
  | 'supportFactsRequest'
  | 'scenario'
  | 'plan'
  | 'itemRequest'
  | 'carried'
  | 'signed'
  | 'signedResult'
  | 'comment'
  | 'member'
  | 'address'
  | 'invitation'
  | 'engagement'
  | 'consultancy'
  | 'association'
  | 'client'
  | 'colleague'
  | 'consultancyInvitation'
  | 'participant'
  | 'officer'
  | 'associationInvitation'
  | 'campaign';
export type Id = (of: Thing) => string;

/** How a verb is called; each `id(…)` is one position that gets the ids of others in turn. */
export type Called<Tx> = (tx: Tx, id: Id) => Promise<unknown>;

export const byName = '佐藤';

/** What a company releases to an association. */
export const released = (associationId: string) => ({
  associationId,
  editionId: '2026-11',
  resultId: '00000000-0000-4000-8000-00000000ff01',
  industry: 'machining',
  region: 'kanto',
  size: 'below-50',
  overall: 'mid' as const,
  holding: 'a'.repeat(64),
  batch: 'b'.repeat(64),
  answeredAtLeastHalf: true,
  byName,
});
const text = { subject: '招待', bodyText: '本文' };
/** An invitation but for its address and its offer. */
export const letter = () =>
  ({ token: newToken(), byName, texts: { ja: text, en: text }, locale: 'ja' }) as const;

const answered = { questionId: 'A-04.level', questionnaire: 'governance' };
const reference = {
  ...answered,
  title: '規程',
  versionLabel: null,
  dated: null,
  ownerRole: 'legal',
  location: 'file-server',
  sha256: null,
  byName,
} as const;

/** Every verb of a company, by file and name: a new one fails the test until it stands here. */
export const companyVerbs: Record<string, Called<CompanyTx>> = {
  'answers.saveAnswer': (tx, id) =>
    saveAnswer(tx, {
      ...answered,
      assessmentId: id('assessment'),
      base: 1,
      answer: { level: 3 },
      note: null,
      requestId: id('request'),
      byName,
    }),
  'assessment-states.submitAssessment': (tx, id) =>
    submitAssessment(tx, { assessmentId: id('assessment'), byName }),
  'assessment-states.withdrawSubmission': (tx, id) =>
    withdrawSubmission(tx, { assessmentId: id('assessment'), byName }),
  'assessment-states.returnAssessment': (tx, id) =>
    returnAssessment(tx, { assessmentId: id('assessment'), reason: '様式が古い', byName }),
  'assessment-states.reopenAssessment': (tx, id) =>
    reopenAssessment(tx, { assessmentId: id('assessment'), reason: '訂正', byName }),
  'assessment-states.listStates': (tx, id) => listStates(tx, id('signed')),
  'assessments.stateOf': (tx, id) => stateOf(tx, id('assessment')).catch(() => null),
  'carried-plan.previewCarriedPlan': (tx, id) =>
    previewCarriedPlan(tx, { assessmentId: id('assessment'), edition: smallEdition() }),
  'carrying.readFollower': (tx) => readFollower(tx, '2026-11'),
  'carrying.previewCarry': (tx, id) =>
    previewCarry(tx, { assessmentId: id('assessment'), editionId: '2026-11' }),
  'carrying.carryForward': (tx, id) =>
    carryForward(tx, {
      assessmentId: id('request'),
      fromAssessmentId: id('assessment'),
      editionId: '2026-11',
      title: '次の版',
      byName,
    }),
  'carrying.undoCarrying': (tx, id) => undoCarrying(tx, { assessmentId: id('carried'), byName }),
  'carrying.carriedFrom': (tx, id) => carriedFrom(tx, id('carried')),
  'carrying.carriedTo': (tx, id) => carriedTo(tx, id('signed')),
  'signed-results.listSignedResults': (tx, id) => listSignedResults(tx, id('signed')),
  'signed-results.newestSignedResult': (tx) =>
    newestSignedResult(tx, { mode: 'standard', stage: 'application' }),
  'signed-results.getSignedResult': (tx, id) => getSignedResult(tx, id('signedResult')),
  'signed-results.signAssessment': (tx, id) =>
    signAssessment(tx, {
      resultId: id('signedResult'),
      assessmentId: id('signed'),
      expected: '0'.repeat(64),
      byName,
      now: new Date(),
      sign: () => ({
        signature: '0'.repeat(128),
        keyId: '0'.repeat(16),
        publicKey: 'A'.repeat(60),
      }),
    }),
  'answers.currentAnswers': (tx, id) => currentAnswers(tx, id('assessment')),
  'answers.answerHistory': (tx, id) => answerHistory(tx, id('assessment'), answered.questionId),
  'assessments.startAssessment': (tx, id) =>
    startAssessment(tx, {
      assessmentId: id('assessment'),
      editionId: '2026-11',
      mode: 'standard',
      stage: 'application',
      title: '二つ目',
      byName,
    }),
  'assessments.getAssessment': (tx, id) => getAssessment(tx, id('assessment')),
  'assessments.getAssessmentBefore': (tx, id) =>
    getAssessmentBefore(tx, id('assessment'), new Date()),
  'assessments.listAssessments': (tx) => listAssessments(tx),
  'assessments.changeScope': (tx, id) =>
    changeScope(tx, {
      assessmentId: id('assessment'),
      base: 1,
      mode: 'full',
      stage: 'holding',
      overlays: [],
    }),
  'audit-log.readChain': (tx) => readChain(tx, []),
  'audit-log.readLog': (tx, id) => readLog(tx, { person: id('member') }),
  'client-summaries.keepingSummaries': (tx) =>
    keepingSummaries(tx, () => renameCompany(tx, '新しい名前')),
  'client-summaries.summarise': (tx) => summarise(tx),
  'companies.getCompany': (tx) => getCompany(tx),
  'companies.renameCompany': (tx) => renameCompany(tx, '新しい名前'),
  'content.readEditionOf': (tx, id) => readEditionOf(tx, id('assessment')),
  'engagements.actingEngagement': (tx) => actingEngagement(tx),
  'engagements.grantEngagement': (tx, id) =>
    grantEngagement(tx, {
      engagementId: id('engagement'),
      consultancyId: id('consultancy'),
      scope: 'read',
      questionnaires: null,
      days: 30,
      startsAt: null,
      byName,
    }),
  'engagements.listEngagements': (tx) => listEngagements(tx),
  'engagements.revokeEngagement': (tx, id) =>
    revokeEngagement(tx, { engagementId: id('engagement'), byName }),
  'evidence.addEvidence': (tx, id) =>
    addEvidence(tx, {
      ...reference,
      assessmentId: id('assessment'),
      evidenceId: id('evidence'),
    }),
  'evidence.useEvidence': (tx, id) =>
    useEvidence(tx, {
      assessmentId: id('assessment'),
      of: id('evidence'),
      evidenceId: randomUUID(),
      questionId: 'A-05.level',
      questionnaire: 'governance',
      byName,
    }),
  'evidence.withdrawEvidence': (tx, id) =>
    withdrawEvidence(tx, {
      assessmentId: id('assessment'),
      evidenceId: id('evidence'),
      byName,
    }),
  'evidence.listEvidence': (tx, id) => listEvidence(tx, { assessmentId: id('assessment') }),
  'export.exportCompany': (tx) => exportCompany(tx, []),
  'invitations.invite': (tx, id) =>
    invite(tx, {
      ...letter(),
      email: id('address'),
      offer: { kind: 'member', role: 'preparer', sections: null },
    }),
  'invitations.listInvitations': (tx) => listInvitations(tx),
  'invitations.withdrawInvitation': (tx, id) => withdrawInvitation(tx, id('invitation')),
  'leaving.askErasure': (tx) => askErasure(tx, { ja: text, en: text }),
  'leaving.readErasure': (tx) => readErasure(tx),
  'leaving.recallErasure': (tx) => recallErasure(tx, { ja: text, en: text }),
  'members.changeRole': (tx, id) =>
    changeRole(tx, id('member'), { role: 'preparer', sections: null }),
  'members.leaveCompany': (tx) => leaveCompany(tx),
  'members.listMembers': (tx) => listMembers(tx),
  'members.revokeMember': (tx, id) => revokeMember(tx, id('member')),
  'part.readReach': (tx) => readReach(tx),
  'contributions.contribute': (tx, id) => contribute(tx, released(id('association'))),
  'contributions.filledBy': (tx, id) => filledBy(tx, id('assessment')),
  'contributions.listContributions': (tx) => listContributions(tx),
  'contributions.withdrawContribution': (tx, id) => withdrawContribution(tx, id('association')),
  'participation.leaveAssociation': (tx, id) => leaveAssociation(tx, id('association')),
  'participation.listJoinedAssociations': (tx) => listJoinedAssociations(tx),
  'section-tasks.assignSection': (tx, id) =>
    assignSection(tx, {
      assessmentId: id('assessment'),
      section: 'A',
      base: 1,
      owner: id('member'),
      dueOn: '2027-01-31',
      byName,
    }),
  'section-tasks.listSectionTasks': (tx, id) => listSectionTasks(tx, id('assessment')),
  'review-dates.setReviewDate': (tx, id) =>
    setReviewDate(tx, { assessmentId: id('assessment'), base: 1, dueOn: '2027-11-30', byName }),
  'review-dates.listReviewDates': (tx) => listReviewDates(tx),
  'review-dates.readReviewDate': (tx, id) => readReviewDate(tx, id('assessment')),
  'comments.addComment': (tx, id) =>
    addComment(tx, {
      commentId: id('request'),
      assessmentId: id('assessment'),
      questionId: answered.questionId,
      questionnaire: 'governance',
      body: '確かめてください',
      mentions: [id('member')],
      byName,
    }),
  'comments.settleComment': (tx, id) => settleComment(tx, { commentId: id('comment'), byName }),
  'comments.listComments': (tx, id) =>
    listComments(tx, id('assessment'), answered.questionId, { limit: 10 }),
  'comments.listMentions': (tx) => listMentions(tx),
  'plan-items.findItem': (tx, id) => findItem(tx, id('plan'), 'M001'),
  'plan-items.listItems': (tx, id) => listItems(tx, id('plan')),
  'plan-items.saveItem': (tx, id) =>
    saveItem(tx, {
      planId: id('plan'),
      actionId: 'M001',
      base: 2,
      state: 'done',
      ownerRole: 'legal',
      dueOn: '2026-12-01',
      evidenceId: id('evidence'),
      reason: null,
      requestId: id('itemRequest'),
      byName,
    }),
  'plan-place.planPlace': (tx, id) => planPlace(tx, id('assessment')),
  'plans.currentPlan': (tx, id) => currentPlan(tx, id('assessment')),
  'plans.promoteScenario': (tx, id) =>
    promoteScenario(tx, {
      planId: id('plan'),
      assessmentId: id('assessment'),
      scenarioId: id('scenario'),
      ...promoted,
      byName,
    }),
  'profiles.currentProfile': (tx) => currentProfile(tx),
  'profiles.saveProfile': (tx, id) =>
    saveProfile(tx, {
      base: 1,
      facts: { employees: 9 },
      requestId: id('profileRequest'),
      byName,
    }),
  'scenarios.addScenario': (tx, id) =>
    addScenario(tx, {
      scenarioId: id('scenario'),
      assessmentId: id('assessment'),
      name: '早く整える案',
      wish,
      byName,
    }),
  'scenarios.listScenarios': (tx, id) => listScenarios(tx, id('assessment')),
  'scenarios.removeScenario': (tx, id) =>
    removeScenario(tx, { assessmentId: id('assessment'), scenarioId: id('scenario') }),
  'support-facts.currentSupportFacts': (tx) => currentSupportFacts(tx),
  'support-facts.saveSupportFacts': (tx, id) =>
    saveSupportFacts(tx, {
      base: 1,
      facts: { salesLastYear: { value: 9 } },
      requestId: id('supportFactsRequest'),
      byName,
    }),
  'worksheets.readWorksheet': (tx, id) => readWorksheet(tx, id('assessment')),
  'worksheets.readNewestWorksheet': (tx) => readNewestWorksheet(tx),
  'worksheets.readProfileSheet': (tx) => readProfileSheet(tx),
};
