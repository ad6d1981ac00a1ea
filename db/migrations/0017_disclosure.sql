-- What companies release to an association, and what is published of it (design: security.md 5.2). Three
-- rooms: what was released, which `agg` alone is given, through a function; drafts with their secret state,
-- which nobody reads; and what is published, which `app_assoc` reads under a policy.

create schema assoc;
grant usage on schema assoc to agg, app_assoc;

-- One row a release; the newest that stood at the end of a quarter counts in it. A withdrawal ends all.
-- Two tenants meet here, so no login reaches the table.
create table assoc.contribution (
  association_id uuid not null,
  company_id     uuid not null,
  number         integer not null check (number > 0),
  edition_id     text not null check (length(edition_id) between 1 and 40),
  result_id      uuid not null,
  industry       text not null check (industry ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  region         text not null check (region ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  size           text not null check (size ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  overall        text not null check (overall in ('low', 'mid', 'high')),
  -- Keyed hashes: they say who counts as one, and of whom they are made cannot be told from them.
  holding        text not null check (holding ~ '^[0-9a-f]{64}$'),
  batch          text not null check (batch ~ '^[0-9a-f]{64}$'),
  at_least_half  boolean not null,
  released_at    timestamptz not null default now(),
  released_by_name text not null check (length(released_by_name) between 1 and 80),
  withdrawn_at   timestamptz,
  primary key (association_id, company_id, number),
  foreign key (association_id, company_id) references ctx.association_company (association_id, company_id) on delete cascade
);
create index contribution_company on assoc.contribution (company_id, association_id);

-- A publication from being asked for until another officer releases it. `state` and what is not yet
-- released are for the aggregating role alone.
create table assoc.draft (
  association_id uuid not null references ctx.association (association_id) on delete cascade,
  period         text not null check (period ~ '^[0-9]{4}-Q[1-4]$'),
  as_of          date not null,
  asked_by       uuid not null,
  asked_by_name  text not null check (length(asked_by_name) between 1 and 80),
  asked_at       timestamptz not null default now(),
  edition_id     text,
  cells          jsonb,
  report         jsonb,
  state          jsonb,
  computed_at    timestamptz,
  released_by    uuid,
  released_by_name text,
  released_at    timestamptz,
  primary key (association_id, period),
  check ((computed_at is null) = (cells is null) and (cells is null) = (report is null) and (report is null) = (state is null)),
  check (released_at is null or computed_at is not null),
  check (released_by <> asked_by)
);

create table assoc.published_period (
  association_id uuid not null references ctx.association (association_id) on delete cascade,
  period         text not null check (period ~ '^[0-9]{4}-Q[1-4]$'),
  edition_id     text not null,
  as_of          date not null,
  published_at   timestamptz not null default now(),
  primary key (association_id, period)
);

create table assoc.published_cell (
  association_id uuid not null,
  period         text not null,
  position       integer not null check (position >= 0),
  cell           jsonb not null,
  primary key (association_id, period, position),
  foreign key (association_id, period) references assoc.published_period (association_id, period) on delete cascade
);

-- Whether the company of this transaction is a member of the association; for its own people.
create function ctx.in_association(association uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select ctx.acting_consultancy() is null and exists (
    select from ctx.association_company m
     where m.company_id = ctx.company() and m.association_id = in_association.association and m.left_at is null);
end;

do $$
declare
  published regclass;
begin
  foreach published in array array['assoc.published_period', 'assoc.published_cell']::regclass[] loop
    execute format('alter table %s enable row level security', published);
    execute format('alter table %s force row level security', published);
    execute format('create policy reader on %s for select to app_assoc using (association_id = ctx.association() or ctx.in_association(association_id))', published);
    execute format('create policy writer on %s for all to owner_ddl using (true) with check (true)', published);
    execute format('grant select on %s to app_assoc', published);
    -- Published means never updated.
    execute format('create trigger never_changed before update or truncate on %s for each statement execute function audit.refuse()', published);
  end loop;
end $$;

-- ── For the company: release and withdraw ────────────────────────────────────────────────────────

-- Outcomes: ok, not-allowed, not-found (no such membership).
create function ctx.contribute(association uuid, edition text, result uuid, industry text, region text, size text,
                               overall text, holding text, batch text, at_least_half boolean, by_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
  next_number integer;
begin
  if company is null then
    perform audit.note_refusal('contribution.released', concat('association/', association));
    return 'not-allowed';
  end if;
  perform from ctx.association_company m
    where m.company_id = company and m.association_id = association and m.left_at is null for no key update;
  if not found then
    return 'not-found';
  end if;
  select coalesce(max(c.number), 0) + 1 into next_number
    from assoc.contribution c where c.association_id = association and c.company_id = company;
  insert into assoc.contribution (association_id, company_id, number, edition_id, result_id, industry, region, size,
                                  overall, holding, batch, at_least_half, released_by_name)
  values (association, company, next_number, edition, result, industry, region, size,
          overall, holding, batch, at_least_half, by_name);
  perform audit.note(company, 'contribution.released', concat('association/', association),
                     format('{"edition":%s,"number":%s,"result":%s}', to_json(edition), next_number, to_json(result)));
  return 'ok';
end $$;

create function ctx.withdraw_contribution(association uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
begin
  if company is null then
    perform audit.note_refusal('contribution.withdrawn', concat('association/', association));
    return 'not-allowed';
  end if;
  update assoc.contribution c set withdrawn_at = statement_timestamp()
   where c.company_id = company and c.association_id = association and c.withdrawn_at is null;
  if not found then
    return 'not-found';
  end if;
  perform audit.note(company, 'contribution.withdrawn', concat('association/', association), '{}');
  return 'ok';
end $$;

-- What the company has released and not withdrawn, the newest of each association; for its own people.
create function ctx.own_contributions()
returns table (association_id uuid, edition_id text, result_id uuid, industry text, region text, size text, overall text,
               released_at timestamptz, released_by_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct on (c.association_id) c.association_id, c.edition_id, c.result_id, c.industry, c.region, c.size, c.overall,
         c.released_at, c.released_by_name
    from assoc.contribution c
    join ctx.association_company m on m.association_id = c.association_id and m.company_id = c.company_id and m.left_at is null
   where c.company_id = ctx.company() and ctx.acting_consultancy() is null and c.withdrawn_at is null
   order by c.association_id, c.number desc;
end;

-- ── For the officers: ask, and release what another asked for ────────────────────────────────────

-- A quarter is over before it is asked for, each is asked for once, and none after a later one.
-- Outcomes: ok, not-allowed, too-early, known, too-late.
create function ctx.ask_publication(period text, by_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_day date := (make_date(left(period, 4)::int, right(period, 1)::int * 3, 1) + interval '1 month' - interval '1 day')::date;
begin
  if ctx.association() is null then
    return 'not-allowed';
  end if;
  perform from ctx.association a where a.association_id = ctx.association() for no key update;
  if last_day >= (now() at time zone 'Asia/Tokyo')::date then
    return 'too-early';
  end if;
  if exists (select from assoc.draft d where d.association_id = ctx.association() and d.period = ask_publication.period) then
    return 'known';
  end if;
  if exists (select from assoc.draft d where d.association_id = ctx.association()
                and (d.period > ask_publication.period or d.released_at is null)) then
    return 'too-late';
  end if;
  insert into assoc.draft (association_id, period, as_of, asked_by, asked_by_name)
  values (ctx.association(), period, last_day, ctx.actor(), by_name);
  return 'ok';
end $$;

-- Every publication that was asked for, newest first; of what is not released the report alone.
create function ctx.publications()
returns table (period text, as_of date, asked_by uuid, asked_by_name text, asked_at timestamptz, computed_at timestamptz,
               report jsonb, released_by_name text, released_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.period, d.as_of, d.asked_by, d.asked_by_name, d.asked_at, d.computed_at, d.report, d.released_by_name, d.released_at
    from assoc.draft d where d.association_id = ctx.association() order by d.period desc;
end;

-- Outcomes: ok, not-allowed, not-found, not-computed, same-person.
create function ctx.release_publication(period text, by_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d assoc.draft;
begin
  if ctx.association() is null or not ctx.owns_organisation() then
    return 'not-allowed';
  end if;
  select * into d from assoc.draft x
   where x.association_id = ctx.association() and x.period = release_publication.period for update;
  if not found then
    return 'not-found';
  end if;
  if d.released_at is not null then
    return 'ok';
  end if;
  if d.computed_at is null then
    return 'not-computed';
  end if;
  if d.asked_by = ctx.actor() then
    return 'same-person';
  end if;
  update assoc.draft x set released_by = ctx.actor(), released_by_name = by_name, released_at = statement_timestamp()
   where x.association_id = d.association_id and x.period = d.period;
  insert into assoc.published_period (association_id, period, edition_id, as_of)
  values (d.association_id, d.period, d.edition_id, d.as_of);
  insert into assoc.published_cell (association_id, period, position, cell)
  select d.association_id, d.period, at - 1, cell from jsonb_array_elements(d.cells) with ordinality c (cell, at);
  return 'ok';
end $$;

-- ── For the aggregating role: what it computes from, and where it puts it ────────────────────────

-- What waits to be computed.
create function assoc.waiting() returns table (association_id uuid, period text, as_of date)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.association_id, d.period, d.as_of from assoc.draft d where d.computed_at is null order by 1, 2;
end;

-- What stood at the end of that day in Japan and was not withdrawn since, of members that are still members.
create function assoc.contributions(association uuid, as_of date)
returns table (company_id uuid, edition_id text, industry text, region text, size text, overall text, holding text,
               batch text, at_least_half boolean, joined_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select distinct on (c.company_id) c.company_id, c.edition_id, c.industry, c.region, c.size, c.overall, c.holding, c.batch,
         c.at_least_half, (m.joined_at at time zone 'Asia/Tokyo')::date
    from assoc.contribution c
    join ctx.association_company m on m.association_id = c.association_id and m.company_id = c.company_id and m.left_at is null
   where c.association_id = contributions.association and c.withdrawn_at is null
     and c.released_at < ((contributions.as_of + 1)::timestamp at time zone 'Asia/Tokyo')
   order by c.company_id, c.number desc;
end;

-- The publication before, with its secret state; nothing where there is none.
create function assoc.before(association uuid, period text) returns table (cells jsonb, state jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select d.cells, d.state from assoc.draft d
   where d.association_id = before.association and d.period < before.period and d.computed_at is not null
   order by d.period desc limit 1;
end;

-- Once: a draft that is computed stays as it is.
create function assoc.put_draft(association uuid, period text, edition text, cells jsonb, report jsonb, state jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update assoc.draft d
     set edition_id = edition, cells = put_draft.cells, report = put_draft.report, state = put_draft.state,
         computed_at = statement_timestamp()
   where d.association_id = association and d.period = put_draft.period and d.computed_at is null;
  return found;
end $$;

grant usage on schema ctx to app_assoc;
grant execute on function
  ctx.open(text, uuid), ctx.open_association(text, uuid), ctx.company(), ctx.association(), ctx.in_association(uuid)
to app_assoc;
grant execute on function
  ctx.contribute(uuid, text, uuid, text, text, text, text, text, text, boolean, text), ctx.withdraw_contribution(uuid),
  ctx.own_contributions(), ctx.ask_publication(text, text), ctx.publications(), ctx.release_publication(text, text)
to app;
grant execute on function
  assoc.waiting(), assoc.contributions(uuid, date), assoc.before(uuid, text),
  assoc.put_draft(uuid, text, text, jsonb, jsonb, jsonb)
to agg;
