-- Three kinds of organisation, roles, engagements, and a capability that says who acts in which role for
-- whom (design: architecture.md "Tenants", security.md 1.2). Granting and inviting follow in 0007.

-- How sure we are of the person: 1 after a password, 2 after a passkey or a second factor. `confirmed_at`
-- is when they last proved it; a session that gets more rights is a new session, so neither ever changes.
alter table auth.session
  add column level smallint not null default 1 check (level in (1, 2)),
  add column confirmed_at timestamptz not null default now();

-- What is replaced below. (The functions that policies call keep their names, and so the policies stand.)
drop function ctx.companies(text);
drop function ctx.live_account(text);

-- owner: everything · preparer: edits everything · respondent: answers the sections given to them ·
-- declarer: signs · viewer: reads.
alter table ctx.access drop constraint access_role_check;
update ctx.access set role = 'preparer' where role = 'editor';
alter table ctx.access drop column can_write;
alter table ctx.access
  add column sections text check (sections ~ '^[A-L]*$'),
  add constraint access_role_check check (role in ('owner', 'preparer', 'respondent', 'declarer', 'viewer')),
  add constraint access_respondent_check check ((role = 'respondent') = (sections is not null));

create table ctx.consultancy (
  consultancy_id uuid primary key,
  founded_at     timestamptz not null default now()
);

create table ctx.consultancy_member (
  consultancy_id uuid not null references ctx.consultancy (consultancy_id) on delete cascade,
  account_id     uuid not null references auth.account (id) on delete cascade,
  role           text not null check (role in ('owner', 'member')),
  granted_at     timestamptz not null default now(),
  revoked_at     timestamptz,
  primary key (consultancy_id, account_id)
);
create index consultancy_member_account on ctx.consultancy_member (account_id, consultancy_id);

create table ctx.association (
  association_id uuid primary key,
  founded_at     timestamptz not null default now()
);

create table ctx.association_member (
  association_id uuid not null references ctx.association (association_id) on delete cascade,
  account_id     uuid not null references auth.account (id) on delete cascade,
  role           text not null check (role in ('owner', 'member')),
  granted_at     timestamptz not null default now(),
  revoked_at     timestamptz,
  primary key (association_id, account_id)
);
create index association_member_account on ctx.association_member (account_id, association_id);

-- What a company lets a consultancy do, until when. Never changed but for its end: another scope is
-- another engagement. Two tenants meet here, so no login reaches the table.
create table ctx.engagement (
  company_id      uuid not null references ctx.tenant (company_id) on delete cascade,
  engagement_id   uuid not null,
  consultancy_id  uuid not null references ctx.consultancy (consultancy_id) on delete cascade,
  scope           text not null check (scope in ('read', 'answer')),
  questionnaires  text[] check (array_to_string(questionnaires, '') ~ '^[a-z-]*$'),
  granted_by      uuid not null,
  granted_by_name text not null check (length(granted_by_name) between 1 and 80),
  starts_at       timestamptz not null default now(),
  ends_at         timestamptz not null,
  revoked_at      timestamptz,
  revoked_by_name text check (length(revoked_by_name) between 1 and 80),
  primary key (company_id, engagement_id),
  check (ends_at > starts_at and ends_at <= starts_at + interval '366 days')
);
create index engagement_consultancy on ctx.engagement (consultancy_id, company_id) where revoked_at is null;

-- The account of a live session, how sure we are of the person, and whether they proved it in the last
-- five minutes.
create function ctx.live_account(context_digest text)
returns table (account_id uuid, session_ends timestamptz, level smallint, is_fresh boolean)
language sql stable
begin atomic
  select s.account_id, s.expires_at, s.level, s.confirmed_at > statement_timestamp() - interval '5 minutes'
  from auth.session s
  where s.context_digest_hash = sha256(convert_to(context_digest, 'UTF8')) and auth.is_live(s);
end;

-- Everything that lets the session's account into a company now: its own role, and what its consultancies
-- were engaged for. Consultants need level 2. Of several ways in, `way` 1 is the one that is taken.
create function ctx.ways_in(context_digest text)
returns table (company_id uuid, account_id uuid, role text, can_write boolean, consultancy_id uuid,
               questionnaires text[], sections text, granted_at timestamptz, ends_at timestamptz,
               is_fresh boolean, way bigint)
