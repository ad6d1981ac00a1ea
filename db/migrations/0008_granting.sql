-- Granting: who lets whom in. Members and roles, engagements, associations, invitations, and the summaries
-- that a consultancy keeps of its clients (design: architecture.md "Tenants", security.md 2.2 and 2.3).
--
-- Every function that changes who may do what takes the lock of its organisation first and then looks
-- again whether the person who acts still owns it: what the capability says may be up to 60 s old.
-- Expected outcomes are words: ok, not-allowed, not-found, last-owner, …
--
-- What is done to a company, or refused in it, gets its entry in the access log here: audit.note and the
-- like come with 0009_audit.sql, and are looked up when a function is called.

-- The name of an organisation as those see it who were not let in: a company in the list of a
-- consultancy, a consultancy in the list of a company. Kept by the triggers below, never written otherwise.
alter table ctx.tenant add column name text;
alter table ctx.consultancy add column name text;
alter table ctx.association add column name text;

-- A company in an association. Two tenants meet here, so no login reaches the table. The association
-- knows the membership by an id of its own and never learns the company's.
create table ctx.association_company (
  association_id uuid not null references ctx.association (association_id) on delete cascade,
  company_id     uuid not null references ctx.tenant (company_id) on delete cascade,
  membership_id  uuid not null default gen_random_uuid(),
  joined_at      timestamptz not null default now(),
  joined_by_name text not null check (length(joined_by_name) between 1 and 80),
  left_at        timestamptz,
  primary key (association_id, company_id)
);
create index association_company_company on ctx.association_company (company_id, association_id);

-- An open door for one address, once, for 72 hours. Only the hash of its token is kept. What it grants
-- stands in it; whether the inviter may still grant it is asked again when it is accepted.
create table ctx.invitation (
  invitation_id   uuid primary key default gen_random_uuid(),
  token_hash      bytea not null unique check (octet_length(token_hash) = 32),
  kind            text not null check (kind in ('member', 'engagement', 'client', 'consultant', 'officer', 'participant')),
  organisation_id uuid not null,
  email           text not null check (email = lower(email) and length(email) <= 254),
  role            text check (role in ('owner', 'preparer', 'respondent', 'declarer', 'viewer', 'member')),
  sections        text check (sections ~ '^[A-L]+$'),
  scope           text check (scope in ('read', 'answer')),
  questionnaires  text[] check (array_to_string(questionnaires, '') ~ '^[a-z-]*$'),
  days            integer check (days between 1 and 366),
  invited_by      uuid not null,
  invited_by_name text not null check (length(invited_by_name) between 1 and 80),
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null default now() + interval '72 hours',
  accepted_at     timestamptz,
  accepted_by     uuid,
  withdrawn_at    timestamptz,
  check (expires_at <= created_at + interval '72 hours'),
  check ((kind = 'engagement') = (scope is not null and days is not null)),
  check ((role = 'respondent') = (sections is not null))
);
create index invitation_organisation on ctx.invitation (organisation_id, created_at);

-- What a consultancy sees of its clients at a glance. A cache of figures that can be computed again at any
-- time, never a source: written in the transaction that saves, gone with the engagement.
-- `parts` holds the gate by questionnaire, so that somebody who sees only some of them rewrites only those.
create table junbi.client_summary (
  consultancy_id uuid not null references ctx.consultancy (consultancy_id) on delete cascade,
  client_id      uuid not null,
  client_name    text not null,
  scope          text not null check (scope in ('read', 'answer')),
  questionnaires text[],
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  parts          jsonb not null check (jsonb_typeof(parts) = 'object'),
  gate_state     text not null check (gate_state in ('not-started', 'blocked', 'undetermined', 'clear')),
  blockers       integer not null check (blockers >= 0),
  open           integer not null check (open >= 0),
  overdue        integer not null default 0 check (overdue >= 0),
  last_activity  timestamptz not null,
  engine         integer not null,
  event_number   bigint not null,
  primary key (consultancy_id, client_id)
);
select ctx.protect('junbi.client_summary', 'select');
alter table junbi.client_summary
  add foreign key (client_id) references ctx.tenant (company_id) on delete cascade;
create index client_summary_client on junbi.client_summary (client_id);

-- Nothing is seen before an engagement begins or after it ends, whether or not its row was deleted yet.
create policy in_term on junbi.client_summary as restrictive for all to app
  using (starts_at <= statement_timestamp() and ends_at > statement_timestamp());

-- The definer functions below write as the owner of the table, inside the company or the consultancy that
-- this transaction opened; policies are forced for the owner too.
create policy summarising on junbi.client_summary for all to owner_ddl
  using (client_id = ctx.company() or consultancy_id = ctx.consultancy())
  with check (client_id = ctx.company() or consultancy_id = ctx.consultancy());

-- How many changes of a company its summaries have counted.
alter table ctx.tenant add column event_number bigint not null default 0;

create function ctx.keep_name() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'company' then
    update ctx.tenant set name = new.name where company_id = new.company_id;
    update junbi.client_summary set client_name = new.name where client_id = new.company_id;
  elsif tg_table_name = 'consultancy' then
    update ctx.consultancy set name = new.name where consultancy_id = new.consultancy_id;
  else
    update ctx.association set name = new.name where association_id = new.association_id;
  end if;
  return null;
