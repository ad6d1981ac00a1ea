import { date, integer, uuid } from 'drizzle-orm/pg-core';
import { deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const reviewDate = companyTable(
  'review_date',
  {
    assessmentId: uuid('assessment_id').notNull(),
    version: integer('version').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    ...deed(),
  },
  'assessmentId',
  'version',
);
