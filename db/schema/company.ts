import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { creation, deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const company = companyTable('company', { name: text('name').notNull(), ...creation() });

const facts = () => ({
  version: integer('version').notNull(),
  facts: jsonb('facts').notNull(),
  requestId: uuid('request_id').notNull(),
  ...deed(),
});

export const profileVersion = companyTable('profile_version', facts(), 'version');
export const supportFactsVersion = companyTable('support_facts_version', facts(), 'version');
