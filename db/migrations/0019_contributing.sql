-- What a company needs to know before it releases anything to an association, and that leaving ends it.

-- Who may have answered for the company from outside of it, whether or not they still may; for its own people.
create function ctx.outside_answerers() returns table (account_id uuid, consultancy_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.account_id, m.consultancy_id from ctx.consultancy_member m
   where ctx.acting_consultancy() is null and exists (
     select from ctx.engagement g where g.company_id = ctx.company()
        and g.consultancy_id = m.consultancy_id and g.scope = 'answer');
end;

-- Who comes back to an association releases again by an act of its own.
create function assoc.end_with_membership() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update assoc.contribution c set withdrawn_at = new.left_at
   where c.association_id = new.association_id and c.company_id = new.company_id and c.withdrawn_at is null;
  return null;
end $$;
create trigger end_contribution after update of left_at on ctx.association_company
  for each row when (old.left_at is null and new.left_at is not null)
  execute function assoc.end_with_membership();

grant execute on function ctx.outside_answerers() to app;
