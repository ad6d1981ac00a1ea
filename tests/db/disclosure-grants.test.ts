import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

// Aggregates only: everything that the two logins of the association's view may do, as a list that a person reads.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const GOLDEN = new URL('disclosure-grants.golden.txt', import.meta.url);

/** Every right of a login on what is ours, whichever way it came to it. */
async function rightsOf(login: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ has: string }>(
    `with ours as (select oid, nspname from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_')
     select has from (
       select 'schema ' || nspname || ' ' || p as has from ours, unnest(array['USAGE', 'CREATE']) p
        where has_schema_privilege($1, ours.oid, p)
       union all
       select 'table ' || nspname || '.' || relname || ' ' || p
         from pg_class c join ours on ours.oid = c.relnamespace,
              unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and case when p in ('DELETE', 'TRUNCATE', 'TRIGGER')
          then has_table_privilege($1, c.oid, p) else has_any_column_privilege($1, c.oid, p) end
       union all
       select 'function ' || nspname || '.' || proname || '(' || pg_get_function_identity_arguments(f.oid) || ')'
         from pg_proc f join ours on ours.oid = f.pronamespace where has_function_privilege($1, f.oid, 'EXECUTE')
     ) x order by has collate "C"`,
    [login],
  );
  return rows.map(({ has }) => `${login}: ${has}`);
}

it('the rights of app_assoc and agg are those of the list', async () => {
  const rights = [...(await rightsOf('app_assoc')), ...(await rightsOf('agg'))];
  expect(rights).toEqual(readFileSync(GOLDEN, 'utf8').trimEnd().split('\n'));
});

it('one right more is seen (the control)', async () => {
  await world.superuser.query('begin');
  await world.superuser.query('grant select (name) on junbi.company to app_assoc');
  const rights = await rightsOf('app_assoc');
  await world.superuser.query('rollback');
  expect(rights).toContain('app_assoc: table junbi.company SELECT');
});
