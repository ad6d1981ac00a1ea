-- Invitation campaigns: an association writes to addresses whose people agreed to such mail. The limits
-- stand here, no login reaches a table, and what officers are told of the addressees are counts.

create table ctx.campaign (
  association_id  uuid not null references ctx.association (association_id) on delete cascade,
  campaign_id     uuid not null,
  message         text not null check (length(message) between 1 and 1000),
  sender_name     text not null check (length(sender_name) between 1 and 80),
  sender_address  text not null check (length(sender_address) between 1 and 200),
  -- What the association says: how the addressees agreed to such mail, and since when.
  permission      text not null check (permission in ('terms', 'asked', 'given')),
  permitted_since date not null,
  -- Addresses that were given and not written to: they had opted out, or were written to lately.
  opted_out       integer not null check (opted_out >= 0),
  lately          integer not null check (lately >= 0),
  started_by      uuid not null,
  started_by_name text not null check (length(started_by_name) between 1 and 80),
  at              timestamptz not null default now(),
  primary key (association_id, campaign_id),
  check (permitted_since <= (at at time zone 'Asia/Tokyo')::date)
);

-- Whom a campaign wrote to. The address is kept as long as an invitation can be asked for, the hash of its
-- mailbox longer: opting out has no end.
create table ctx.campaign_recipient (
  association_id uuid not null,
  campaign_id    uuid not null,
  mailbox        bytea not null check (octet_length(mailbox) = 32),
  email          text check (email = lower(email) and length(email) <= 254 and email ~ '^[^\s@]+@[^\s@]+$'),
  token_hash     bytea not null unique check (octet_length(token_hash) = 32),
  written_at     timestamptz not null default now(),
  -- How often an invitation was asked for, and when first.
  asked          integer not null default 0 check (asked between 0 and 3),
  invited_at     timestamptz,
  primary key (association_id, campaign_id, mailbox),
  foreign key (association_id, campaign_id) references ctx.campaign (association_id, campaign_id) on delete cascade,
  check ((asked > 0) = (invited_at is not null))
);
create index campaign_recipient_mailbox on ctx.campaign_recipient (association_id, mailbox, written_at);

-- Who does not want to be written to by an association. A hash is enough: all that is ever asked is whether
-- an address that somebody types is one of them. It names no campaign, so it stays when one is deleted.
create table ctx.campaign_opt_out (
  association_id uuid not null references ctx.association (association_id) on delete cascade,
  mailbox        bytea not null check (octet_length(mailbox) = 32),
  at             timestamptz not null default now(),
  primary key (association_id, mailbox)
);

-- Set where its receiver asked for it through a campaign.
alter table ctx.invitation add column campaign_id uuid;

-- One mailbox, however its address is spelled: case, width, spaces, what follows a plus sign. Hashed with
-- the association, so that the hashes of two tell nothing of each other.
create function ctx.mailbox(association uuid, address text) returns bytea
language sql stable
return sha256(convert_to(
  'mailbox ' || association || ' ' || regexp_replace(lower(normalize(address, nfkc)), '\s|\+[^@]*(?=@)', '', 'g'), 'UTF8'));

create function ctx.has_opted_out(association uuid, address text) returns boolean
language sql stable
return exists (select from ctx.campaign_opt_out o
                where o.association_id = association and o.mailbox = ctx.mailbox(association, address));

-- ── Invitations: as in 0008, in two parts, and none to who has opted out ─────────────────────────

-- Writes an invitation and its message; who calls it has asked whether that may be.
create function ctx.write_invitation(token_hash text, kind text, inviting uuid, address text, new_role text, new_sections text,
                                     new_scope text, new_questionnaires text[], days integer, inviter uuid,
                                     inviter_name text, campaign uuid, texts jsonb, fallback text) returns uuid
language plpgsql volatile as $$
declare
  chosen text := coalesce((select p.locale from auth.account p where p.email = address), fallback);
  made uuid;
begin
  insert into ctx.invitation (token_hash, kind, organisation_id, email, role, sections, scope, questionnaires, days,
                              invited_by, invited_by_name, campaign_id)
  values (decode(write_invitation.token_hash, 'hex'), write_invitation.kind, inviting, address, new_role, new_sections,
          new_scope, new_questionnaires, write_invitation.days, inviter, inviter_name, campaign)
  returning invitation_id into made;
  insert into auth.outbox (id, to_address, kind, locale, subject, body_text, dedupe_key)
  values (gen_random_uuid(), address, 'invitation', chosen, texts -> chosen ->> 'subject', texts -> chosen ->> 'bodyText',
          'invitation ' || write_invitation.token_hash);
  return made;
