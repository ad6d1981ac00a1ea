import {
  bigint,
  boolean,
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
    notBefore: moment('not_before'),
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

export const passkey = auth.table('passkey', {
  credentialId: text('credential_id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  publicKey: bytes('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull(),
  aaguid: uuid('aaguid').notNull(),
  backupEligible: boolean('backup_eligible').notNull(),
  backedUp: boolean('backed_up').notNull(),
  name: text('name').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  lastUsedAt: moment('last_used_at'),
});

export const totp = auth.table('totp', {
  accountId: uuid('account_id').primaryKey(),
  sealedSecret: bytes('sealed_secret').notNull(),
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: moment('created_at').notNull().defaultNow(),
  confirmedAt: moment('confirmed_at'),
  lastUsedAt: moment('last_used_at'),
});

export const recoveryCode = auth.table(
  'recovery_code',
  {
    accountId: uuid('account_id').notNull(),
    codeHash: bytes('code_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    usedAt: moment('used_at'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);

export const challenge = auth.table('challenge', {
  challengeHash: bytes('challenge_hash').primaryKey(),
  purpose: text('purpose', { enum: ['sign-in', 'confirm', 'enrol'] }).notNull(),
  sessionId: uuid('session_id'),
  createdAt: moment('created_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull().defaultNow(),
  usedAt: moment('used_at'),
});

export const halfSignIn = auth.table('half_sign_in', {
  tokenHash: bytes('token_hash').primaryKey(),
  accountId: uuid('account_id').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull().defaultNow(),
  usedAt: moment('used_at'),
});

export const knownBrowser = auth.table(
  'known_browser',
  {
    accountId: uuid('account_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.tokenHash] })],
);

export const recovery = auth.table('recovery', {
  linkHash: bytes('link_hash').primaryKey(),
  cancelHash: bytes('cancel_hash').notNull(),
  accountId: uuid('account_id').notNull(),
  startedAt: moment('started_at').notNull().defaultNow(),
  opensAt: moment('opens_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull().defaultNow(),
  cancelledAt: moment('cancelled_at'),
  finishedAt: moment('finished_at'),
});