end $$;
create trigger keep_name after insert or update of name on junbi.company for each row execute function ctx.keep_name();
create trigger keep_name after insert or update of name on junbi.consultancy for each row execute function ctx.keep_name();
create trigger keep_name after insert or update of name on junbi.association for each row execute function ctx.keep_name();

-- Names of what was founded before. (Forced policies show even the owner no row.)
alter table junbi.company no force row level security;
alter table junbi.consultancy no force row level security;
alter table junbi.association no force row level security;
update ctx.tenant t set name = c.name from junbi.company c where c.company_id = t.company_id;
update ctx.consultancy t set name = c.name from junbi.consultancy c where c.consultancy_id = t.consultancy_id;
update ctx.association t set name = c.name from junbi.association c where c.association_id = t.association_id;
do $$
begin
  if exists (select from junbi.company c join ctx.tenant t using (company_id) where t.name is distinct from c.name)
     or exists (select from junbi.consultancy c join ctx.consultancy t using (consultancy_id) where t.name is distinct from c.name)
     or exists (select from junbi.association c join ctx.association t using (association_id) where t.name is distinct from c.name) then
    raise exception 'The names of the organisations were not all copied.';
  end if;
end $$;
alter table junbi.company force row level security;
alter table junbi.consultancy force row level security;
alter table junbi.association force row level security;

-- ── Members of a company ─────────────────────────────────────────────────────────────────────────

-- The company of this transaction, locked against every other change of who may enter it, if the person
-- who acts owns it still and proved who they are just now; else null.
create function ctx.owned_company() returns uuid
language plpgsql volatile as $$
declare
  company uuid := ctx.company();
begin
  if company is null or not ctx.is_confirmed_owner() then
    return null;
  end if;
  perform from ctx.tenant t where t.company_id = company for no key update;
  -- A new statement: it sees what was committed while this one waited for the lock.
  if not exists (select from ctx.access a where a.company_id = company and a.account_id = ctx.actor()
                    and a.role = 'owner' and a.revoked_at is null
                    and (a.expires_at is null or a.expires_at > statement_timestamp())) then
    return null;
  end if;
  return company;
end $$;

create function ctx.has_owner(company uuid) returns boolean
language sql stable
return exists (select from ctx.access a where a.company_id = company and a.role = 'owner' and a.revoked_at is null
                  and (a.expires_at is null or a.expires_at > statement_timestamp()));

-- The questionnaires that ask about any of these sections, in whatever edition.
create function ctx.questionnaires_of(sections text) returns text[]
language sql stable
return array(
  select distinct split_part(split_part(d.key, '/', 2), '@', 1)
    from content.document d cross join jsonb_array_elements_text(d.document -> 'domains') domain
   where d.kind = 'questionnaires' and position(domain in sections) > 0
   order by 1);

-- The people of the company, for themselves; addresses for its owners alone. A consultant sees none.
create function ctx.members()
returns table (account_id uuid, name text, email text, role text, sections text, granted_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select a.account_id, p.name, case when ctx.role() = 'owner' then p.email end, a.role, a.sections, a.granted_at
  from ctx.access a join auth.account p on p.id = a.account_id
  where a.company_id = ctx.company() and ctx.acting_consultancy() is null
    and a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())
  order by a.granted_at, a.account_id;
end;

