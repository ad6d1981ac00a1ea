-- Who a person is: accounts, passwords, sessions, single-use links, attempt counters, messages.
-- Only the login `auth` reaches this schema. The login `app`, which serves company data, sees none of it.

-- PostgreSQL lets PUBLIC execute every new function; here nothing is callable until it is granted.
alter default privileges revoke execute on functions from public;

create schema auth;
grant usage on schema auth to auth;

create table auth.account (
  id         uuid primary key,
  email      text not null unique
             check (email = lower(email) and length(email) <= 254 and email ~ '^[^\s@]+@[^\s@]+$'),
  name       text not null check (length(name) between 1 and 80),
  locale     text not null check (locale in ('ja', 'en')),
  created_at timestamptz not null default now()
);
grant select, insert, update (name, locale) on auth.account to auth;

create table auth.password (
  account_id uuid primary key references auth.account (id) on delete cascade,
  hash       text not null check (hash like '$argon2id$%'),
  set_at     timestamptz not null default now()
);
grant select, insert, update (hash, set_at) on auth.password to auth;

-- The cookie's token is stored only as its hash; the context digest (what ctx.open takes) likewise.
create table auth.session (
  id                  uuid primary key,
  account_id          uuid not null references auth.account (id) on delete cascade,
  token_hash          bytea not null unique check (octet_length(token_hash) = 32),
  context_digest_hash bytea not null unique check (octet_length(context_digest_hash) = 32),
  user_agent_family   text check (length(user_agent_family) <= 40),
  created_at          timestamptz not null default now(),
  last_seen_at        timestamptz not null default now(),
  expires_at          timestamptz not null,
  ended_at            timestamptz,
  check (expires_at <= created_at + interval '12 hours')
);
create index session_account on auth.session (account_id) where ended_at is null;
grant select, insert, update (last_seen_at, ended_at), delete on auth.session to auth;

-- The one place that says when a session is over: ended, 12 hours old, or 30 minutes unused.
create function auth.is_live(s auth.session) returns boolean
language sql stable
return s.ended_at is null
  and s.expires_at > statement_timestamp()
  and s.last_seen_at > statement_timestamp() - interval '30 minutes';
grant execute on function auth.is_live(auth.session) to auth;

create table auth.email_token (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  purpose    text not null check (purpose in ('signup', 'reset')),
  email      text not null check (email = lower(email) and length(email) <= 254),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  check (expires_at <= created_at + interval '24 hours')
);
create index email_token_email on auth.email_token (email, purpose) where used_at is null;
grant select, insert, update (used_at), delete on auth.email_token to auth;

-- A counter per kind and subject; the subject (an address, an account) is stored as a hash only.
create table auth.attempt (
  kind         text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  subject_hash bytea not null check (octet_length(subject_hash) = 32),
  count        integer not null check (count > 0),
  window_start timestamptz not null,
  primary key (kind, subject_hash)
);
create index attempt_window on auth.attempt (window_start);
grant select, insert, update (count, window_start), delete on auth.attempt to auth;

-- Every message to a person, written in the transaction that causes it, sent afterwards.
create table auth.outbox (
  id         uuid primary key,
  to_address text not null check (length(to_address) <= 254),
  kind       text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  locale     text not null check (locale in ('ja', 'en')),
  subject    text not null check (length(subject) between 1 and 200),
  body_text  text not null check (length(body_text) between 1 and 20000),
  dedupe_key text not null unique check (length(dedupe_key) between 1 and 200),
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create index outbox_created on auth.outbox (created_at desc);
grant select, insert, update (sent_at), delete on auth.outbox to auth;
