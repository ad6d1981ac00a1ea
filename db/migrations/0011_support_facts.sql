-- What a company says about itself for hints at public support; the newest version is the current one.

create table junbi.support_facts_version (
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
select ctx.protect('junbi.support_facts_version', 'select, insert');
