-- Who may read what is published, asked once a statement and not once a row.

create function ctx.joined_associations() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.association_id from ctx.association_company m
   where m.company_id = ctx.company() and ctx.acting_consultancy() is null and m.left_at is null;
end;

do $$
declare
  published regclass;
begin
  foreach published in array array['assoc.published_period', 'assoc.published_cell']::regclass[] loop
    execute format('alter policy reader on %s using (association_id = (select ctx.association()) or association_id in (select ctx.joined_associations()))', published);
  end loop;
end $$;

drop function ctx.in_association(uuid);
grant execute on function ctx.joined_associations() to app_assoc;
