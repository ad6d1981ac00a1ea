-- The tenant context: a signed capability, checked by every policy (design: security.md 1.2).
-- `app` may call the functions granted at the end; it can read no table of this schema.

create schema ctx;
grant usage on schema ctx to app, auth;

-- The secret that signs capabilities: HMAC-SHA-256 with its two pads prepared. One row, no grant.
-- It never leaves the database. Losing or rotating it costs at most the 60 s that a capability lives.
create table ctx.key (
  only_row  boolean primary key default true check (only_row),
  inner_pad bytea not null check (octet_length(inner_pad) = 64),
  outer_pad bytea not null check (octet_length(outer_pad) = 64)
);

create table ctx.tenant (
  company_id uuid primary key,
  founded_at timestamptz not null default now()
);

-- Who may open which company, how far, until when. `questionnaires` null means all of them.
create table ctx.access (
  company_id     uuid not null references ctx.tenant (company_id) on delete cascade,
  account_id     uuid not null references auth.account (id) on delete cascade,
  role           text not null check (role in ('owner', 'editor', 'viewer')),
  can_write      boolean not null,
  questionnaires text[] check (array_to_string(questionnaires, '') ~ '^[a-z-]*$'),
  granted_at     timestamptz not null default now(),
  expires_at     timestamptz,
  revoked_at     timestamptz,
  primary key (company_id, account_id)
);
create index access_account on ctx.access (account_id, company_id);

-- Writes a new key from 488 random bits of the server's strong generator (pgcrypto is not needed).
create function ctx.rotate_key() returns void
language plpgsql volatile as $$
declare
  seed bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
             || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  k bytea := sha256(seed) || decode(repeat('00', 32), 'hex');
  inner_pad bytea := k;
  outer_pad bytea := k;
begin
  for i in 0 .. 63 loop
    inner_pad := set_byte(inner_pad, i, get_byte(k, i) # 54);  -- 0x36, RFC 2104
    outer_pad := set_byte(outer_pad, i, get_byte(k, i) # 92);  -- 0x5c
  end loop;
  delete from ctx.key;
  insert into ctx.key (inner_pad, outer_pad) values (inner_pad, outer_pad);
end $$;
select ctx.rotate_key();

-- HMAC-SHA-256 of a capability's body, in hexadecimal. Called only inside the definer functions.
-- (In plpgsql, which keeps the plan: policies ask for it several times in each statement.)
create function ctx.mac(body text) returns text
language plpgsql stable as $$
begin
  return (select encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to('capability:' || body, 'UTF8'))), 'hex')
            from ctx.key k);
end $$;

-- The claims of this transaction's capability, or null when it is absent, forged or older than 60 s.
-- Nothing is parsed before the mac holds. The two macs are compared by their hashes, so that the time
-- a comparison takes tells nothing. Time is that of the statement: a transaction cannot outlive 60 s.
create function ctx.claims() returns text[]
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
  if claims[5]::bigint <= extract(epoch from statement_timestamp()) then
    return null;
  end if;
  return claims;
end $$;

create function ctx.company() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (ctx.claims())[1]::uuid;
end $$;

create function ctx.company_rw() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := ctx.claims();
begin
  return case when claims[2] = 'rw' then claims[1]::uuid end;
end $$;

create function ctx.actor() returns uuid
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return (ctx.claims())[3]::uuid;
end $$;

-- The questionnaires that this capability opens; the empty list without a valid one.
create function ctx.questionnaires() returns text[]
language plpgsql stable security definer parallel safe cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(string_to_array((ctx.claims())[4], ','), '{}');
end $$;

-- The account of a live session, from the digest that the app derives from the cookie; else null.
create function ctx.live_account(context_digest text) returns table (account_id uuid, session_ends timestamptz)
language sql stable
begin atomic
  select s.account_id, s.expires_at
  from auth.session s
  where s.context_digest_hash = sha256(convert_to(context_digest, 'UTF8')) and auth.is_live(s);
end;

