import {
  customType,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

const auth = pgSchema('auth');
const LOCALES = ['ja', 'en'] as const;

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const account = auth.table('account', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  locale: text('locale', { enum: LOCALES }).notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

export const password = auth.table('password', {
  accountId: uuid('account_id').primaryKey(),
  hash: text('hash').notNull(),
  setAt: moment('set_at').notNull().defaultNow(),
});

export const session = auth.table('session', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  contextDigestHash: bytes('context_digest_hash').notNull(),
  userAgentFamily: text('user_agent_family'),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
  endedAt: moment('ended_at'),
  /** 1 or 2. */
  level: smallint('level').notNull().default(1),
  confirmedAt: moment('confirmed_at').notNull().defaultNow(),
});

export const emailToken = auth.table('email_token', {
  tokenHash: bytes('token_hash').primaryKey(),
  purpose: text('purpose', { enum: ['signup', 'reset'] }).notNull(),
  email: text('email').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

export const attempt = auth.table(
  'attempt',
  {
    kind: text('kind').notNull(),
    subjectHash: bytes('subject_hash').notNull(),
    count: integer('count').notNull(),
    windowStart: moment('window_start').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subjectHash] })],
);

export const outbox = auth.table('outbox', {
  id: uuid('id').primaryKey(),
  toAddress: text('to_address').notNull(),
  kind: text('kind').notNull(),
  locale: text('locale', { enum: LOCALES }).notNull(),
  subject: text('subject').notNull(),
  bodyText: text('body_text').notNull(),
  dedupeKey: text('dedupe_key').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  sentAt: moment('sent_at'),
});
