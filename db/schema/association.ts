import { sql } from 'drizzle-orm';
import { text, uuid } from 'drizzle-orm/pg-core';
import { creation } from './columns.ts';
import { junbi } from './company-table.ts';

/** A body with member companies. An insert that names no tenant belongs to the one that the capability opened. */
export const association = junbi.table('association', {
  associationId: uuid('association_id')
    .primaryKey()
    .default(sql`ctx.association()`),
  name: text('name').notNull(),
  ...creation(),
});
