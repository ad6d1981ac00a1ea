import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { creation, deed } from './columns.ts';
import { companyTable } from './company-table.ts';

export const company = companyTable('company', { name: text('name').notNull(), ...creation() });

export const profileVersion = companyTable(
  'profile_version',
  {
    version: integer('version').notNull(),
    facts: jsonb('facts').notNull(),
    requestId: uuid('request_id').notNull(),
    ...deed(),
  },
  'version',
);
