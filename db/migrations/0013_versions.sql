-- How an assessment stands, where it was carried from, and what was signed.

-- True where whoever acts proved who they are in the last five minutes, in whatever role.
create function ctx.is_confirmed() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((ctx.claims('company'))[9] = '1', false);
end $$;
revoke all on function ctx.is_confirmed() from public;
grant execute on function ctx.is_confirmed() to app;

-- Where an assessment stands, as its newest state row says; only that row's trigger writes it. A save
-- locks the row and asks for 'open', so that of a save and a submission the later sees the earlier.
alter table junbi.assessment
  add column overlays text[] not null default '{}' check (cardinality(overlays) <= 8),
  add column state text not null default 'open' check (state in ('open', 'submitted', 'approved', 'carried', 'undone'));
grant update (overlays) on junbi.assessment to app;
create policy moving on junbi.assessment for all to owner_ddl
  using (company_id = ctx.company()) with check (company_id = ctx.company());

create table junbi.assessment_state (
  company_id    uuid not null,
  assessment_id uuid not null,
  version       integer not null check (version > 0),
  state         text not null check (state in
    ('submitted', 'withdrawn', 'returned', 'approved', 'reopened', 'carried', 'uncarried', 'undone')),
  reason        text check (length(reason) between 1 and 400),
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, assessment_id, version),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade,
  check (state not in ('returned', 'reopened') or reason is not null)
);
select ctx.protect('junbi.assessment_state', 'select, insert');
create policy moving on junbi.assessment_state for select to owner_ddl using (company_id = ctx.company());

-- A new assessment that goes on from another one: into the next edition, or a new run of the same.
create table junbi.carrying (
  company_id         uuid not null,
  assessment_id      uuid not null,
  from_assessment_id uuid not null,
  rests_on           text[] not null,
  actor              uuid not null default ctx.actor(),
  actor_name         text not null check (length(actor_name) between 1 and 80),
  at                 timestamptz not null default now(),
  primary key (company_id, assessment_id),
  foreign key (company_id, assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade,
  foreign key (company_id, from_assessment_id) references junbi.assessment (company_id, assessment_id) on delete cascade,
  check (assessment_id <> from_assessment_id)
);
create index carrying_from on junbi.carrying (company_id, from_assessment_id);
select ctx.protect('junbi.carrying', 'select, insert');
create policy moving on junbi.carrying for select to owner_ddl using (company_id = ctx.company());

-- A result as it was signed: its canonical text, and the server's signature over exactly that text.
create table junbi.signed_result (
  company_id    uuid not null,
  result_id     uuid not null,
  assessment_id uuid not null,
  version       integer not null,
  rests_on      text[] not null,
  body          text not null check (length(body) > 1),
  signature     text not null check (signature ~ '^[0-9a-f]{128}$'),
  key_id        text not null check (key_id ~ '^[0-9a-f]{16}$'),
  -- The public part: an old result is still exported whole when the server signs with another key.
  public_key    text not null check (public_key ~ '^[A-Za-z0-9+/]{20,200}=*$'),
  actor         uuid not null default ctx.actor(),
  actor_name    text not null check (length(actor_name) between 1 and 80),
  at            timestamptz not null default now(),
  primary key (company_id, result_id),
  unique (company_id, assessment_id, version),
  foreign key (company_id, assessment_id, version)
    references junbi.assessment_state (company_id, assessment_id, version) on delete cascade
);
select ctx.protect('junbi.signed_result', 'select, insert');

-- A declarer writes nothing in a company but this: a return, a signature.
create policy declaring on junbi.assessment_state for insert to app
  with check (company_id = ctx.company() and ctx.role() = 'declarer');
create policy declaring on junbi.signed_result for insert to app
  with check (company_id = ctx.company() and ctx.role() = 'declarer');

-- The one way from state to state. Who may do what is asked here too: a page that forgets moves nothing.
create function ctx.move_assessment() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  stands text;
  carried_from uuid;
  by_role text := ctx.role();
  -- Whoever imports tells a history that others made: it is held to the steps alone.
  tells boolean := exists (select from ctx.tenant t where t.company_id = new.company_id
                              and t.xmin = pg_current_xact_id()::xid);
begin
  select a.state into stands from junbi.assessment a
   where a.company_id = new.company_id and a.assessment_id = new.assessment_id for update;
  select c.from_assessment_id into carried_from from junbi.carrying c
   where c.company_id = new.company_id and c.assessment_id = new.assessment_id;
  if new.version <> 1 + (select count(*) from junbi.assessment_state s
                          where s.company_id = new.company_id and s.assessment_id = new.assessment_id) then
    raise exception 'States of an assessment follow each other.' using errcode = 'check_violation', constraint = 'state_follows';
  end if;
  -- What is neither true nor false is refused as well.
  if (case new.state
      when 'submitted' then stands = 'open' and (tells or by_role in ('owner', 'preparer'))
      when 'withdrawn' then stands = 'submitted' and (tells or by_role in ('owner', 'preparer'))
      when 'returned'  then stands = 'submitted' and (tells or by_role in ('owner', 'declarer'))
      when 'approved'  then stands = 'submitted' and (tells or by_role in ('owner', 'declarer')) 
        -- The declarer is another person than the one who submitted, and has just proved who they are.
        and (tells or ctx.is_confirmed()) and (tells or new.actor <> (select s.actor from junbi.assessment_state s
                           where s.company_id = new.company_id and s.assessment_id = new.assessment_id
                             and s.version = new.version - 1))
      when 'reopened'  then stands = 'approved' and (tells or by_role in ('owner', 'preparer'))
        and not exists (select from junbi.carrying c join junbi.assessment a
                          on a.company_id = c.company_id and a.assessment_id = c.assessment_id
                         where c.company_id = new.company_id and c.from_assessment_id = new.assessment_id
                           and a.state <> 'undone')
      when 'carried'   then stands = 'open' and (tells or by_role in ('owner', 'preparer'))
      when 'uncarried' then stands = 'carried' and (tells or by_role in ('owner', 'preparer'))
      -- Undone is a carrying that nobody has signed yet.
      when 'undone'    then stands = 'open' and (tells or by_role in ('owner', 'preparer')) and carried_from is not null
        and not exists (select from junbi.assessment_state s
                         where s.company_id = new.company_id and s.assessment_id = new.assessment_id
                           and s.state = 'approved')
    end) is not true then
    raise exception 'From % an assessment does not become % here.', stands, new.state
      using errcode = 'check_violation', constraint = 'state_allowed';
  end if;
  update junbi.assessment a
     set state = case new.state when 'withdrawn' then 'open' when 'returned' then 'open' when 'reopened' then 'open'
                   when 'uncarried' then 'open' else new.state end
   where a.company_id = new.company_id and a.assessment_id = new.assessment_id;
  return new;
end $$;
revoke all on function ctx.move_assessment() from public;
create trigger moves before insert on junbi.assessment_state for each row execute function ctx.move_assessment();

-- What is locked takes no answer, no reference and no other scope. It fires after the foreign key has
-- locked the assessment (triggers fire in the order of their names, capitals first), so it sees what a
-- simultaneous submission has committed.
create function ctx.expect_open() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select a.state from junbi.assessment a
       where a.company_id = new.company_id and a.assessment_id = new.assessment_id) is distinct from 'open' then
    raise exception 'The assessment is locked.' using errcode = 'check_violation', constraint = 'assessment_open';
  end if;
  return null;
