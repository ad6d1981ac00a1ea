import { sql } from 'drizzle-orm';
import { jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

const content = pgSchema('content');

export const publishedDocument = content.table('document', {
  key: text('key').primaryKey(),
  kind: text('kind')
    .notNull()
    .generatedAlwaysAs(sql`split_part(key, '/', 1)`),
  hash: text('hash').notNull(),
  document: jsonb('document').notNull(),
  publishedAt: moment('published_at').notNull().defaultNow(),
});

export const publishedEdition = content.table('edition', {
  id: text('id').primaryKey(),
  hash: text('hash').notNull(),
  file: jsonb('file').notNull(),
  publishedAt: moment('published_at').notNull().defaultNow(),
});
