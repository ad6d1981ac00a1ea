import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { junbi } from './company-table.ts';

/** What a consultancy sees of a client at a glance: a cache, written by `ctx.summarise` alone. */
export const clientSummary = junbi.table(
  'client_summary',
  {
    consultancyId: uuid('consultancy_id')
      .notNull()
      .default(sql`ctx.consultancy()`),
    clientId: uuid('client_id').notNull(),
    clientName: text('client_name').notNull(),
    scope: text('scope', { enum: ['read', 'answer'] }).notNull(),
    questionnaires: text('questionnaires').array(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    parts: jsonb('parts').notNull(),
    gateState: text('gate_state', {
      enum: ['not-started', 'blocked', 'undetermined', 'clear'],
    }).notNull(),
    blockers: integer('blockers').notNull(),
    open: integer('open').notNull(),
    overdue: integer('overdue').notNull().default(0),
    lastActivity: moment('last_activity').notNull(),
    engine: integer('engine').notNull(),
    eventNumber: bigint('event_number', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultancyId, table.clientId] })],
);
