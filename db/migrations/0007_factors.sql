-- How a person proves who they are beyond a password: passkeys, one-time codes, saved recovery codes; and
-- what makes each proof single use (design: security.md 2.2). Only the login `auth` reaches this schema.

-- Attestation is not asked for; the AAGUID names the kind of authenticator, no person and no device.
create table auth.passkey (
  credential_id   text primary key
                  check (credential_id ~ '^[A-Za-z0-9_-]+$' and length(credential_id) between 16 and 1400),
  account_id      uuid not null references auth.account (id) on delete cascade,
  public_key      bytea not null check (octet_length(public_key) between 32 and 4096),
  counter         bigint not null check (counter >= 0),
  transports      text[] not null check (array_to_string(transports, '') ~ '^[a-z-]*$'),
  aaguid          uuid not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  name            text not null check (length(name) between 1 and 40),
  created_at      timestamptz not null default now(),
  last_used_at    timestamptz
);
create index passkey_account on auth.passkey (account_id);
grant select, insert, update (counter, backed_up, last_used_at), delete on auth.passkey to auth;

-- The secret is sealed with a key outside the database. `last_step` is the 30-second step of the last code
-- that was taken: no step is taken twice. Until `confirmed_at` it is an offer and no factor.
create table auth.totp (
  account_id    uuid primary key references auth.account (id) on delete cascade,
  sealed_secret bytea not null check (octet_length(sealed_secret) between 44 and 128),
  last_step     bigint not null default 0,
  created_at    timestamptz not null default now(),
  confirmed_at  timestamptz,
  last_used_at  timestamptz
);
grant select, insert, update (sealed_secret, last_step, created_at, confirmed_at, last_used_at), delete on auth.totp to auth;

create table auth.recovery_code (
  account_id uuid not null references auth.account (id) on delete cascade,
  code_hash  bytea not null check (octet_length(code_hash) = 32),
  created_at timestamptz not null default now(),
  used_at    timestamptz,
  primary key (account_id, code_hash)
);
grant select, insert, update (used_at), delete on auth.recovery_code to auth;

-- A passkey signs a challenge; each works once, for five minutes, for what and for whom it was given out.
create table auth.challenge (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  purpose        text not null check (purpose in ('sign-in', 'confirm', 'enrol')),
  session_id     uuid references auth.session (id) on delete cascade,
  created_at     timestamptz not null default now(),
  expires_at     timestamptz not null default now() + interval '5 minutes',
  used_at        timestamptz,
  check (expires_at <= created_at + interval '5 minutes'),
  check ((purpose = 'sign-in') = (session_id is null))
);
create index challenge_created on auth.challenge (created_at);
grant select, insert, update (used_at), delete on auth.challenge to auth;

-- Between the right password and the second factor there is no session, only this.
create table auth.half_sign_in (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references auth.account (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at    timestamptz,
  check (expires_at <= created_at + interval '10 minutes')
);
create index half_sign_in_created on auth.half_sign_in (created_at);
grant select, insert, update (used_at), delete on auth.half_sign_in to auth;

-- A browser in which an account was signed in before; a sign-in from another one is reported to the person.
create table auth.known_browser (
  account_id   uuid not null references auth.account (id) on delete cascade,
  token_hash   bytea not null check (octet_length(token_hash) = 32),
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (account_id, token_hash)
);
grant select, insert, update (last_seen_at), delete on auth.known_browser to auth;

-- The way back for who has lost every factor. Only the operator starts one (no INSERT for `auth`), nobody
-- can open it before 24 hours, and the person can cancel it from the message.
create table auth.recovery (
  link_hash    bytea primary key check (octet_length(link_hash) = 32),
  cancel_hash  bytea not null unique check (octet_length(cancel_hash) = 32),
  account_id   uuid not null references auth.account (id) on delete cascade,
  started_at   timestamptz not null default now(),
  opens_at     timestamptz not null default now() + interval '24 hours',
  expires_at   timestamptz not null default now() + interval '72 hours',
  cancelled_at timestamptz,
  finished_at  timestamptz,
  check (opens_at >= started_at + interval '24 hours' and expires_at <= started_at + interval '72 hours')
);
create index recovery_account on auth.recovery (account_id);
grant select, update (cancelled_at, finished_at), delete on auth.recovery to auth;

-- After ten failures in a row the next try has to wait, each time twice as long (db/attempts.ts).
alter table auth.attempt add column not_before timestamptz;
grant update (not_before) on auth.attempt to auth;

-- Whether a password alone opens nothing for this account.
create function auth.has_second_factor(account uuid) returns boolean
language sql stable
begin atomic
  select exists (select from auth.passkey p where p.account_id = account)
      or exists (select from auth.totp t where t.account_id = account and t.confirmed_at is not null);
end;
grant execute on function auth.has_second_factor(uuid) to auth;
