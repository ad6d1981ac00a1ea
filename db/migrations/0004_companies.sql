-- A company and what it says about itself.

create schema junbi;
grant usage on schema junbi to app;

create table junbi.company (
  company_id      uuid primary key references ctx.tenant (company_id) on delete cascade,
  name            text not null check (length(name) between 1 and 120),
  created_by      uuid not null default ctx.actor(),
  created_by_name text not null check (length(created_by_name) between 1 and 80),
  created_at      timestamptz not null default now()
);
select ctx.protect('junbi.company', 'select, insert, update (name)');

-- Every saved profile stands for ever; the newest version is the current one.
create table junbi.profile_version (
  company_id uuid not null references junbi.company (company_id) on delete cascade,
  version    integer not null check (version > 0),
  facts      jsonb not null check (jsonb_typeof(facts) = 'object'),
  request_id uuid not null,
  actor      uuid not null default ctx.actor(),
  actor_name text not null check (length(actor_name) between 1 and 80),
  at         timestamptz not null default now(),
  primary key (company_id, version),
  unique (company_id, request_id)
);
select ctx.protect('junbi.profile_version', 'select, insert');