create function ctx.change_role(member uuid, new_role text, new_sections text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
begin
  if company is null then
    perform audit.note_refusal('member.role-changed', concat('account/', member));
    return 'not-allowed';
  end if;
  update ctx.access a
     set role = new_role, sections = new_sections,
         questionnaires = case when new_sections is not null then ctx.questionnaires_of(new_sections) end
   where a.company_id = company and a.account_id = member and a.revoked_at is null;
  if not found then
    return 'not-found';
  end if;
  if not ctx.has_owner(company) then
    raise exception using errcode = 'JB001';
  end if;
  perform audit.note(company, 'member.role-changed', concat('account/', member),
    format('{"role":"%s","sections":%s}', new_role, coalesce(to_json(new_sections)::text, 'null')));
  return 'ok';
exception when sqlstate 'JB001' then
  return 'last-owner';
end $$;

create function ctx.revoke_member(member uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
begin
  if company is null then
    perform audit.note_refusal('member.removed', concat('account/', member));
    return 'not-allowed';
  end if;
  update ctx.access a set revoked_at = statement_timestamp()
   where a.company_id = company and a.account_id = member and a.revoked_at is null;
  if not found then
    return 'not-found';
  end if;
  if not ctx.has_owner(company) then
    raise exception using errcode = 'JB001';
  end if;
  perform audit.note(company, 'member.removed', concat('account/', member), '{}');
  return 'ok';
exception when sqlstate 'JB001' then
  return 'last-owner';
end $$;

-- One's own going. Needs no owner's consent, only another owner where one owns the company.
create function ctx.leave_company() returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.company();
begin
  if company is null or ctx.acting_consultancy() is not null then
    perform audit.note_refusal('member.left', concat('account/', ctx.actor()));
    return 'not-allowed';
  end if;
  perform from ctx.tenant t where t.company_id = company for no key update;
  update ctx.access a set revoked_at = statement_timestamp()
   where a.company_id = company and a.account_id = ctx.actor() and a.revoked_at is null;
  if not found then
    return 'not-found';
  end if;
  if not ctx.has_owner(company) then
    raise exception using errcode = 'JB001';
  end if;
  perform audit.note(company, 'member.left', concat('account/', ctx.actor()), '{}');
  return 'ok';
exception when sqlstate 'JB001' then
  return 'last-owner';
end $$;

-- ── Staff: the members of a consultancy, the officers of an association ──────────────────────────

create function ctx.has_staff_owner(consultancy uuid, association uuid) returns boolean
language sql stable
return exists (select from ctx.consultancy_member m
                where m.consultancy_id = consultancy and m.role = 'owner' and m.revoked_at is null)
    or exists (select from ctx.association_member m
                where m.association_id = association and m.role = 'owner' and m.revoked_at is null);

-- Locks the consultancy or association of this transaction; true if the person who acts owns it still and
-- proved who they are just now.
create function ctx.owns_organisation() returns boolean
language plpgsql volatile as $$
begin
  if not ctx.is_confirmed_owner() then
    return false;
  end if;
  perform from ctx.consultancy c where c.consultancy_id = ctx.consultancy() for no key update;
  perform from ctx.association a where a.association_id = ctx.association() for no key update;
  return exists (select from ctx.consultancy_member m where m.consultancy_id = ctx.consultancy()
                    and m.account_id = ctx.actor() and m.role = 'owner' and m.revoked_at is null)
      or exists (select from ctx.association_member m where m.association_id = ctx.association()
                    and m.account_id = ctx.actor() and m.role = 'owner' and m.revoked_at is null);
end $$;

create function ctx.staff()
returns table (account_id uuid, name text, email text, role text, granted_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select s.account_id, p.name, case when ctx.role() = 'owner' then p.email end, s.role, s.granted_at
  from (
    select m.account_id, m.role, m.granted_at from ctx.consultancy_member m
    where m.consultancy_id = ctx.consultancy() and m.revoked_at is null
    union all
    select m.account_id, m.role, m.granted_at from ctx.association_member m
    where m.association_id = ctx.association() and m.revoked_at is null
  ) s join auth.account p on p.id = s.account_id
  order by s.granted_at, s.account_id;
end;

create function ctx.change_staff_role(member uuid, new_role text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ctx.owns_organisation() then
    return 'not-allowed';
  end if;
  update ctx.consultancy_member m set role = new_role
   where m.consultancy_id = ctx.consultancy() and m.account_id = member and m.revoked_at is null;
  if not found then
    update ctx.association_member m set role = new_role
     where m.association_id = ctx.association() and m.account_id = member and m.revoked_at is null;
  end if;
  if not found then
    return 'not-found';
  end if;
  if not ctx.has_staff_owner(ctx.consultancy(), ctx.association()) then
    raise exception using errcode = 'JB001';
  end if;
  return 'ok';
exception when sqlstate 'JB001' then
  return 'last-owner';
end $$;

-- Ends the membership of somebody, or one's own: access to every client ends with it, in this transaction.
create function ctx.end_staff(member uuid) returns text
language plpgsql volatile as $$
begin
  update ctx.consultancy_member m set revoked_at = statement_timestamp()
   where m.consultancy_id = ctx.consultancy() and m.account_id = member and m.revoked_at is null;
  if not found then
    update ctx.association_member m set revoked_at = statement_timestamp()
     where m.association_id = ctx.association() and m.account_id = member and m.revoked_at is null;
  end if;
  if not found then
    return 'not-found';
  end if;
  if not ctx.has_staff_owner(ctx.consultancy(), ctx.association()) then
    raise exception using errcode = 'JB001';
  end if;
  return 'ok';
exception when sqlstate 'JB001' then
  return 'last-owner';
end $$;

create function ctx.revoke_staff(member uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  return case when ctx.owns_organisation() then ctx.end_staff(member) else 'not-allowed' end;
end $$;

create function ctx.leave_staff() returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from ctx.consultancy c where c.consultancy_id = ctx.consultancy() for no key update;
  perform from ctx.association a where a.association_id = ctx.association() for no key update;
  return ctx.end_staff(ctx.actor());
end $$;

-- ── Engagements ──────────────────────────────────────────────────────────────────────────────────

-- Writes an engagement in place of whatever the consultancy was engaged for before.
create function ctx.engage(company uuid, engagement uuid, consultancy uuid, new_scope text, new_questionnaires text[],
                           from_day timestamptz, days integer, granter uuid, granter_name text) returns void
language plpgsql volatile as $$
begin
  update ctx.engagement e set revoked_at = statement_timestamp(), revoked_by_name = granter_name
   where e.company_id = company and e.consultancy_id = consultancy and e.revoked_at is null
     and e.ends_at > statement_timestamp();
  insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, questionnaires, granted_by, granted_by_name,
                              starts_at, ends_at)
  values (company, engagement, consultancy, new_scope, new_questionnaires, granter, granter_name,
          from_day, from_day + make_interval(days => days));
end $$;

-- How an engagement stands in the access log.
create function ctx.terms_text(consultancy uuid, scope text, questionnaires text[], from_day timestamptz, days integer)
returns text
language sql stable
return format('{"consultancy":"%s","days":%s,"from":%s,"questionnaires":%s,"scope":"%s"}', consultancy, days,
              (extract(epoch from from_day) * 1000)::bigint, coalesce(array_to_json(questionnaires)::text, 'null'), scope);

-- A new term or another scope for a consultancy that was let in before; a first one comes by invitation, so
-- that nobody finds a client who was never asked for.
create function ctx.grant_engagement(engagement uuid, consultancy uuid, new_scope text, new_questionnaires text[],
                                     from_day timestamptz, days integer, granter_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
begin
  if company is null then
    perform audit.note_refusal('engagement.granted', concat('engagement/', engagement));
    return 'not-allowed';
  end if;
  if not exists (select from ctx.engagement e where e.company_id = company and e.consultancy_id = consultancy) then
    return 'not-found';
  end if;
  if exists (select from ctx.engagement e where e.company_id = company and e.engagement_id = engagement) then
    return 'ok';
  end if;
  perform ctx.engage(company, engagement, consultancy, new_scope, new_questionnaires,
                     greatest(from_day, statement_timestamp()), days, ctx.actor(), granter_name);
  perform audit.note(company, 'engagement.granted', concat('engagement/', engagement),
    ctx.terms_text(consultancy, new_scope, new_questionnaires, greatest(from_day, statement_timestamp()), days));
  return 'ok';
end $$;

-- Ends an engagement now: from the next transaction on its consultancy is outside, and its summary is gone.
create function ctx.revoke_engagement(engagement uuid, revoker_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
  consultancy uuid;
begin
  if company is null then
    perform audit.note_refusal('engagement.ended', concat('engagement/', engagement));
    return 'not-allowed';
  end if;
  update ctx.engagement e set revoked_at = statement_timestamp(), revoked_by_name = revoker_name
   where e.company_id = company and e.engagement_id = engagement and e.revoked_at is null
   returning e.consultancy_id into consultancy;
  if consultancy is null then
    -- Ended twice, the first time stands.
    return case when exists (select from ctx.engagement e where e.company_id = company and e.engagement_id = engagement)
                then 'ok' else 'not-found' end;
  end if;
  delete from junbi.client_summary s
   where s.client_id = company and s.consultancy_id = consultancy
     and not exists (select from ctx.engagement e where e.company_id = company and e.consultancy_id = consultancy
                        and e.revoked_at is null and e.ends_at > statement_timestamp());
  perform audit.note(company, 'engagement.ended', concat('engagement/', engagement),
                     format('{"consultancy":"%s"}', consultancy));
  return 'ok';
end $$;

-- The consultancy's own going from a client.
create function ctx.resign_engagement(client uuid, revoker_name text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not ctx.owns_organisation() or ctx.consultancy() is null then
    return 'not-allowed';
  end if;
  perform from ctx.tenant t where t.company_id = client for no key update;
  update ctx.engagement e set revoked_at = statement_timestamp(), revoked_by_name = revoker_name
   where e.company_id = client and e.consultancy_id = ctx.consultancy() and e.revoked_at is null
     and e.ends_at > statement_timestamp();
  if not found then
    return 'not-found';
  end if;
  delete from junbi.client_summary s where s.client_id = client and s.consultancy_id = ctx.consultancy();
  perform audit.note(client, 'engagement.resigned', concat('consultancy/', ctx.consultancy()), '{}');
  return 'ok';
end $$;

-- Every engagement of the company, newest first, with the people whom it lets in now. For its own people.
create function ctx.engagements()
returns table (engagement_id uuid, consultancy_id uuid, consultancy_name text, scope text, questionnaires text[],
               starts_at timestamptz, ends_at timestamptz, revoked_at timestamptz, granted_by_name text,
               revoked_by_name text, people text[])
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.engagement_id, e.consultancy_id, c.name, e.scope, e.questionnaires, e.starts_at, e.ends_at, e.revoked_at,
         e.granted_by_name, e.revoked_by_name,
         array(select p.name from ctx.consultancy_member m join auth.account p on p.id = m.account_id
                where m.consultancy_id = e.consultancy_id and m.revoked_at is null order by m.granted_at, p.id)
  from ctx.engagement e join ctx.consultancy c on c.consultancy_id = e.consultancy_id
  where e.company_id = ctx.company() and ctx.acting_consultancy() is null
  order by e.starts_at desc, e.engagement_id;
end;

-- For whom and how far a consultant works in the company that is open; no row for the company's own people.
create function ctx.acting_engagement()
returns table (consultancy_id uuid, consultancy_name text, scope text, questionnaires text[], ends_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select e.consultancy_id, c.name, e.scope, e.questionnaires, e.ends_at
  from ctx.engagement e join ctx.consultancy c on c.consultancy_id = e.consultancy_id
  where e.company_id = ctx.company() and e.consultancy_id = ctx.acting_consultancy() and e.revoked_at is null
    and e.starts_at <= statement_timestamp() and e.ends_at > statement_timestamp()
  order by e.scope, e.ends_at desc
  limit 1;
end;

-- ── Associations ─────────────────────────────────────────────────────────────────────────────────

-- The member companies as the association may know them: names and dates.
create function ctx.participants()
returns table (membership_id uuid, name text, joined_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.membership_id, coalesce(t.name, ''), m.joined_at
  from ctx.association_company m join ctx.tenant t on t.company_id = m.company_id
  where m.association_id = ctx.association() and m.left_at is null
  order by m.joined_at, m.membership_id;
end;

create function ctx.remove_participant(membership uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone uuid;
begin
  if not ctx.owns_organisation() or ctx.association() is null then
    return 'not-allowed';
  end if;
  update ctx.association_company m set left_at = statement_timestamp()
   where m.association_id = ctx.association() and m.membership_id = membership and m.left_at is null
   returning m.company_id into gone;
  if gone is null then
    return 'not-found';
  end if;
  perform audit.note(gone, 'association.removed', concat('association/', ctx.association()), '{}');
  return 'ok';
end $$;

-- The associations that the company belongs to. For its own people.
create function ctx.associations()
returns table (association_id uuid, name text, joined_at timestamptz, joined_by_name text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.association_id, coalesce(a.name, ''), m.joined_at, m.joined_by_name
  from ctx.association_company m join ctx.association a on a.association_id = m.association_id
  where m.company_id = ctx.company() and ctx.acting_consultancy() is null and m.left_at is null
  order by m.joined_at, m.association_id;
end;

create function ctx.leave_association(association uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.owned_company();
begin
  if company is null then
    perform audit.note_refusal('association.left', concat('association/', association));
    return 'not-allowed';
  end if;
  update ctx.association_company m set left_at = statement_timestamp()
   where m.company_id = company and m.association_id = association and m.left_at is null;
  if not found then
    return 'not-found';
  end if;
  perform audit.note(company, 'association.left', concat('association/', association), '{}');
  return 'ok';
end $$;

-- ── Invitations ──────────────────────────────────────────────────────────────────────────────────

-- What the organisation that this transaction opened can invite to. Ids of companies, consultancies and
-- associations are told apart by this alone: who founds one may choose the id of another kind's.
create function ctx.invitation_kinds() returns text[]
language sql stable
return case when ctx.company() is not null then array['member', 'engagement']
            when ctx.consultancy() is not null then array['client', 'consultant']
            when ctx.association() is not null then array['officer', 'participant'] else '{}' end;

-- Writes an invitation and its message in one go, at most 20 an hour for an organisation. `texts` holds the
-- message in both languages: an account that stands gets its own, an address without one `fallback`.
-- Whether the address has an account is not told.
create function ctx.invite(token_hash text, kind text, address text, new_role text, new_sections text, new_scope text,
                           new_questionnaires text[], days integer, inviter_name text, texts jsonb, fallback text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  inviting uuid;
  message jsonb;
  made uuid;
  chosen text;
begin
  if kind in ('member', 'engagement') then
    inviting := ctx.owned_company();
  elsif kind in ('client', 'consultant') and ctx.owns_organisation() then
    inviting := ctx.consultancy();
  elsif kind in ('officer', 'participant') and ctx.owns_organisation() then
    inviting := ctx.association();
  end if;
  if inviting is null then
    perform audit.note_refusal('invitation.sent', 'company/invitation');
    return 'not-allowed';
  end if;
  if (select count(*) from ctx.invitation i
       where i.organisation_id = inviting and i.kind = any (ctx.invitation_kinds())
         and i.created_at > statement_timestamp() - interval '1 hour') >= 20 then
    return 'too-many';
  end if;
  insert into ctx.invitation (token_hash, kind, organisation_id, email, role, sections, scope, questionnaires, days,
                              invited_by, invited_by_name)
  values (decode(invite.token_hash, 'hex'), invite.kind, inviting, address, new_role, new_sections, new_scope,
          new_questionnaires, invite.days, ctx.actor(), inviter_name)
  returning invitation_id into made;
  if kind in ('member', 'engagement') then
    perform audit.add(inviting, ctx.actor(), ctx.role(), null, 'invitation.sent', concat('invitation/', made),
      format('{"days":%s,"kind":"%s","questionnaires":%s,"role":%s,"scope":%s,"sections":%s}',
             coalesce(days::text, 'null'), kind, coalesce(array_to_json(new_questionnaires)::text, 'null'),
             coalesce(to_json(new_role)::text, 'null'), coalesce(to_json(new_scope)::text, 'null'),
             coalesce(to_json(new_sections)::text, 'null')),
      array['email'], array[to_json(address)::text]);
  end if;
  chosen := coalesce((select p.locale from auth.account p where p.email = address), fallback);
  message := texts -> chosen;
  insert into auth.outbox (id, to_address, kind, locale, subject, body_text, dedupe_key)
  values (gen_random_uuid(), address, 'invitation', chosen, message ->> 'subject', message ->> 'bodyText',
          'invitation ' || invite.token_hash);
  return 'ok';
end $$;

-- The open invitations of the organisation that this transaction opened, for its owners.
create function ctx.invitations()
returns table (invitation_id uuid, kind text, email text, role text, sections text, scope text, questionnaires text[],
               days integer, invited_by_name text, expires_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select i.invitation_id, i.kind, i.email, i.role, i.sections, i.scope, i.questionnaires, i.days, i.invited_by_name, i.expires_at
  from ctx.invitation i
  where i.organisation_id = coalesce(ctx.company(), ctx.consultancy(), ctx.association()) and ctx.role() = 'owner'
    and i.kind = any (ctx.invitation_kinds())
    and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > statement_timestamp()
  order by i.created_at desc, i.invitation_id;
end;

create function ctx.withdraw_invitation(invitation uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ctx.owned_company() is null and not ctx.owns_organisation() then
    perform audit.note_refusal('invitation.withdrawn', concat('invitation/', invitation));
    return 'not-allowed';
  end if;
  update ctx.invitation i set withdrawn_at = statement_timestamp()
   where i.invitation_id = invitation and i.accepted_at is null and i.withdrawn_at is null
     and i.organisation_id = coalesce(ctx.company(), ctx.consultancy(), ctx.association())
     and i.kind = any (ctx.invitation_kinds());
  if not found then
    return 'not-found';
  end if;
  if ctx.company() is not null then
    perform audit.note(ctx.company(), 'invitation.withdrawn', concat('invitation/', invitation), '{}');
  end if;
  return 'ok';
end $$;

-- Whether the inviter could make the invitation today.
create function ctx.inviter_stands(i ctx.invitation) returns boolean
language sql stable
return exists (select from ctx.access a where i.kind in ('member', 'engagement') and a.company_id = i.organisation_id
                  and a.account_id = i.invited_by and a.role = 'owner' and a.revoked_at is null
                  and (a.expires_at is null or a.expires_at > statement_timestamp()))
    or exists (select from ctx.consultancy_member m where i.kind in ('client', 'consultant')
                  and m.consultancy_id = i.organisation_id and m.account_id = i.invited_by
                  and m.role = 'owner' and m.revoked_at is null)
    or exists (select from ctx.association_member m where i.kind in ('officer', 'participant')
                  and m.association_id = i.organisation_id and m.account_id = i.invited_by
                  and m.role = 'owner' and m.revoked_at is null);

-- What a link offers, to whoever holds it; no row where it is used, withdrawn, old, or its inviter is gone.
create function ctx.open_invitation(token_hash text)
returns table (kind text, email text, organisation_name text, role text, sections text, scope text, questionnaires text[],
               days integer, invited_by_name text, expires_at timestamptz, has_account boolean)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select i.kind, i.email,
         coalesce(case when i.kind in ('member', 'engagement') then
                         (select t.name from ctx.tenant t where t.company_id = i.organisation_id)
                       when i.kind in ('client', 'consultant') then
                         (select c.name from ctx.consultancy c where c.consultancy_id = i.organisation_id)
                       else (select a.name from ctx.association a where a.association_id = i.organisation_id) end, ''),
         i.role, i.sections, i.scope, i.questionnaires, i.days, i.invited_by_name, i.expires_at,
         exists (select from auth.account p where p.email = i.email)
  from ctx.invitation i
  where i.token_hash = decode(open_invitation.token_hash, 'hex') and i.accepted_at is null and i.withdrawn_at is null
    and i.expires_at > statement_timestamp() and ctx.inviter_stands(i);
end;

-- Accepts an invitation for the account of a live session whose address is the invited one. `target` is the
-- organisation that takes it: the consultancy for an engagement, the company for a client or a
-- participant. For a client the terms are the owner's own. Returns the outcome, and where to go.
create function ctx.accept_invitation(context_digest text, token_hash text, target uuid, new_scope text,
                                      new_questionnaires text[], new_days integer)
returns table (outcome text, kind text, organisation_id uuid, company_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  person record;
  person_name text;
  i ctx.invitation;
begin
  select l.* into person from ctx.live_account(context_digest) l;
  select v.* into i from ctx.invitation v where v.token_hash = decode(accept_invitation.token_hash, 'hex');
  if person.account_id is null or i.invitation_id is null then
    return query select 'expired', null::text, null::uuid, null::uuid;
    return;
  end if;
  -- The organisation first, then the invitation, as everybody does who changes either.
  perform from ctx.tenant t
   where t.company_id in (i.organisation_id, case when i.kind in ('client', 'participant') then target end)
   order by t.company_id for no key update;
  perform from ctx.consultancy c where c.consultancy_id = i.organisation_id for no key update;
  perform from ctx.association a where a.association_id = i.organisation_id for no key update;
  select v.* into i from ctx.invitation v where v.invitation_id = i.invitation_id for update;
  select p.name into person_name from auth.account p where p.id = person.account_id and p.email = i.email;
  if i.accepted_at is not null or i.withdrawn_at is not null or i.expires_at <= statement_timestamp()
     or not ctx.inviter_stands(i) then
    return query select 'expired', null::text, null::uuid, null::uuid;
    return;
  elsif person_name is null then
    return query select 'other-address', null::text, null::uuid, null::uuid;
    return;
  elsif i.kind = 'engagement' and person.level < 2 then
    return query select 'level', null::text, null::uuid, null::uuid;
    return;
  elsif i.kind = 'client' and not person.is_fresh then
    return query select 'confirm', null::text, null::uuid, null::uuid;
    return;
  elsif i.kind = 'engagement' and not exists (
          select from ctx.consultancy_member m where m.consultancy_id = target and m.account_id = person.account_id
             and m.revoked_at is null)
     or i.kind in ('client', 'participant') and not exists (
          select from ctx.access a where a.company_id = target and a.account_id = person.account_id and a.role = 'owner'
             and a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())) then
    return query select 'target', null::text, null::uuid, null::uuid;
    return;
  elsif i.kind = 'member' and exists (
          select from ctx.access a where a.company_id = i.organisation_id and a.account_id = person.account_id
             and a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp()))
     or i.kind = 'consultant' and exists (
          select from ctx.consultancy_member m where m.consultancy_id = i.organisation_id
             and m.account_id = person.account_id and m.revoked_at is null)
     or i.kind = 'officer' and exists (
          select from ctx.association_member m where m.association_id = i.organisation_id
             and m.account_id = person.account_id and m.revoked_at is null)
     or i.kind = 'participant' and exists (
          select from ctx.association_company m where m.association_id = i.organisation_id and m.company_id = target
             and m.left_at is null) then
    return query select 'already', null::text, null::uuid, null::uuid;
    return;
  end if;

  update ctx.invitation v set accepted_at = statement_timestamp(), accepted_by = person.account_id
   where v.invitation_id = i.invitation_id;
  if i.kind = 'member' then
    insert into ctx.access (company_id, account_id, role, sections, questionnaires)
    values (i.organisation_id, person.account_id, i.role, i.sections,
            case when i.sections is not null then ctx.questionnaires_of(i.sections) end)
    on conflict (company_id, account_id) do update
      set role = excluded.role, sections = excluded.sections, questionnaires = excluded.questionnaires,
          granted_at = statement_timestamp(), expires_at = null, revoked_at = null;
    perform audit.add(i.organisation_id, person.account_id, i.role, null, 'member.joined', concat('account/', person.account_id),
      format('{"role":"%s","sections":%s}', i.role, coalesce(to_json(i.sections)::text, 'null')), '{}', '{}');
  elsif i.kind = 'engagement' then
    perform ctx.engage(i.organisation_id, i.invitation_id, target, i.scope, i.questionnaires,
                       statement_timestamp(), i.days, i.invited_by, i.invited_by_name);
    perform audit.add(i.organisation_id, person.account_id, 'consultant', target, 'engagement.granted',
      concat('engagement/', i.invitation_id),
      ctx.terms_text(target, i.scope, i.questionnaires, statement_timestamp(), i.days), '{}', '{}');
  elsif i.kind = 'client' then
    perform ctx.engage(target, i.invitation_id, i.organisation_id, new_scope, new_questionnaires,
                       statement_timestamp(), new_days, person.account_id, person_name);
    perform audit.add(target, person.account_id, 'owner', null, 'engagement.granted',
      concat('engagement/', i.invitation_id),
      ctx.terms_text(i.organisation_id, new_scope, new_questionnaires, statement_timestamp(), new_days), '{}', '{}');
  elsif i.kind = 'consultant' then
    insert into ctx.consultancy_member (consultancy_id, account_id, role)
    values (i.organisation_id, person.account_id, i.role)
    on conflict (consultancy_id, account_id) do update
      set role = excluded.role, granted_at = statement_timestamp(), revoked_at = null;
  elsif i.kind = 'officer' then
    insert into ctx.association_member (association_id, account_id, role)
    values (i.organisation_id, person.account_id, i.role)
    on conflict (association_id, account_id) do update
      set role = excluded.role, granted_at = statement_timestamp(), revoked_at = null;
  else
    insert into ctx.association_company (association_id, company_id, joined_by_name)
    values (i.organisation_id, target, person_name)
    on conflict (association_id, company_id) do update
      set membership_id = excluded.membership_id, joined_at = statement_timestamp(),
          joined_by_name = excluded.joined_by_name, left_at = null;
    perform audit.add(target, person.account_id, 'owner', null, 'association.joined',
      concat('association/', i.organisation_id), '{}', '{}', '{}');
  end if;
  return query select 'ok', i.kind, i.organisation_id,
    case when i.kind in ('client', 'participant') then target
         when i.kind in ('member', 'engagement') then i.organisation_id end;
end $$;

-- The consultancies and associations of the session's account with their names, whatever its level.
create function ctx.named_organisations(context_digest text)
returns table (kind text, organisation_id uuid, role text, name text)
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  select o.kind, o.organisation_id, o.role,
         coalesce(case o.kind when 'consultancy' then
                         (select c.name from ctx.consultancy c where c.consultancy_id = o.organisation_id)
                       else (select a.name from ctx.association a where a.association_id = o.organisation_id) end, '')
  from ctx.organisations(context_digest) o;
end;

-- ── Summaries ────────────────────────────────────────────────────────────────────────────────────

-- Called before a save: true where some consultancy is engaged, and then no other save of the company runs
-- until this one ends. Without one, saves run beside each other, but none beside a grant.
create function ctx.lock_summaries() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.company();
begin
  if exists (select from ctx.engagement e where e.company_id = company and e.revoked_at is null
                and e.ends_at > statement_timestamp()) then
    perform from ctx.tenant t where t.company_id = company for no key update;
  else
    perform from ctx.tenant t where t.company_id = company for share;
  end if;
  return exists (select from ctx.engagement e where e.company_id = company and e.revoked_at is null
                    and e.ends_at > statement_timestamp());
end $$;

-- Writes the summaries of the company for every consultancy engaged now or soon; a consultant who may only
-- read writes that of their own consultancy. `new_parts` holds, by questionnaire, what this capability sees:
-- { "governance": { "answered": 3, "blockers": 1, "open": 2 } }; `whole` where that is all there is.
create function ctx.summarise(new_parts jsonb, whole boolean, activity timestamptz, new_engine integer) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid := ctx.company();
  own uuid := case when ctx.company_rw() is null then ctx.acting_consultancy() end;
  event bigint;
begin
  if company is null or (ctx.company_rw() is null and own is null) then
    return;
  end if;
  update ctx.tenant t set event_number = t.event_number + 1 where t.company_id = company returning t.event_number into event;
  insert into junbi.client_summary as s
         (consultancy_id, client_id, client_name, scope, questionnaires, starts_at, ends_at, parts, gate_state, blockers, open,
          last_activity, engine, event_number)
  select w.consultancy_id, company, w.name, w.scope, w.questionnaires, w.starts_at, w.ends_at, w.parts,
         case when w.answered = 0 then 'not-started' when w.blockers > 0 then 'blocked'
              when w.open > 0 then 'undetermined' else 'clear' end,
         w.blockers, w.open, activity, new_engine, event
    from (
      select distinct on (e.consultancy_id) e.consultancy_id, t.name, e.scope, e.questionnaires, e.starts_at, e.ends_at,
             p.parts, p.answered, p.blockers, p.open
        from ctx.engagement e
        join ctx.tenant t on t.company_id = e.company_id
        cross join lateral (
          select coalesce(jsonb_object_agg(q.key, q.value), '{}') as parts,
                 coalesce(sum((q.value ->> 'answered')::int), 0) as answered,
                 coalesce(sum((q.value ->> 'blockers')::int), 0) as blockers,
                 coalesce(sum((q.value ->> 'open')::int), 0) as open
            from jsonb_each(
                   coalesce((select o.parts from junbi.client_summary o
                              where o.consultancy_id = e.consultancy_id and o.client_id = company and not whole), '{}')
                   || new_parts) q
           where e.questionnaires is null or q.key = any (e.questionnaires)
        ) p
       where e.company_id = company and e.revoked_at is null and e.ends_at > statement_timestamp()
         and (own is null or e.consultancy_id = own)
       order by e.consultancy_id, e.starts_at
    ) w
  on conflict (consultancy_id, client_id) do update
    set client_name = excluded.client_name, scope = excluded.scope, questionnaires = excluded.questionnaires,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, parts = excluded.parts,
        gate_state = excluded.gate_state, blockers = excluded.blockers, open = excluded.open,
        last_activity = excluded.last_activity, engine = excluded.engine, event_number = excluded.event_number;
end $$;

-- Deletes the summaries whose engagement has run out; nobody has seen them since (policy in_term).
create function ctx.forget_ended_clients() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from junbi.client_summary s
   where s.consultancy_id = ctx.consultancy() and s.ends_at <= statement_timestamp();
end $$;

grant execute on function
  ctx.members(), ctx.change_role(uuid, text, text), ctx.revoke_member(uuid), ctx.leave_company(),
  ctx.staff(), ctx.change_staff_role(uuid, text), ctx.revoke_staff(uuid), ctx.leave_staff(),
  ctx.grant_engagement(uuid, uuid, text, text[], timestamptz, integer, text), ctx.revoke_engagement(uuid, text),
  ctx.resign_engagement(uuid, text), ctx.engagements(), ctx.acting_engagement(),
  ctx.participants(), ctx.remove_participant(uuid), ctx.associations(), ctx.leave_association(uuid),
  ctx.invite(text, text, text, text, text, text, text[], integer, text, jsonb, text),
  ctx.invitations(), ctx.withdraw_invitation(uuid), ctx.open_invitation(text),
  ctx.accept_invitation(text, text, uuid, text, text[], integer), ctx.named_organisations(text),
  ctx.lock_summaries(), ctx.summarise(jsonb, boolean, timestamptz, integer), ctx.forget_ended_clients()
to app;
grant execute on function ctx.open_invitation(text) to auth;
