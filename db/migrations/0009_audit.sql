-- The access log (design: security.md 4): one hash chain per company, written in the transaction that
-- causes the entry, and anchors that are signed outside the database. No login reads or writes a table of
-- this schema; each calls the functions granted at the end.

create schema audit;
grant usage on schema audit to app, auth, app_worker;

-- The end of each chain. `xact` is the transaction that wrote last: what audit.expect_entry asks for.
create table audit.head (
  company_id uuid primary key references ctx.tenant (company_id) on delete cascade,
  seq        bigint not null check (seq >= 0),
  at         timestamptz not null,
  hash       bytea not null check (octet_length(hash) = 32),
  xact       xid8 not null
);

-- `hash` is the SHA-256 of all the other columns (audit.hash; assessments/audit-chain.ts recomputes it).
create table audit.entry (
  company_id   uuid not null references audit.head (company_id) on delete cascade,
  seq          bigint not null check (seq > 0),
  at           timestamptz not null,
  actor        uuid,
  actor_name   text not null check (length(actor_name) between 1 and 80),
  role         text not null check (role ~ '^[a-z-]{1,20}$'),
  on_behalf_of uuid,
  action       text not null check (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  target       text not null check (target ~ '^[!-~]{1,200}$'),
  payload      bytea not null check (octet_length(payload) <= 8000),
  prev         bytea not null check (octet_length(prev) = 32),
  hash         bytea not null check (octet_length(hash) = 32),
  primary key (company_id, seq)
);

-- The key of a company's commitments: HMAC-SHA-256 with its two pads prepared. It goes with the company.
create table audit.key (
  company_id uuid primary key references audit.head (company_id) on delete cascade,
  inner_pad  bytea not null check (octet_length(inner_pad) = 64),
  outer_pad  bytea not null check (octet_length(outer_pad) = 64)
);

-- A signed Merkle root over all heads; `body` is what was signed, as canonical JSON.
create table audit.anchor (
  number    bigint primary key check (number > 0),
  body      text not null check (octet_length(body) <= 2000),
  signature bytea not null check (octet_length(signature) = 64),
  key_id    text not null check (key_id ~ '^[0-9a-f]{16}$'),
  -- What it adds for the file outside: chains by the hash of their company's id, with their proofs.
  heads     text not null
);

-- The head of one company in an anchor, with its way to the root.
create table audit.anchored (
  company_id uuid not null references audit.head (company_id) on delete cascade,
  number     bigint not null references audit.anchor (number),
  seq        bigint not null check (seq > 0),
  hash       bytea not null check (octet_length(hash) = 32),
  -- Steps of 65 characters: the side of the other half (l or r) and its hash.
  proof      text not null check (proof ~ '^([lr][0-9a-f]{64})*$'),
  primary key (company_id, number)
);

-- Failed sign-ins wait here, known address or not, so that both take the same time; emptied once a minute.
create table audit.failed_sign_in (
  id      uuid primary key default gen_random_uuid(),
  email   text not null check (length(email) <= 254),
  network text not null check (network ~ '^[0-9a-f.:/-]{1,60}$'),
  at      timestamptz not null default clock_timestamp()
);

-- The hash of an entry: every field with its length before it, so that no two entries share their bytes.
-- Times count in milliseconds, in which they are stored. (In plpgsql, whose plain expressions are fast.)
create function audit.hash(e audit.entry) returns bytea
language plpgsql immutable as $$
declare
  part bytea;
  bytes bytea := '';
begin
  foreach part in array array[
      'junbi-audit-1'::bytea, uuid_send(e.company_id), int8send(e.seq),
      int8send((extract(epoch from e.at) * 1000)::bigint), coalesce(uuid_send(e.actor), ''),
      convert_to(e.actor_name, 'UTF8'), convert_to(e.role, 'UTF8'), coalesce(uuid_send(e.on_behalf_of), ''),
      convert_to(e.action, 'UTF8'), convert_to(e.target, 'UTF8'), e.payload, e.prev] loop
    bytes := bytes || int4send(octet_length(part)) || part;
  end loop;
  return sha256(bytes);
end $$;

-- Begins the chain of a company with an empty head and a key of its own.
create function audit.begin_chain(company uuid) returns void
language plpgsql volatile as $$
declare
  k bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                 || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || decode(repeat('00', 32), 'hex');
  inner_pad bytea := k;
  outer_pad bytea := k;
begin
  insert into audit.head (company_id, seq, at, hash, xact)
  values (company, 0, '-infinity', decode(repeat('00', 32), 'hex'), pg_current_xact_id())
  on conflict do nothing;
  if found then
    for i in 0 .. 63 loop
      inner_pad := set_byte(inner_pad, i, get_byte(k, i) # 54);  -- 0x36, RFC 2104
      outer_pad := set_byte(outer_pad, i, get_byte(k, i) # 92);  -- 0x5c
    end loop;
    insert into audit.key (company_id, inner_pad, outer_pad) values (company, inner_pad, outer_pad);
  end if;
end $$;

-- Writes the next entry of a company's chain, at a time taken after its head is locked. `fields` is
-- canonical JSON of ids, names of fields and codes; `sealed_values` are what nobody may read here: each is
-- kept as HMAC(company's key, "seq name value"), so that equal values do not look equal. For the definer
-- functions alone; `acting` without an account (the server itself) is null.
create function audit.add(company uuid, acting uuid, acting_role text, behalf uuid, what text, aim text,
                          fields text, sealed_names text[], sealed_values text[]) returns bigint
language plpgsql volatile as $$
declare
  last audit.head;
  pads audit.key;
  e audit.entry;
  seals text := '';
begin
  -- Ids and codes need no blank and no letter beyond ASCII: what does is somebody's text.
  if fields !~ '^\{[!-~]*\}$' or octet_length(fields) > 6000 then
    raise exception 'An entry of the access log holds ids and codes only.' using errcode = 'check_violation';
  end if;
  select * into last from audit.head h where h.company_id = company for update;
  if not found then
    perform audit.begin_chain(company);
    select * into strict last from audit.head h where h.company_id = company for update;
  end if;
  e.company_id := company;
  e.seq := last.seq + 1;
  e.at := greatest(last.at, date_trunc('milliseconds', clock_timestamp()));
  e.actor := acting;
  e.actor_name := coalesce((select a.name from auth.account a where a.id = acting), '-');
  e.role := acting_role;
  e.on_behalf_of := behalf;
  e.action := what;
  e.target := aim;
  e.prev := last.hash;
  if cardinality(sealed_names) > 0 then
    select * into strict pads from audit.key k where k.company_id = company;
    for i in 1 .. cardinality(sealed_names) loop
      if sealed_names[i] !~ '^[a-z][A-Za-z0-9]*$' or sealed_names[i] collate "C" <= sealed_names[i - 1] then
        raise exception 'The names of sealed values stand in their order.' using errcode = 'check_violation';
      end if;
      seals := seals || case when seals = '' then '' else ',' end || format('"%s":"%s"', sealed_names[i],
        encode(sha256(pads.outer_pad || sha256(pads.inner_pad
          || convert_to(concat(e.seq, ' ', sealed_names[i], ' ', sealed_values[i]), 'UTF8'))), 'hex'));
    end loop;
  end if;
  e.payload := convert_to(concat('{"fields":', fields, ',"sealed":{', seals, '}}'), 'UTF8');
  e.hash := audit.hash(e);
  insert into audit.entry select e.*;
  update audit.head h set seq = e.seq, at = e.at, hash = e.hash, xact = pg_current_xact_id()
   where h.company_id = company;
  return e.seq;
end $$;

-- The one way in for requests: who acts, in which role and for whom comes from the capability.
create function audit.append(what text, aim text, fields text, sealed_names text[], sealed_values text[]) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  claims text[] := ctx.claims('company');
begin
  if claims is null then
    raise exception 'An entry needs an open company.' using errcode = 'insufficient_privilege';
  end if;
  if what ~ '^(sign-in|session|password|factor|recovery|member|invitation|engagement|association|erasure|anchor)\.' then
    raise exception 'These entries are not written by requests.' using errcode = 'insufficient_privilege';
  end if;
  return audit.add(claims[2]::uuid, claims[5]::uuid, claims[4], nullif(claims[6], '-')::uuid,
                   what, aim, fields, sealed_names, sealed_values);
end $$;

-- What a granting function (0008_granting.sql) does to a company, by whoever acts: one of its own people,
-- its consultancy, or its association.
create function audit.note(company uuid, what text, aim text, fields text) returns void
language plpgsql volatile as $$
begin
  perform audit.add(company, ctx.actor(),
    case when ctx.company() is not null then ctx.role()
         when ctx.consultancy() is not null then 'consultant' else 'officer' end,
    coalesce(ctx.acting_consultancy(), ctx.consultancy()), what, aim, fields, '{}', '{}');
end $$;

-- That somebody inside the company was not allowed to do it.
create function audit.note_refusal(wanted text, aim text) returns void
language plpgsql volatile as $$
begin
  if ctx.company() is not null then
    perform audit.note(ctx.company(), 'access.refused', aim, format('{"wanted":"%s"}', wanted));
  end if;
end $$;

-- What happened to an account (a sign-in, a new password), in the chain of each company in which it has a
-- role of its own; in the order of their ids, so that two of these never wait for each other.
create function audit.note_account(account uuid, what text, fields text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  a record;
  noted integer := 0;
begin
  if what !~ '^(sign-in|session|password|factor|recovery)\.' then
    raise exception 'Only what concerns an account.' using errcode = 'insufficient_privilege';
  end if;
  for a in select c.company_id, c.role from ctx.access c
            where c.account_id = account and c.revoked_at is null
              and (c.expires_at is null or c.expires_at > statement_timestamp())
            order by c.company_id loop
    perform audit.add(a.company_id, account, a.role, null, what, concat('account/', account), fields, '{}', '{}');
    noted := noted + 1;
  end loop;
  return noted;
end $$;

-- Keeps a failed sign-in for audit.settle_sign_ins: the same row for a known and an unknown address.
create function audit.note_failed_sign_in(email text, network text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into audit.failed_sign_in (email, network) values (email, network);
end;

-- Moves the failed sign-ins to the chains of the companies of the accounts they were meant for.
create function audit.settle_sign_ins() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  f record;
  noted integer := 0;
begin
  for f in
    with gone as (delete from audit.failed_sign_in where id in
                   (select id from audit.failed_sign_in order by at limit 1000 for update skip locked)
                  returning *)
    select c.company_id, a.id, c.role, g.network, g.at
      from gone g join auth.account a on a.email = g.email
      join ctx.access c on c.account_id = a.id and c.revoked_at is null
     order by c.company_id, g.at loop
    perform audit.add(f.company_id, f.id, f.role, null, 'sign-in.failed', concat('account/', f.id),
      format('{"network":"%s","when":%s}', f.network, (extract(epoch from f.at) * 1000)::bigint), '{}', '{}');
    noted := noted + 1;
  end loop;
  return noted;
end $$;

-- The chain's own fence, for its owner as for everybody: entries and anchors only come, a head only goes
-- on by one. (0010_leaving.sql lets a company's erasure through.)
create function audit.refuse() returns trigger
language plpgsql as $$
begin
  raise exception '% of %.%: what was logged stays.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create function audit.go_on() returns trigger
language plpgsql as $$
begin
  if new.company_id <> old.company_id or new.seq <> old.seq + 1 then
    raise exception 'The head of a chain goes on by one.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger stays before update or delete on audit.entry for each row execute function audit.refuse();
create trigger stays before update or delete on audit.anchor for each row execute function audit.refuse();
create trigger stays before update or delete on audit.anchored for each row execute function audit.refuse();
create trigger stays before update or delete on audit.key for each row execute function audit.refuse();
create trigger stays before delete on audit.head for each row execute function audit.refuse();
create trigger goes_on before update on audit.head for each row execute function audit.go_on();
create trigger not_emptied before truncate on audit.entry for each statement execute function audit.refuse();
create trigger not_emptied before truncate on audit.anchor for each statement execute function audit.refuse();
create trigger not_emptied before truncate on audit.anchored for each statement execute function audit.refuse();
create trigger not_emptied before truncate on audit.key for each statement execute function audit.refuse();
create trigger not_emptied before truncate on audit.head for each statement execute function audit.refuse();

-- No change without its entry: at commit, a changed row of a company asks whether this very transaction
-- wrote to the company's chain. For the logins that serve; the owner migrates and loads the demo.
create function audit.expect_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
       select from audit.head h where h.company_id = new.company_id and h.xact = pg_current_xact_id()) then
    raise exception '% of %.% without an entry in the access log.', tg_op, tg_table_schema, tg_table_name
      using errcode = 'check_violation', schema = tg_table_schema, table = tg_table_name, constraint = 'entry_expected';
  end if;
  return null;
end $$;

-- Puts a table of companies under that watch; the lint (L19) asks it of every table that app may change.
create function audit.watch(watched regclass) returns void
language plpgsql as $$
begin
  execute format('create constraint trigger entry_expected after insert or update on %s
                  deferrable initially deferred for each row
                  when (session_user in (''app'', ''auth'', ''app_worker''))
                  execute function audit.expect_entry()', watched);
end $$;

do $$
declare
  watched regclass;
begin
  for watched in
    select c.oid from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('junbi', 'ctx')
      join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 and a.attname = 'company_id'
     where c.relkind = 'r' and c.relname <> 'tenant' order by c.oid::regclass::text loop
    perform audit.watch(watched);
  end loop;
end $$;
-- Where a company and an association meet, the association comes first.
select audit.watch('ctx.association_company');

-- From here on ctx.protect also puts a company's table under the watch.
alter function ctx.protect(regclass, text) rename to fence;
create function ctx.protect(tenant_table regclass, privileges text) returns void
language plpgsql as $$
begin
  perform ctx.fence(tenant_table, privileges);
  if exists (select from pg_attribute where attrelid = tenant_table and attname = 'company_id' and attnum = 1) then
    perform audit.watch(tenant_table);
  end if;
end $$;

-- The log as owner and preparer read it, newest first; nobody else gets a row.
create function audit.log(actions text[], person uuid, since timestamptz, until timestamptz, before bigint, most integer)
returns table (seq bigint, at timestamptz, actor uuid, actor_name text, role text, on_behalf_of uuid,
               action text, target text, payload text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(ctx.role(), '') not in ('owner', 'preparer') then
    return;
  end if;
  return query
    select e.seq, e.at, e.actor, e.actor_name, e.role, e.on_behalf_of,
           e.action, e.target, convert_from(e.payload, 'UTF8')
      from audit.entry e
     where e.company_id = ctx.company()
       and (log.actions is null or e.action = any (log.actions))
       and (log.person is null or e.actor = log.person)
       and (log.since is null or e.at >= log.since)
       and (log.until is null or e.at < log.until)
       and (log.before is null or e.seq < log.before)
     order by e.seq desc limit log.most;
end $$;

-- Who stands in the log, by the name they had last.
create function audit.people() returns table (actor uuid, actor_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(ctx.role(), '') not in ('owner', 'preparer') then
    return;
  end if;
  return query
    select distinct on (e.actor) e.actor, e.actor_name from audit.entry e
     where e.company_id = ctx.company() and e.actor is not null order by e.actor, e.seq desc;
end $$;

-- Where the chain ends now, and the last anchor that holds it.
create function audit.standing()
returns table (seq bigint, hash bytea, anchor_number bigint, anchored_seq bigint, anchor_body text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(ctx.role(), '') not in ('owner', 'preparer') then
    return;
  end if;
  return query
    select h.seq, h.hash, d.number, d.seq, a.body
      from audit.head h
      left join lateral (select x.number, x.seq from audit.anchored x
                          where x.company_id = h.company_id order by x.number desc limit 1) d on true
      left join audit.anchor a on a.number = d.number
     where h.company_id = ctx.company();
end $$;

-- The chain with all that proves it, in parts, for the export of an owner who has just confirmed.
create function audit.chain(after bigint, most integer)
returns table (seq bigint, at timestamptz, actor uuid, actor_name text, role text, on_behalf_of uuid,
               action text, target text, payload text, prev bytea, hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ctx.is_confirmed_owner() then
    return;
  end if;
  return query
    select e.seq, e.at, e.actor, e.actor_name, e.role, e.on_behalf_of, e.action, e.target,
           convert_from(e.payload, 'UTF8'), e.prev, e.hash
      from audit.entry e
     where e.company_id = ctx.company() and e.seq > chain.after order by e.seq limit chain.most;
end $$;

create function audit.anchors_of_chain()
returns table (body text, signature bytea, key_id text, seq bigint, hash bytea, proof text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ctx.is_confirmed_owner() then
    return;
  end if;
  return query
    select a.body, a.signature, a.key_id, d.seq, d.hash, d.proof
      from audit.anchored d join audit.anchor a on a.number = d.number
     where d.company_id = ctx.company() order by d.number;
end $$;

-- For the worker alone: the end of every chain, and whether an anchor holds it already.
create function audit.heads() returns table (company_id uuid, seq bigint, hash bytea, is_anchored boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select h.company_id, h.seq, h.hash, coalesce(d.seq = h.seq, false)
    from audit.head h
    left join lateral (select x.seq from audit.anchored x
                        where x.company_id = h.company_id order by x.number desc limit 1) d on true
   where h.seq > 0;
end;

create function audit.anchors(after bigint, most integer)
returns table (number bigint, body text, signature bytea, key_id text, heads text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.number, a.body, a.signature, a.key_id, a.heads
    from audit.anchor a where a.number > anchors.after order by a.number limit anchors.most;
end;

create function audit.last_anchor() returns table (number bigint, body text)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.number, a.body from audit.anchor a order by a.number desc limit 1;
end;

-- `held` is an array of {company, seq, hash, proof}: the heads that this anchor is the first to hold.
create function audit.put_anchor(number bigint, body text, signature bytea, key_id text, heads text, held jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into audit.anchor (number, body, signature, key_id, heads) values (number, body, signature, key_id, heads);
  insert into audit.anchored (company_id, number, seq, hash, proof)
  select x.company, put_anchor.number, x.seq, decode(x.hash, 'hex'), x.proof
    from jsonb_to_recordset(held) x (company uuid, seq bigint, hash text, proof text)
    join audit.head h on h.company_id = x.company;
end;

grant execute on function
  audit.append(text, text, text, text[], text[]),
  audit.log(text[], uuid, timestamptz, timestamptz, bigint, integer), audit.people(), audit.standing(),
  audit.chain(bigint, integer), audit.anchors_of_chain()
to app;
grant execute on function audit.note_account(uuid, text, text), audit.note_failed_sign_in(text, text) to auth;
grant execute on function
  audit.settle_sign_ins(), audit.heads(), audit.anchors(bigint, integer), audit.last_anchor(),
  audit.put_anchor(bigint, text, bytea, text, text, jsonb)
to app_worker;
