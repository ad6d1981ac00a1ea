-- What-ifs of an assessment, the one that was promoted to its plan, and how its items stand.

-- Some rows rest on a whole assessment. They say which questionnaires and sections that is, and nobody
-- whose capability does not open all of these sees or writes them.
alter function ctx.protect(regclass, text) rename to protect_watch_and_keep;
create function ctx.protect(tenant_table regclass, privileges text) returns void
language plpgsql as $$
begin
  perform ctx.protect_watch_and_keep(tenant_table, privileges);
  if exists (select from pg_attribute where attrelid = tenant_table and attname = 'rests_on' and not attisdropped) then
    execute format('create policy rests_on on %s as restrictive for all to app using (rests_on <@ ctx.reach()) with check (rests_on <@ ctx.reach())', tenant_table);
  end if;
end $$;

-- All that a capability opens, as one list: questionnaires by their names, sections by their letters.
create function ctx.reach() returns text[]
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return ctx.questionnaires() || string_to_array(ctx.sections(), null);
end $$;
revoke all on function ctx.reach() from public;
grant execute on function ctx.reach() to app;

create table junbi.scenario (
  company_id    uuid not null,
  scenario_id   uuid not null,
  assessment_id uuid not null,
  rests_on      text[] not null,
  name          text not null check (length(name) between 1 and 60),
  wish          jsonb not null check (jsonb_typeof(wish) = 'object'),
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, scenario_id),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
create index scenario_assessment on junbi.scenario (company_id, assessment_id, at);
select ctx.protect('junbi.scenario', 'select, insert, delete');

-- A plan as it was promoted: the wish, the day and what the engine answered. The newest holds.
create table junbi.plan (
  company_id    uuid not null,
  plan_id       uuid not null,
  assessment_id uuid not null,
  rests_on      text[] not null,
  name          text not null check (length(name) between 1 and 60),
  wish          jsonb not null check (jsonb_typeof(wish) = 'object'),
  answer        jsonb not null check (jsonb_typeof(answer) = 'object'),
  today         date not null,
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, plan_id),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade
);
create index plan_assessment on junbi.plan (company_id, assessment_id, at desc);
select ctx.protect('junbi.plan', 'select, insert');

-- How an action of a plan stands; the newest version holds. Done needs what shows it, or a reason.
create table junbi.plan_item_event (
  company_id  uuid not null,
  plan_id     uuid not null,
  action_id   text not null check (action_id ~ '^M\d\d\d$'),
  version     integer not null check (version > 0),
  rests_on    text[] not null,
  state       text not null check (state in ('todo', 'doing', 'done', 'dropped')),
  owner_role  text not null check (owner_role ~ '^[a-z][a-z-]{1,39}$'),
  due_on      date not null,
  evidence_id uuid,
  reason      text check (length(reason) between 1 and 200),
  request_id  uuid not null,
  actor       uuid not null default ctx.actor(),
  actor_name  text not null check (length(actor_name) between 1 and 80),
  at          timestamptz not null default now(),
  primary key (company_id, plan_id, action_id, version),
  unique (company_id, request_id, plan_id, action_id),
  foreign key (company_id, plan_id) references junbi.plan (company_id, plan_id) on delete cascade,
  foreign key (company_id, evidence_id) references junbi.evidence (company_id, evidence_id),
  check (state <> 'done' or evidence_id is not null or reason is not null),
  check (state <> 'dropped' or reason is not null)
);
select ctx.protect('junbi.plan_item_event', 'select, insert');