language sql stable
begin atomic
  select w.company_id, w.account_id, w.role, w.can_write, w.consultancy_id, w.questionnaires, w.sections,
         w.granted_at, least(w.ends_at, w.session_ends), w.is_fresh,
         row_number() over (partition by w.company_id
                            order by w.consultancy_id is not null, w.can_write desc, w.ends_at desc, w.engagement_id)
  from (
    select a.company_id, a.account_id, a.role, a.role in ('owner', 'preparer', 'respondent') as can_write,
           null::uuid as consultancy_id, null::uuid as engagement_id, a.questionnaires, a.sections, a.granted_at,
           coalesce(a.expires_at, 'infinity') as ends_at, l.session_ends, l.is_fresh
    from ctx.live_account(context_digest) l
    join ctx.access a on a.account_id = l.account_id
    where a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())
    union all
    select e.company_id, m.account_id, 'consultant', e.scope = 'answer', e.consultancy_id, e.engagement_id,
           e.questionnaires, null, e.starts_at, e.ends_at, l.session_ends, l.is_fresh
    from ctx.live_account(context_digest) l
    join ctx.consultancy_member m on m.account_id = l.account_id and m.revoked_at is null
    join ctx.engagement e on e.consultancy_id = m.consultancy_id and e.revoked_at is null
    where l.level = 2 and e.starts_at <= statement_timestamp() and e.ends_at > statement_timestamp()
  ) w;
end;

-- A capability is `kind.tenant.scope.role.actor.consultancy.questionnaires.sections.fresh.expiry.mac`:
-- which tenant, `ro` or `rw`, in which role, who, for which consultancy (`-` for none), which
-- questionnaires and sections, whether the person proved who they are just now (`1`), and until when.
create function ctx.signed(body text) returns text
language sql stable
return body || '.' || ctx.mac(body);

-- The claims of this transaction's capability if it is of that kind, or null when it is absent, forged or
-- older than 60 s. Nothing is parsed before the mac holds. The two macs are compared by their hashes, so
-- that the time a comparison takes tells nothing. Time is that of the statement: a transaction cannot
-- outlive 60 s.
create function ctx.claims(kind text) returns text[]
language plpgsql stable as $$
declare
  capability text := current_setting('app.capability', true);
  body text := left(capability, -65);
  claims text[];
begin
  if body is null or body = ''
     or sha256(convert_to(right(capability, 65), 'UTF8')) is distinct from sha256(convert_to('.' || ctx.mac(body), 'UTF8')) then
    return null;
  end if;
  claims := string_to_array(body, '.');
  if claims[1] <> kind or claims[10]::bigint <= extract(epoch from statement_timestamp()) then
    return null;
  end if;
  return claims;
end $$;

create or replace function ctx.company() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (ctx.claims('company'))[2]::uuid;
end $$;

create or replace function ctx.company_rw() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := ctx.claims('company');
begin
  return case when claims[3] = 'rw' then claims[2]::uuid end;
end $$;

create function ctx.consultancy() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (ctx.claims('consultancy'))[2]::uuid;
end $$;

create function ctx.consultancy_rw() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := ctx.claims('consultancy');
begin
  return case when claims[3] = 'rw' then claims[2]::uuid end;
end $$;

create function ctx.association() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (ctx.claims('association'))[2]::uuid;
end $$;

create function ctx.association_rw() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := ctx.claims('association');
begin
  return case when claims[3] = 'rw' then claims[2]::uuid end;
end $$;

-- Who acts, whatever kind of organisation the transaction is open for.
create or replace function ctx.actor() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (coalesce(ctx.claims('company'), ctx.claims('consultancy'), ctx.claims('association')))[5]::uuid;
end $$;

-- The role in which they act: of a company, or `consultant`; of a consultancy or association owner, member.
create function ctx.role() returns text
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (coalesce(ctx.claims('company'), ctx.claims('consultancy'), ctx.claims('association')))[4];
end $$;

-- The consultancy on whose behalf somebody acts inside a company; null for the company's own people.
create function ctx.acting_consultancy() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return nullif((ctx.claims('company'))[6], '-')::uuid;
end $$;

create or replace function ctx.questionnaires() returns text[]
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(string_to_array((ctx.claims('company'))[7], ','), '{}');
end $$;

-- The sections (letters) that this capability may answer; none without a valid one.
create function ctx.sections() returns text
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((ctx.claims('company'))[8], '');
end $$;

-- True where an owner acts who proved who they are in the last five minutes: for what cannot be undone.
create function ctx.is_confirmed_owner() returns boolean
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := coalesce(ctx.claims('company'), ctx.claims('consultancy'), ctx.claims('association'));
begin
  return coalesce(claims[4] = 'owner' and claims[9] = '1', false);
end $$;

drop function ctx.claims();

