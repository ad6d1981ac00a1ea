-- Leaving: an owner asks for the company to be deleted, has 30 days to recall it, and then everything goes
-- but a receipt. The one way for an event or an entry of the access log to go is erase.company.

create schema erase;
grant usage on schema erase to app, app_worker;
grant usage on schema auth to app_worker;
grant insert, select (dedupe_key) on auth.outbox to app_worker;

-- What was asked for. Not a child of the tenant: it says, while everything else goes, that it may go.
create table erase.request (
  company_id        uuid not null,
  request_id        uuid not null,
  requested_by      uuid not null,
  requested_by_name text not null check (length(requested_by_name) between 1 and 80),
  requested_at      timestamptz not null default now(),
  due_at            timestamptz not null,
  recalled_at       timestamptz,
  -- The transaction in which it is carried out.
  running           xid8,
  primary key (company_id, request_id),
  check (due_at >= requested_at + interval '720 hours')
);
create unique index request_open on erase.request (company_id) where recalled_at is null;

-- What is left of a company: no name, no id but its hash, and the end of its access log.
create table erase.receipt (
  receipt_id uuid primary key,
  chain      text not null check (chain ~ '^[0-9a-f]{64}$'),
  seq        bigint not null,
  hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
  counts     jsonb not null,
  erased_at  timestamptz not null default clock_timestamp()
);

-- The rows that go in a running erasure, counted as they go.
create table erase.tally (
  company_id uuid not null,
  tbl        text not null,
  n          bigint not null,
  primary key (company_id, tbl)
);

create function erase.is_running(company uuid) returns boolean
language sql stable
begin atomic
  select exists (select from erase.request r where r.company_id = company and r.recalled_at is null
                   and r.due_at <= clock_timestamp() and r.running = pg_current_xact_id());
end;

-- A row of a company goes in its running erasure, or not at all: for every role.
create function erase.only_then() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if erase.is_running(old.company_id) then
      return old;
    end if;
  end if;
  raise exception '% of %.%: what stands of a company stays.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create function erase.count_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into erase.tally as t (company_id, tbl, n)
  select g.company_id, concat(tg_table_schema, '.', tg_table_name), count(*) from gone g group by g.company_id
  on conflict (company_id, tbl) do update set n = t.n + excluded.n;
  return null;
end $$;

-- The log lets its entries go as everything else does; updates and TRUNCATE stay refused by audit.refuse.
drop trigger stays on audit.entry;
drop trigger stays on audit.anchored;
drop trigger stays on audit.key;
drop trigger stays on audit.head;
create trigger stays before update on audit.entry for each row execute function audit.refuse();
create trigger stays before update on audit.anchored for each row execute function audit.refuse();
create trigger stays before update on audit.key for each row execute function audit.refuse();
create trigger stays before truncate on audit.head for each statement execute function audit.refuse();

