import { date, integer, text, uuid } from 'drizzle-orm/pg-core';
import { deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const sectionTask = companyTable(
  'section_task',
  {
    assessmentId: uuid('assessment_id').notNull(),
    section: text('section').notNull(),
    version: integer('version').notNull(),
    restsOn: text('rests_on').array().notNull(),
    owner: uuid('owner'),
    ownerName: text('owner_name'),
    dueOn: date('due_on', { mode: 'string' }),
    ...deed(),
  },
  'assessmentId',
  'section',
  'version',
);

export const comment = companyTable(
  'comment',
  {
    commentId: uuid('comment_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    questionId: text('question_id').notNull(),
    restsOn: text('rests_on').array().notNull(),
    body: text('body').notNull(),
    mentions: uuid('mentions').array().notNull().default([]),
    mentionedNames: text('mentioned_names').array().notNull().default([]),
    ...deed(),
  },
  'commentId',
);

export const commentSettlement = companyTable(
  'comment_settlement',
  {
    commentId: uuid('comment_id').notNull(),
    restsOn: text('rests_on').array().notNull(),
    ...deed(),
  },
  'commentId',
);
