import { sql } from 'drizzle-orm';
import { text, uuid } from 'drizzle-orm/pg-core';
import { creation } from './columns.ts';
import { junbi } from './company-table.ts';

/** A firm with clients. An insert that names no tenant belongs to the one that the capability opened. */
export const consultancy = junbi.table('consultancy', {
  consultancyId: uuid('consultancy_id')
    .primaryKey()
    .default(sql`ctx.consultancy()`),
  name: text('name').notNull(),
  ...creation(),
});