end $$;
revoke all on function ctx.expect_open() from public;
create trigger still_open after insert on junbi.answer_event for each row
  when (session_user in ('app', 'auth', 'app_worker')) execute function ctx.expect_open();
create trigger still_open after insert on junbi.evidence for each row
  when (session_user in ('app', 'auth', 'app_worker')) execute function ctx.expect_open();

create function ctx.expect_open_reference() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select a.state from junbi.evidence e
        join junbi.assessment a on a.company_id = e.company_id and a.assessment_id = e.assessment_id
       where e.company_id = new.company_id and e.evidence_id = new.evidence_id) is distinct from 'open' then
    raise exception 'The assessment is locked.' using errcode = 'check_violation', constraint = 'assessment_open';
  end if;
  return null;
end $$;
revoke all on function ctx.expect_open_reference() from public;
create policy moving on junbi.evidence for select to owner_ddl using (company_id = ctx.company());
create trigger still_open after insert on junbi.evidence_withdrawal for each row
  when (session_user in ('app', 'auth', 'app_worker')) execute function ctx.expect_open_reference();

create function ctx.expect_open_scope() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'open' and new.state = old.state then
    raise exception 'The assessment is locked.' using errcode = 'check_violation', constraint = 'assessment_open';
  end if;
  return null;
end $$;
revoke all on function ctx.expect_open_scope() from public;
create trigger still_open after update on junbi.assessment for each row
  when (session_user in ('app', 'auth', 'app_worker')) execute function ctx.expect_open_scope();

-- Never changed, by nobody, whether or not a policy shows a row: what was answered, signed, moved, published.
create function erase.only_within() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from erase.request r where r.recalled_at is null and r.due_at <= clock_timestamp()
               and r.running = pg_current_xact_id()) then
    return null;
  end if;
  raise exception '% of %.%: what stands of a company stays.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
revoke all on function erase.only_within() from public;

do $$
declare
  kept regclass;
begin
  foreach kept in array array['junbi.answer_event', 'junbi.assessment_state', 'junbi.carrying', 'junbi.signed_result']::regclass[] loop
    execute format('create trigger never_changed before update on %s for each statement execute function audit.refuse()', kept);
    execute format('create trigger never_taken before delete on %s for each statement execute function erase.only_within()', kept);
  end loop;
  foreach kept in array array['content.document', 'content.edition']::regclass[] loop
    execute format('create trigger never_changed before update or delete or truncate on %s for each statement execute function audit.refuse()', kept);
  end loop;
end $$;
