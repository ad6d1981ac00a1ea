import { sql } from 'drizzle-orm';
import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { MODES } from '#assessments/questionnaire.ts';
import { STAGES } from '#assessments/gap-model.ts';
import { STATES } from '../state-changes.ts';
import { creation, deed, moment } from './columns.ts';
import { companyTable } from './company-table.ts';

export const assessment = companyTable(
  'assessment',
  {
    assessmentId: uuid('assessment_id').notNull(),
    editionId: text('edition_id').notNull(),
    mode: text('mode', { enum: MODES }).notNull(),
    stage: text('stage', { enum: STAGES }).notNull(),
    title: text('title').notNull(),
    overlays: text('overlays').array().notNull().default([]),
    state: text('state', { enum: STATES }).notNull().default('open'),
    version: integer('version').notNull().default(1),
    ...creation(),
  },
  'assessmentId',
);

/** A scope that an assessment had until it was changed. */
export const pastScope = companyTable(
  'past_scope',
  {
    assessmentId: uuid('assessment_id').notNull(),
    version: integer('version').notNull(),
    mode: text('mode', { enum: MODES }).notNull(),
    stage: text('stage', { enum: STAGES }).notNull(),
    overlays: text('overlays').array().notNull(),
    actor: uuid('actor')
      .notNull()
      .default(sql`ctx.actor()`),
    until: moment('until').notNull().defaultNow(),
  },
  'assessmentId',
  'version',
);

export const answerEvent = companyTable(
  'answer_event',
  {
    assessmentId: uuid('assessment_id').notNull(),
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    questionnaire: text('questionnaire').notNull(),
    answer: jsonb('answer').notNull(),
    note: text('note'),
    requestId: uuid('request_id').notNull(),
    ...deed(),
  },
  'assessmentId',
  'questionId',
  'version',
);