-- Opens a company for one transaction: checks session and access now, and returns a capability that is
-- valid for 60 s, or null. A way in without a list of its own opens every published questionnaire and
-- every section.
create or replace function ctx.open(context_digest text, company uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  body text;
begin
  select concat_ws('.', 'company', w.company_id,
           case when w.can_write then 'rw' else 'ro' end,
           w.role, w.account_id, coalesce(w.consultancy_id::text, '-'),
           array_to_string(coalesce(w.questionnaires, array(
             select distinct split_part(split_part(d.key, '/', 2), '@', 1)
               from content.document d where d.kind = 'questionnaires')), ','),
           coalesce(w.sections, 'ABCDEFGHIJKL'),
           case when w.is_fresh then '1' else '0' end,
           extract(epoch from least(statement_timestamp() + interval '60 seconds', w.ends_at))::bigint)
    into body
    from ctx.ways_in(context_digest) w
   where w.company_id = company and w.way = 1;
  return ctx.signed(body);
end $$;

-- Opens a consultancy for one of its members, who needs level 2. A member who is not its owner reads.
create function ctx.open_consultancy(context_digest text, consultancy uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  body text;
begin
  select concat_ws('.', 'consultancy', m.consultancy_id,
           case when m.role = 'owner' then 'rw' else 'ro' end, m.role, m.account_id, '-', '', '',
           case when l.is_fresh then '1' else '0' end,
           extract(epoch from least(statement_timestamp() + interval '60 seconds', l.session_ends))::bigint)
    into body
    from ctx.live_account(context_digest) l
    join ctx.consultancy_member m on m.account_id = l.account_id and m.revoked_at is null
   where l.level = 2 and m.consultancy_id = consultancy;
  return ctx.signed(body);
end $$;

-- Opens an association for one of its members, who needs level 2.
create function ctx.open_association(context_digest text, association uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  body text;
begin
  select concat_ws('.', 'association', m.association_id,
           case when m.role = 'owner' then 'rw' else 'ro' end, m.role, m.account_id, '-', '', '',
           case when l.is_fresh then '1' else '0' end,
           extract(epoch from least(statement_timestamp() + interval '60 seconds', l.session_ends))::bigint)
    into body
    from ctx.live_account(context_digest) l
    join ctx.association_member m on m.account_id = l.account_id and m.revoked_at is null
   where l.level = 2 and m.association_id = association;
  return ctx.signed(body);
end $$;

create or replace function ctx.found(context_digest text, company uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  founder uuid := (select l.account_id from ctx.live_account(context_digest) l);
begin
  if founder is null then
    return false;
  end if;
  insert into ctx.tenant (company_id) values (company) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into ctx.access (company_id, account_id, role) values (company, founder, 'owner');
  return true;
end $$;

-- Registers a fresh id as a consultancy owned by the session's account. False: no live session of level 2,
-- or the id is taken.
create function ctx.found_consultancy(context_digest text, consultancy uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  founder uuid := (select l.account_id from ctx.live_account(context_digest) l where l.level = 2);
begin
  if founder is null then
    return false;
  end if;
  insert into ctx.consultancy (consultancy_id) values (consultancy) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into ctx.consultancy_member (consultancy_id, account_id, role) values (consultancy, founder, 'owner');
  return true;
end $$;

-- The same for an association.
create function ctx.found_association(context_digest text, association uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  founder uuid := (select l.account_id from ctx.live_account(context_digest) l where l.level = 2);
begin
  if founder is null then
    return false;
  end if;
  insert into ctx.association (association_id) values (association) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into ctx.association_member (association_id, account_id, role) values (association, founder, 'owner');
  return true;
end $$;

-- The companies that the session's account may open now, oldest access first.
create function ctx.companies(context_digest text)
returns table (company_id uuid, role text, can_write boolean, consultancy_id uuid, questionnaires text[], sections text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select w.company_id, w.role, w.can_write, w.consultancy_id, w.questionnaires, w.sections
  from ctx.ways_in(context_digest) w
  where w.way = 1
  order by w.granted_at, w.company_id;
end;

-- The consultancies and associations of the session's account, whatever its level: the page says what is
-- missing to open them.
create function ctx.organisations(context_digest text)
returns table (kind text, organisation_id uuid, role text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select o.kind, o.organisation_id, o.role
  from ctx.live_account(context_digest) l
  cross join lateral (
    select 'consultancy' as kind, m.consultancy_id as organisation_id, m.role, m.granted_at
    from ctx.consultancy_member m where m.account_id = l.account_id and m.revoked_at is null
    union all
    select 'association', m.association_id, m.role, m.granted_at
    from ctx.association_member m where m.account_id = l.account_id and m.revoked_at is null
  ) o
  order by o.granted_at, o.organisation_id;
end;

-- Makes a tenant table of any of the three kinds: its first column says which. The same as before for a
-- company (0002_context.sql): policies, grants to `app`, the tenant from the capability where an insert
-- does not name it; raises where a key, a unique index or a foreign key is not led by the tenant column.
create or replace function ctx.protect(tenant_table regclass, privileges text) returns void
language plpgsql as $$
declare
  tenant_name text;
  tenant_column smallint;
  kind text;
  wrong text;
  author text;
begin
  select attname, attnum into tenant_name, tenant_column from pg_attribute
   where attrelid = tenant_table and attname in ('company_id', 'consultancy_id', 'association_id')
     and attnum = 1 and attnotnull and atttypid = 'uuid'::regtype and not attisdropped;
  if tenant_column is null then
    raise exception '%: the first column must be the tenant: company_id, consultancy_id or association_id, uuid not null', tenant_table;
  end if;
  kind := replace(tenant_name, '_id', '');
  if not exists (select from pg_index where indrelid = tenant_table and indisprimary) then
    raise exception '%: a tenant table needs a primary key', tenant_table;
  end if;
  select indexrelid::regclass::text into wrong from pg_index
   where indrelid = tenant_table and indisunique and indkey[0] <> tenant_column limit 1;
  if wrong is not null then
    raise exception '%: the unique index % is not led by %', tenant_table, wrong, tenant_name;
  end if;
  select k.conname into wrong from pg_constraint k
   join pg_attribute r on r.attrelid = k.confrelid and r.attnum = 1
    and r.attname in ('company_id', 'consultancy_id', 'association_id')
   where k.conrelid = tenant_table and k.contype = 'f'
     and (k.conkey[1] <> tenant_column or k.confkey[1] <> r.attnum or r.attname <> tenant_name) limit 1;
  if wrong is not null then
    raise exception '%: the foreign key % does not lead with % on both sides', tenant_table, wrong, tenant_name;
  end if;

  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy tenant on %s for all to app using (%I = ctx.%I()) with check (%I = ctx.%I())',
                 tenant_table, tenant_name, kind, tenant_name, kind || '_rw');
  execute format('create policy tenant_update on %s as restrictive for update to app using (%I = ctx.%I())',
                 tenant_table, tenant_name, kind || '_rw');
  execute format('create policy tenant_delete on %s as restrictive for delete to app using (%I = ctx.%I())',
                 tenant_table, tenant_name, kind || '_rw');
  if exists (select from pg_attribute where attrelid = tenant_table and attname = 'questionnaire' and not attisdropped) then
    execute format('create policy questionnaire on %s as restrictive for all to app using (questionnaire = any (ctx.questionnaires())) with check (questionnaire = any (ctx.questionnaires()))', tenant_table);
  end if;
  for author in select attname from pg_attribute
   where attrelid = tenant_table and attname in ('actor', 'created_by') and not attisdropped loop
    execute format('create policy %I on %s as restrictive for insert to app with check (%I = ctx.actor())', 'author_' || author, tenant_table, author);
  end loop;
  execute format('alter table %s alter column %I set default ctx.%I()', tenant_table, tenant_name, kind);
  execute format('revoke all on %s from public', tenant_table);
  execute format('grant %s on %s to app', privileges, tenant_table);
end $$;

create table junbi.consultancy (
  consultancy_id  uuid primary key references ctx.consultancy (consultancy_id) on delete cascade,
  name            text not null check (length(name) between 1 and 120),
  created_by      uuid not null default ctx.actor(),
  created_by_name text not null check (length(created_by_name) between 1 and 80),
  created_at      timestamptz not null default now()
);
select ctx.protect('junbi.consultancy', 'select, insert, update (name)');

create table junbi.association (
  association_id  uuid primary key references ctx.association (association_id) on delete cascade,
  name            text not null check (length(name) between 1 and 120),
  created_by      uuid not null default ctx.actor(),
  created_by_name text not null check (length(created_by_name) between 1 and 80),
  created_at      timestamptz not null default now()
);
select ctx.protect('junbi.association', 'select, insert, update (name)');

grant execute on function
  ctx.consultancy(), ctx.consultancy_rw(), ctx.association(), ctx.association_rw(),
  ctx.role(), ctx.acting_consultancy(), ctx.sections(), ctx.is_confirmed_owner(),
  ctx.open_consultancy(text, uuid), ctx.open_association(text, uuid),
  ctx.found_consultancy(text, uuid), ctx.found_association(text, uuid),
  ctx.companies(text), ctx.organisations(text)
to app;
grant execute on function ctx.companies(text), ctx.organisations(text) to auth;
