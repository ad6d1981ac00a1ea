import { integer, text, uuid } from 'drizzle-orm/pg-core';
import { STATE_CHANGES } from '../state-changes.ts';
import { deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const assessmentState = companyTable(
  'assessment_state',
  {
    assessmentId: uuid('assessment_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: STATE_CHANGES }).notNull(),
    reason: text('reason'),
    ...deed(),
  },
  'assessmentId',
  'version',
);

export const carrying = companyTable(
  'carrying',
  {
    assessmentId: uuid('assessment_id').notNull(),
    fromAssessmentId: uuid('from_assessment_id').notNull(),
    restsOn: text('rests_on').array().notNull(),
    ...deed(),
  },
  'assessmentId',
);

export const signedResult = companyTable(
  'signed_result',
  {
    resultId: uuid('result_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    version: integer('version').notNull(),
    restsOn: text('rests_on').array().notNull(),
    body: text('body').notNull(),
    signature: text('signature').notNull(),
    keyId: text('key_id').notNull(),
    publicKey: text('public_key').notNull(),
    ...deed(),
  },
  'resultId',
);