end $$;

-- Outcomes: ok, not-allowed, too-many, opted-out. Those that were asked for through a campaign do not count
-- among the 20 of an hour: they have limits of their own.
create or replace function ctx.invite(token_hash text, kind text, address text, new_role text, new_sections text, new_scope text,
                                      new_questionnaires text[], days integer, inviter_name text, texts jsonb, fallback text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  inviting uuid;
  made uuid;
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
  if ctx.association() is not null and ctx.has_opted_out(inviting, address) then
    return 'opted-out';
  end if;
  if (select count(*) from ctx.invitation i
       where i.organisation_id = inviting and i.kind = any (ctx.invitation_kinds()) and i.campaign_id is null
         and i.created_at > statement_timestamp() - interval '1 hour') >= 20 then
    return 'too-many';
  end if;
  made := ctx.write_invitation(token_hash, kind, inviting, address, new_role, new_sections, new_scope, new_questionnaires,
                               days, ctx.actor(), inviter_name, null, texts, fallback);
  if kind in ('member', 'engagement') then
    perform audit.add(inviting, ctx.actor(), ctx.role(), null, 'invitation.sent', concat('invitation/', made),
      format('{"days":%s,"kind":"%s","questionnaires":%s,"role":%s,"scope":%s,"sections":%s}',
             coalesce(days::text, 'null'), kind, coalesce(array_to_json(new_questionnaires)::text, 'null'),
             coalesce(to_json(new_role)::text, 'null'), coalesce(to_json(new_scope)::text, 'null'),
             coalesce(to_json(new_sections)::text, 'null')),
      array['email'], array[to_json(address)::text]);
  end if;
  return 'ok';
end $$;

-- ── For the officers: look at what would be written, write it, and how it went ───────────────────

-- What becomes of each address: one of a mailbox is written to, none that opted out, none twice in 30 days.
create function ctx.campaign_reach(association uuid, addresses text[])
returns table (place bigint, email text, mailbox bytea, fate text)
language sql stable
begin atomic
  select distinct on (g.mailbox) g.place, g.email, g.mailbox,
         case when exists (select from ctx.campaign_opt_out o
                            where o.association_id = association and o.mailbox = g.mailbox) then 'opted-out'
              when exists (select from ctx.campaign_recipient r
                            where r.association_id = association and r.mailbox = g.mailbox
                              and r.written_at > statement_timestamp() - interval '30 days') then 'lately'
              else 'written' end
    from (select u.place, u.email, ctx.mailbox(association, u.email) as mailbox
            from unnest(addresses) with ordinality u (email, place)) g
   order by g.mailbox, g.place;
end;

create function ctx.is_too_soon(association uuid) returns boolean
language sql stable
return exists (select from ctx.campaign c where c.association_id = association
                  and c.at > statement_timestamp() - interval '7 days');

-- For an owner; nothing is written. Outcomes: ok, not-allowed, too-many, too-soon.
create function ctx.preview_campaign(addresses text[])
returns table (outcome text, written integer, opted_out integer, lately integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ctx.association() is null or ctx.role() <> 'owner' then
    return query select 'not-allowed', 0, 0, 0;
  elsif cardinality(addresses) > 200 then
    return query select 'too-many', 0, 0, 0;
  elsif ctx.is_too_soon(ctx.association()) then
    return query select 'too-soon', 0, 0, 0;
  else
    return query
      select 'ok', (count(*) filter (where w.fate = 'written'))::integer,
             (count(*) filter (where w.fate = 'opted-out'))::integer, (count(*) filter (where w.fate = 'lately'))::integer
        from ctx.campaign_reach(ctx.association(), addresses) w;
  end if;
end $$;

-- Writes a campaign and its messages. `recipients` holds for each address the hash of its token and its
-- message in both languages: an account that stands gets its own, an address without one `fallback`.
-- Outcomes: ok (also where this very campaign stands), not-allowed, too-many, too-soon, nobody.
create function ctx.start_campaign(campaign uuid, recipients jsonb, message text, sender_name text, sender_address text,
                                   permission text, permitted_since date, starter_name text, fallback text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  association uuid := ctx.association();
  addresses text[] := array(select r.value ->> 'email' from jsonb_array_elements(recipients) with ordinality r order by r.ordinality);
  w record;
  given jsonb;
  chosen text;
begin
  if association is null or not ctx.owns_organisation() then
    return 'not-allowed';
  elsif exists (select from ctx.campaign c where c.association_id = association and c.campaign_id = campaign) then
    return 'ok';
  elsif cardinality(addresses) > 200 then
    return 'too-many';
  elsif ctx.is_too_soon(association) then
    return 'too-soon';
  end if;
  insert into ctx.campaign (association_id, campaign_id, message, sender_name, sender_address, permission, permitted_since,
                            opted_out, lately, started_by, started_by_name)
  select association, campaign, start_campaign.message, start_campaign.sender_name, start_campaign.sender_address,
         start_campaign.permission, start_campaign.permitted_since, count(*) filter (where r.fate = 'opted-out'),
         count(*) filter (where r.fate = 'lately'), ctx.actor(), starter_name
    from ctx.campaign_reach(association, addresses) r
  having count(*) filter (where r.fate = 'written') > 0;
  if not found then
    return 'nobody';
  end if;
  for w in select * from ctx.campaign_reach(association, addresses) r where r.fate = 'written' order by r.place loop
    given := recipients -> (w.place - 1)::integer;
    chosen := coalesce((select p.locale from auth.account p where p.email = w.email), fallback);
    insert into ctx.campaign_recipient (association_id, campaign_id, mailbox, email, token_hash)
    values (association, campaign, w.mailbox, w.email, decode(given ->> 'tokenHash', 'hex'));
    insert into auth.outbox (id, to_address, kind, locale, subject, body_text, dedupe_key)
    values (gen_random_uuid(), w.email, 'campaign', chosen, given -> 'texts' -> chosen ->> 'subject',
            given -> 'texts' -> chosen ->> 'bodyText', 'campaign ' || (given ->> 'tokenHash'));
  end loop;
  return 'ok';
end $$;

-- The campaigns of the association, newest first: of the addressees counts alone.
create function ctx.campaigns()
returns table (campaign_id uuid, at timestamptz, started_by_name text, message text, written integer, opted_out integer,
               lately integer, invited integer)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.campaign_id, c.at, c.started_by_name, c.message, count(r.mailbox)::integer, c.opted_out, c.lately,
         count(r.invited_at)::integer
    from ctx.campaign c
    left join ctx.campaign_recipient r on r.association_id = c.association_id and r.campaign_id = c.campaign_id
   where c.association_id = ctx.association()
   group by c.association_id, c.campaign_id
   order by c.at desc, c.campaign_id;
end;

-- How many were invited and have not answered, by an invitation or by a campaign whose links work still,
-- each mailbox once; and how many companies have joined.
create function ctx.participation()
returns table (waiting integer, joined integer)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  with invitation as (
    select i.accepted_at, ctx.mailbox(i.organisation_id, i.email) as mailbox,
           i.accepted_at is null and i.withdrawn_at is null and i.expires_at > statement_timestamp() as is_open
      from ctx.invitation i
     where i.organisation_id = ctx.association() and i.kind = 'participant'
  ), answered as (
    select i.mailbox, max(i.accepted_at) as at from invitation i group by i.mailbox
  ), invited as (
    select i.mailbox from invitation i where i.is_open
    union
    select r.mailbox
      from ctx.campaign_recipient r
      left join answered a on a.mailbox = r.mailbox
      left join ctx.campaign_opt_out o on o.association_id = r.association_id and o.mailbox = r.mailbox
     where r.association_id = ctx.association() and r.written_at > statement_timestamp() - interval '90 days'
       and o.mailbox is null and (a.at is null or a.at < r.written_at)
  )
  select (select count(*)::integer from invited),
         (select count(*)::integer from ctx.association_company m
           where m.association_id = ctx.association() and m.left_at is null);
end;

-- ── For who holds the link of a message ──────────────────────────────────────────────────────────

-- How a link stands: open, used-up (an invitation was asked for three times), closed (who started the
-- campaign could not invite today), old (90 days).
create function ctx.link_state(r ctx.campaign_recipient) returns text
language sql stable
return case when r.email is null or r.written_at <= statement_timestamp() - interval '90 days' then 'old'
            when not exists (select from ctx.campaign c join ctx.association_member m
                               on m.association_id = c.association_id and m.account_id = c.started_by
                                  and m.role = 'owner' and m.revoked_at is null
                              where c.association_id = r.association_id and c.campaign_id = r.campaign_id) then 'closed'
            when r.asked >= 3 then 'used-up' else 'open' end;

-- No row where no message holds that link.
create function ctx.peek_campaign(token_hash text)
returns table (association_name text, message text, sender_name text, sender_address text, permission text,
               permitted_since date, started_by_name text, written_at timestamptz, state text, has_opted_out boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select coalesce(a.name, ''), c.message, c.sender_name, c.sender_address, c.permission, c.permitted_since,
         c.started_by_name, r.written_at, ctx.link_state(r),
         exists (select from ctx.campaign_opt_out o where o.association_id = r.association_id and o.mailbox = r.mailbox)
    from ctx.campaign_recipient r
    join ctx.campaign c on c.association_id = r.association_id and c.campaign_id = r.campaign_id
    join ctx.association a on a.association_id = r.association_id
   where r.token_hash = decode(peek_campaign.token_hash, 'hex');
end;

-- The addressee of a link, after the lock of its association: an opt-out and a campaign under way wait for
-- each other.
create function ctx.addressee(token_hash text) returns ctx.campaign_recipient
language plpgsql volatile as $$
declare
  r ctx.campaign_recipient;
begin
  perform from ctx.association a
   where a.association_id = (select x.association_id from ctx.campaign_recipient x
                              where x.token_hash = decode(addressee.token_hash, 'hex'))
     for no key update;
  select x.* into r from ctx.campaign_recipient x where x.token_hash = decode(addressee.token_hash, 'hex') for update;
  return r;
end $$;

-- Writes an invitation for the company of the addressee, at most three times for a link. Outcomes: ok,
-- not-found, old, closed, used-up, opted-out.
create function ctx.ask_invitation(token_hash text, invitation_hash text, texts jsonb, fallback text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  r ctx.campaign_recipient := ctx.addressee(token_hash);
  c ctx.campaign;
begin
  if r.mailbox is null then
    return 'not-found';
  elsif ctx.link_state(r) <> 'open' then
    return ctx.link_state(r);
  elsif ctx.has_opted_out(r.association_id, r.email) then
    return 'opted-out';
  end if;
  select x.* into c from ctx.campaign x where x.association_id = r.association_id and x.campaign_id = r.campaign_id;
  update ctx.campaign_recipient x
     set asked = x.asked + 1, invited_at = coalesce(x.invited_at, statement_timestamp())
   where x.association_id = r.association_id and x.campaign_id = r.campaign_id and x.mailbox = r.mailbox;
  perform ctx.write_invitation(invitation_hash, 'participant', c.association_id, r.email, null, null, null, null, null,
                               c.started_by, c.started_by_name, c.campaign_id, texts, fallback);
  return 'ok';
end $$;

-- From now on the association writes to this mailbox no more. However old the link is, and as often as it
-- is said. Outcomes: ok, not-found.
create function ctx.opt_out(token_hash text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  r ctx.campaign_recipient := ctx.addressee(token_hash);
begin
  if r.mailbox is null then
    return 'not-found';
  end if;
  insert into ctx.campaign_opt_out (association_id, mailbox) values (r.association_id, r.mailbox) on conflict do nothing;
  return 'ok';
end $$;

-- Takes that back: only who was written to can. Outcomes: ok, not-found.
create function ctx.opt_in_again(token_hash text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  r ctx.campaign_recipient := ctx.addressee(token_hash);
begin
  delete from ctx.campaign_opt_out o where o.association_id = r.association_id and o.mailbox = r.mailbox;
  return case when r.mailbox is null then 'not-found' else 'ok' end;
end $$;

-- Forgets addresses when no invitation can be asked for any more.
create function ctx.forget_campaign_addresses() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  update ctx.campaign_recipient r set email = null
   where r.email is not null and r.written_at <= statement_timestamp() - interval '90 days';
end;

grant execute on function
  ctx.preview_campaign(text[]), ctx.start_campaign(uuid, jsonb, text, text, text, text, date, text, text),
  ctx.campaigns(), ctx.participation(), ctx.peek_campaign(text), ctx.ask_invitation(text, text, jsonb, text),
  ctx.opt_out(text), ctx.opt_in_again(text)
to app;
grant execute on function ctx.forget_campaign_addresses() to auth;