-- Opens a company for one transaction: checks session and access now, and returns
-- `company.scope.actor.questionnaires.expiry.mac`, valid for 60 s, or null. An access without a list of
-- its own opens every published questionnaire.
create function ctx.open(context_digest text, company uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  body text;
begin
  select concat_ws('.',
           a.company_id,
           case when a.can_write then 'rw' else 'ro' end,
           a.account_id,
           array_to_string(coalesce(a.questionnaires, array(
             select distinct split_part(split_part(d.key, '/', 2), '@', 1)
               from content.document d where d.kind = 'questionnaires')), ','),
           extract(epoch from least(statement_timestamp() + interval '60 seconds', l.session_ends, a.expires_at))::bigint)
    into body
    from ctx.live_account(context_digest) l
    join ctx.access a on a.account_id = l.account_id
   where a.company_id = company
     and a.revoked_at is null
     and (a.expires_at is null or a.expires_at > statement_timestamp());
  return body || '.' || ctx.mac(body);
end $$;

-- Registers a fresh company id with the session's account as its owner. False: no live session, or the id is taken.
create function ctx.found(context_digest text, company uuid) returns boolean
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
  insert into ctx.access (company_id, account_id, role, can_write) values (company, founder, 'owner', true);
  return true;
end $$;

-- The companies that the session's account may open now, oldest access first.
create function ctx.companies(context_digest text)
returns table (company_id uuid, role text, can_write boolean, questionnaires text[])
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.company_id, a.role, a.can_write, a.questionnaires
  from ctx.live_account(context_digest) l
  join ctx.access a on a.account_id = l.account_id
  where a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())
  order by a.granted_at, a.company_id;
end;

-- The one function that makes every tenant table: row-level security enabled and forced, the policies,
-- the grants to `app`, and company_id from the capability where an insert does not name it. Raises where a key, a unique index or a foreign key is not led by company_id.
-- Columns decide what more is checked: `questionnaire` against the capability, `actor` and `created_by`
-- against the person who acts. DELETE has no WITH CHECK, hence the separate policies for writing.
create function ctx.protect(tenant_table regclass, privileges text) returns void
language plpgsql as $$
declare
  tenant_column smallint;
  wrong text;
  author text;
begin
  select attnum into tenant_column from pg_attribute
   where attrelid = tenant_table and attname = 'company_id' and attnotnull and atttypid = 'uuid'::regtype and not attisdropped;
  if tenant_column is distinct from 1 then
    raise exception '%: the first column must be company_id uuid not null', tenant_table;
  end if;
  if not exists (select from pg_index where indrelid = tenant_table and indisprimary) then
    raise exception '%: a tenant table needs a primary key', tenant_table;
  end if;
  select indexrelid::regclass::text into wrong from pg_index
   where indrelid = tenant_table and indisunique and indkey[0] <> tenant_column limit 1;
  if wrong is not null then
    raise exception '%: the unique index % is not led by company_id', tenant_table, wrong;
  end if;
  select k.conname into wrong from pg_constraint k
   join pg_attribute r on r.attrelid = k.confrelid and r.attname = 'company_id'
   where k.conrelid = tenant_table and k.contype = 'f'
     and (k.conkey[1] <> tenant_column or k.confkey[1] <> r.attnum) limit 1;
  if wrong is not null then
    raise exception '%: the foreign key % does not lead with company_id on both sides', tenant_table, wrong;
  end if;

  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy tenant on %s for all to app using (company_id = ctx.company()) with check (company_id = ctx.company_rw())', tenant_table);
  execute format('create policy tenant_update on %s as restrictive for update to app using (company_id = ctx.company_rw())', tenant_table);
  execute format('create policy tenant_delete on %s as restrictive for delete to app using (company_id = ctx.company_rw())', tenant_table);
  if exists (select from pg_attribute where attrelid = tenant_table and attname = 'questionnaire' and not attisdropped) then
    execute format('create policy questionnaire on %s as restrictive for all to app using (questionnaire = any (ctx.questionnaires())) with check (questionnaire = any (ctx.questionnaires()))', tenant_table);
  end if;
  for author in select attname from pg_attribute
   where attrelid = tenant_table and attname in ('actor', 'created_by') and not attisdropped loop
    execute format('create policy %I on %s as restrictive for insert to app with check (%I = ctx.actor())', 'author_' || author, tenant_table, author);
  end loop;
  execute format('alter table %s alter column company_id set default ctx.company()', tenant_table);
  execute format('revoke all on %s from public', tenant_table);
  execute format('grant %s on %s to app', privileges, tenant_table);
end $$;

grant execute on function
  ctx.company(), ctx.company_rw(), ctx.actor(), ctx.questionnaires(),
  ctx.open(text, uuid), ctx.found(text, uuid), ctx.companies(text)
to app;
grant execute on function ctx.companies(text) to auth;
