import { z } from 'zod';
import { MODES, ROLES } from '#assessments/questionnaire.ts';
import { STAGES } from '#assessments/gap-model.ts';
import { companyFactsSchema } from '#assessments/subsidies/company-schema.ts';
import { storedAnswerSchema } from './answers.ts';
import { SCOPES } from './engagements.ts';
import { LOCATIONS } from './evidence-locations.ts';
import { MEMBER_ROLES } from './members.ts';
import { planAnswerSchema, scenarioWishSchema } from './plan-json.ts';
import { ITEM_STATES } from './item-states.ts';
import { STATE_CHANGES, STATES } from './state-changes.ts';

/** Where the data stand in an export. */
export const EXPORT_NAME = 'junbi.json';

const at = z.iso.datetime();
const id = z.uuid();
const byName = z.string().min(1).max(80);
const version = z.int().positive();
const questionId = z.string().regex(/^[A-L]-\d\d\.[a-z]+$/);
const questionnaire = z.string().regex(/^[a-z-]+$/);

const company = z.strictObject({
  companyId: id,
  name: z.string().min(1).max(120),
  createdByName: byName,
  createdAt: at,
});
const profile = z.strictObject({
  version,
  facts: z.record(
    z.string().regex(/^[A-Za-z]{1,40}$/),
    z.union([z.boolean(), z.number(), z.string().max(80)]),
  ),
  requestId: id,
  byName,
  at,
});
const supportFacts = z.strictObject({
  version,
  facts: companyFactsSchema,
  requestId: id,
  byName,
  at,
});
const assessment = z.strictObject({
  assessmentId: id,
  editionId: z.string().regex(/^\d{4}-\d{2}$/),
  mode: z.enum(MODES),
  stage: z.enum(STAGES),
  title: z.string().min(1).max(120),
  overlays: z.array(z.string()).default([]),
  /** As its states say: an import makes it from them. */
  state: z.enum(STATES).default('open'),
  version,
  createdByName: byName,
  createdAt: at,
});
const pastScope = z.strictObject({
  assessmentId: id,
  version,
  mode: z.enum(MODES),
  stage: z.enum(STAGES),
  overlays: z.array(z.string()),
  until: at,
});
const answer = z.strictObject({
  assessmentId: id,
  questionId,
  version,
  questionnaire,
  answer: storedAnswerSchema,
  note: z.string().min(1).max(400).nullable(),
  requestId: id,
  byName,
  at,
});
const evidence = z.strictObject({
  evidenceId: id,
  assessmentId: id,
  questionId,
  questionnaire,
  title: z.string().min(1).max(120),
  versionLabel: z.string().min(1).max(40).nullable(),
  dated: z.iso.date().nullable(),
  ownerRole: z.enum(ROLES),
  location: z.enum(LOCATIONS),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  documentId: id.nullable().default(null),
  coversFrom: z.iso.date().nullable().default(null),
  coversTo: z.iso.date().nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
  byName,
  at,
});
const withdrawal = z.strictObject({ evidenceId: id, questionnaire, byName, at });

const scenario = z.strictObject({
  scenarioId: id,
  assessmentId: id,
  name: z.string().min(1).max(60),
  wish: scenarioWishSchema,
  byName,
  at,
});
const plan = z.strictObject({
  planId: id,
  assessmentId: id,
  name: z.string().min(1).max(60),
  wish: scenarioWishSchema,
  answer: planAnswerSchema,
  today: z.iso.date(),
  byName,
  at,
});
const planItem = z.strictObject({
  planId: id,
  actionId: z.string().regex(/^M\d\d\d$/),
  version,
  state: z.enum(ITEM_STATES),
  ownerRole: z.enum(ROLES),
  dueOn: z.iso.date(),
  evidenceId: id.nullable(),
  reason: z.string().min(1).max(200).nullable(),
  requestId: id,
  byName,
  at,
});

const stateChange = z.strictObject({
  assessmentId: id,
  version,
  state: z.enum(STATE_CHANGES),
  reason: z.string().min(1).max(400).nullable(),
  byName,
  at,
});
const carried = z.strictObject({ assessmentId: id, fromAssessmentId: id, byName, at });
const sectionTask = z.strictObject({
  assessmentId: id,
  section: z.string().regex(/^[A-L]$/),
  version,
  /** Accounts belong to no company: what leaves is the name. */
  ownerName: byName.nullable(),
  dueOn: z.iso.date().nullable(),
  byName,
  at,
});
const reviewDate = z.strictObject({
  assessmentId: id,
  version,
  dueOn: z.iso.date().nullable(),
  byName,
  at,
});
const comment = z.strictObject({
  commentId: id,
  assessmentId: id,
  questionId,
  body: z.string().min(1).max(400),
  mentionedNames: z.array(byName).max(10),
  byName,
  at,
});
const commentSettlement = z.strictObject({ commentId: id, byName, at });
const signed = z.strictObject({
  resultId: id,
  assessmentId: id,
  version,
  body: z.string().min(2),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: z.string(),
  byName,
  at,
});

/** Who is let in, as it stood on the day; for reading alone: an import lets nobody in but its owner. */
const member = z.strictObject({
  name: byName,
  email: z.email(),
  role: z.enum(MEMBER_ROLES),
  sections: z.string().nullable(),
  grantedAt: at,
});
const engagement = z.strictObject({
  engagementId: id,
  consultancyId: id,
  consultancyName: z.string().max(120),
  scope: z.enum(SCOPES),
  questionnaires: z.array(questionnaire).nullable(),
  startsAt: at,
  endsAt: at,
  grantedByName: byName,
  revokedAt: at.nullable(),
  revokedByName: byName.nullable(),
});
const membership = z.strictObject({
  associationId: id,
  name: z.string().max(120),
  joinedAt: at,
  joinedByName: byName,
});

/** Everything that a company has in Junbi, but for its access log, which stands beside it. */
export const companyExportSchema = z.strictObject({
  format: z.literal('junbi-export-1'),
  company,
  profiles: z.array(profile),
  /** Absent in exports made before there were any. */
  supportFacts: z.array(supportFacts).default([]),
  assessments: z.array(assessment),
  pastScopes: z.array(pastScope).default([]),
  answers: z.array(answer),
  evidence: z.array(evidence),
  withdrawals: z.array(withdrawal),
  scenarios: z.array(scenario).default([]),
  plans: z.array(plan).default([]),
  planItems: z.array(planItem).default([]),
  sectionTasks: z.array(sectionTask).default([]),
  reviewDates: z.array(reviewDate).default([]),
  comments: z.array(comment).default([]),
  commentSettlements: z.array(commentSettlement).default([]),
  carryings: z.array(carried).default([]),
  states: z.array(stateChange).default([]),
  signedResults: z.array(signed).default([]),
  members: z.array(member),
  engagements: z.array(engagement),
  associations: z.array(membership),
});
export type CompanyExport = z.infer<typeof companyExportSchema>;
