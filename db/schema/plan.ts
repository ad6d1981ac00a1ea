import { date, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { ROLES } from '#assessments/questionnaire.ts';
import { ITEM_STATES } from '../item-states.ts';
import { deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const scenario = companyTable(
  'scenario',
  {
    scenarioId: uuid('scenario_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    restsOn: text('rests_on').array().notNull(),
    name: text('name').notNull(),
    wish: jsonb('wish').notNull(),
    ...deed(),
  },
  'scenarioId',
);

export const plan = companyTable(
  'plan',
  {
    planId: uuid('plan_id').notNull(),
    assessmentId: uuid('assessment_id').notNull(),
    restsOn: text('rests_on').array().notNull(),
    name: text('name').notNull(),
    wish: jsonb('wish').notNull(),
    answer: jsonb('answer').notNull(),
    today: date('today', { mode: 'string' }).notNull(),
    ...deed(),
  },
  'planId',
);

export const planItemEvent = companyTable(
  'plan_item_event',
  {
    planId: uuid('plan_id').notNull(),
    actionId: text('action_id').notNull(),
    version: integer('version').notNull(),
    restsOn: text('rests_on').array().notNull(),
    state: text('state', { enum: ITEM_STATES }).notNull(),
    ownerRole: text('owner_role', { enum: ROLES }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    evidenceId: uuid('evidence_id'),
    reason: text('reason'),
    requestId: uuid('request_id').notNull(),
    ...deed(),
  },
  'planId',
  'actionId',
  'version',
);
