import { date, text, uuid } from 'drizzle-orm/pg-core';
import { ROLES } from '#assessments/questionnaire.ts';
import { LOCATIONS } from '../evidence-locations.ts';
import { deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const evidence = companyTable(
  'evidence',
  {
    evidenceId: uuid('evidence_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    questionId: text('question_id').notNull(),
    questionnaire: text('questionnaire').notNull(),
    title: text('title').notNull(),
    versionLabel: text('version_label'),
    dated: date('dated', { mode: 'string' }),
    ownerRole: text('owner_role', { enum: ROLES }).notNull(),
    location: text('location', { enum: LOCATIONS }).notNull(),
    sha256: text('sha256'),
    /** The reference that named the document first; null for that one. */
    documentId: uuid('document_id'),
    coversFrom: date('covers_from', { mode: 'string' }),
    coversTo: date('covers_to', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    ...deed(),
  },
  'evidenceId',
);

export const evidenceWithdrawal = companyTable(
  'evidence_withdrawal',
  {
    evidenceId: uuid('evidence_id').notNull(),
    questionnaire: text('questionnaire').notNull(),
    ...deed(),
  },
  'evidenceId',
);