create function erase.keep(kept regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger kept before delete on %s for each row execute function erase.only_then()', kept);
  execute format('create trigger counted after delete on %s referencing old table as gone for each statement execute function erase.count_gone()', kept);
  execute format('create trigger kept_whole before truncate on %s for each statement execute function erase.only_then()', kept);
end $$;

-- Every table of companies whose rows no login may delete, and the tenant itself.
do $$
declare
  kept regclass;
begin
  for kept in
    select c.oid from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('junbi', 'audit', 'ctx')
      join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 and a.attname = 'company_id'
     where c.relkind = 'r' and not has_table_privilege('app', c.oid, 'delete')
       and (n.nspname <> 'ctx' or c.relname = 'tenant')
     order by c.oid::regclass::text loop
    perform erase.keep(kept);
  end loop;
end $$;

-- From here on ctx.protect also keeps the rows of a company's table that app may not delete.
alter function ctx.protect(regclass, text) rename to protect_and_watch;
create function ctx.protect(tenant_table regclass, privileges text) returns void
language plpgsql as $$
begin
  perform ctx.protect_and_watch(tenant_table, privileges);
  if privileges !~* '\mdelete\M' and exists (
       select from pg_attribute where attrelid = tenant_table and attname = 'company_id' and attnum = 1) then
    perform erase.keep(tenant_table);
  end if;
end $$;

-- Messages to every owner of a company, in their language: `notices` is {"ja": {"subject", "body"}, "en": …}.
create function erase.notify(company uuid, kind text, notices jsonb, key text) returns void
language sql volatile
begin atomic
  insert into auth.outbox (id, to_address, kind, locale, subject, body_text, dedupe_key)
  select gen_random_uuid(), a.email, notify.kind, a.locale,
         notices -> a.locale ->> 'subject', notices -> a.locale ->> 'body', concat(key, ' ', a.id)
    from ctx.access c join auth.account a on a.id = c.account_id
   where c.company_id = company and c.role = 'owner' and c.revoked_at is null
  on conflict (dedupe_key) do nothing;
end;

-- Asks for the deletion, 30 days from now; for an owner who has just confirmed. Asked twice, the first one
-- stands. Null: not allowed.
create function erase.ask(notices jsonb) returns timestamptz
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.company_rw();
  due timestamptz;
  request uuid := gen_random_uuid();
begin
  if company is null or not ctx.is_confirmed_owner() then
    return null;
  end if;
  insert into erase.request (company_id, request_id, requested_by, requested_by_name, due_at)
  select company, request, a.id, a.name, now() + interval '720 hours' from auth.account a where a.id = ctx.actor()
  on conflict (company_id) where recalled_at is null do nothing
  returning due_at into due;
  if due is null then
    return (select r.due_at from erase.request r where r.company_id = company and r.recalled_at is null);
  end if;
  perform audit.add(company, ctx.actor(), 'owner', null, 'erasure.asked', concat('erasure/', request),
                    format('{"due":%s}', (extract(epoch from due) * 1000)::bigint), '{}', '{}');
  perform erase.notify(company, 'erasure-asked', notices, concat('erasure-asked ', request));
  return due;
end $$;

-- Takes it back, by any owner; true where there was something to take back.
create function erase.recall(notices jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.company_rw();
  request uuid;
begin
  if company is null or ctx.role() <> 'owner' then
    return false;
  end if;
  update erase.request r set recalled_at = now()
   where r.company_id = company and r.recalled_at is null returning r.request_id into request;
  if request is null then
    return false;
  end if;
  perform audit.add(company, ctx.actor(), 'owner', null, 'erasure.recalled', concat('erasure/', request), '{}', '{}', '{}');
  perform erase.notify(company, 'erasure-recalled', notices, concat('erasure-recalled ', request));
  return true;
end $$;

-- Tells every owner that a consultancy was let in or is out. It writes to nobody unless this very
-- transaction has just written so into the company's access log: no other message can be sent with it.
create function ctx.tell_owners(company uuid, notices jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  last audit.entry;
begin
  select e.* into last from audit.head h join audit.entry e on (e.company_id, e.seq) = (h.company_id, h.seq)
   where h.company_id = coalesce(company, ctx.company()) and h.xact = pg_current_xact_id()
     and e.action in ('engagement.granted', 'engagement.ended', 'engagement.resigned');
  if not found then
    return;
  end if;
  perform erase.notify(last.company_id, replace(last.action, '.', '-'), notices,
                       concat(last.action, ' ', last.company_id, ' ', last.seq));
end $$;

-- The open request of this company, for everybody in it.
create function erase.state() returns table (requested_by_name text, requested_at timestamptz, due_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select r.requested_by_name, r.requested_at, r.due_at from erase.request r
   where r.company_id = ctx.company() and r.recalled_at is null;
end;

-- For the worker: what is due, one company at a time.
create function erase.next_due() returns uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select r.company_id from erase.request r
   where r.recalled_at is null and r.due_at <= clock_timestamp()
   order by r.due_at limit 1 for update skip locked;
end;

-- Erases a company: raises without a request whose 30 days have passed. Everything of it goes with its
-- tenant; what is left is the receipt, and whom to tell.
create function erase.company(leaving uuid)
returns table (receipt_id uuid, chain text, seq bigint, hash text, counts jsonb, erased_at timestamptz, owners jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  end_of audit.head;
  told jsonb;
  r erase.receipt;
begin
  update erase.request q set running = pg_current_xact_id()
   where q.company_id = leaving and q.recalled_at is null and q.due_at <= clock_timestamp();
  if not found then
    raise exception 'No erasure of this company is due.' using errcode = 'insufficient_privilege';
  end if;
  -- The tenant first, then the end of its log, as every change locks them.
  perform from ctx.tenant t where t.company_id = leaving for update;
  select h.* into end_of from audit.head h where h.company_id = leaving for update;
  select coalesce(jsonb_agg(jsonb_build_object('email', a.email, 'locale', a.locale)), '[]') into told
    from ctx.access c join auth.account a on a.id = c.account_id
   where c.company_id = leaving and c.role = 'owner' and c.revoked_at is null;
  -- Invitations name their organisation without a key, because it may be of three kinds.
  delete from ctx.invitation i where i.organisation_id = leaving and i.kind in ('member', 'engagement');
  delete from ctx.tenant t where t.company_id = leaving;
  insert into erase.receipt as w (receipt_id, chain, seq, hash, counts)
  values (gen_random_uuid(), encode(sha256(convert_to(concat('junbi-chain-1 ', leaving), 'UTF8')), 'hex'), end_of.seq,
          encode(end_of.hash, 'hex'),
          (select jsonb_object_agg(t.tbl, t.n) from erase.tally t where t.company_id = leaving))
  returning w.* into r;
  delete from erase.tally t where t.company_id = leaving;
  delete from erase.request q where q.company_id = leaving;
  return query select r.receipt_id, r.chain, r.seq, r.hash, r.counts, r.erased_at, told;
end $$;

grant execute on function erase.ask(jsonb), erase.recall(jsonb), erase.state(), ctx.tell_owners(uuid, jsonb) to app;
grant execute on function erase.next_due(), erase.company(uuid) to app_worker;
