import type { Client } from 'pg';
import { z } from 'zod';

// What stands in the database, as an attacker would list it: so that a table, a column or a function
// that is added later is attacked without anybody thinking of it.

const column = z.object({
  name: z.string(),
  type: z.string(),
  notNull: z.boolean(),
  isKey: z.boolean(),
  isGenerated: z.boolean(),
  isInPolicy: z.boolean(),
});
export type Column = z.infer<typeof column>;

const table = z.object({
  name: z.string(),
  kind: z.string(),
  /** The login may do something with it. */
  isReachable: z.boolean(),
  columns: z.array(column),
});
export type Table = z.infer<typeof table>;

const callable = z.object({ name: z.string(), parameters: z.array(z.string()) });
export type Callable = z.infer<typeof callable>;

export type Catalog = {
  tables: readonly Table[];
  /** Every function of ours that the login may execute. */
  functions: readonly Callable[];
  /** Every setting that a function or a policy of ours reads. */
  settings: readonly string[];
};

/** The columns that name a tenant. */
export const TENANT_COLUMNS = ['company_id', 'consultancy_id', 'association_id'] as const;
export type TenantColumn = (typeof TENANT_COLUMNS)[number];

export const tenantColumnsOf = ({ columns }: Table): TenantColumn[] =>
  TENANT_COLUMNS.filter((name) => columns.some((column) => column.name === name));

const ours = `n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`;

/** What there is, and what of it a login reaches. */
export async function readCatalog(superuser: Client, login = 'app'): Promise<Catalog> {
  const tables = await superuser.query(
    `
    select n.nspname || '.' || c.relname as name, c.relkind::text as kind,
           has_any_column_privilege($1, c.oid, 'select,insert,update')
             or has_table_privilege($1, c.oid, 'delete') as "isReachable",
           (select json_agg(json_build_object(
                     'name', a.attname, 'type', format_type(a.atttypid, null), 'notNull', a.attnotnull,
                     'isGenerated', a.attgenerated <> '' or a.attidentity <> '',
                     'isKey', exists (select from pg_constraint k where k.conrelid = c.oid
                                         and k.contype in ('p', 'f') and a.attnum = any (k.conkey)),
                     'isInPolicy', exists (select from pg_policy p where p.polrelid = c.oid and
                        concat(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) ~ ('\\m' || a.attname || '\\M')))
                   order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    [login],
  );
  const functions = await superuser.query(
    `
    select format('%I.%I', n.nspname, p.proname) as name,
           array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as a (t, at) order by at) as parameters
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ours} and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
       and has_function_privilege($1, p.oid, 'execute') and has_schema_privilege($1, n.oid, 'usage')
     order by 1`,
    [login],
  );
  const settings = await superuser.query<{ name: string }>(`
    select distinct m[1] as name from (
      select p.prosrc as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}
      union all select concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
      union all select pg_get_viewdef(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where ${ours} and c.relkind = 'v'
    ) s, regexp_matches(s.text, 'current_setting\\(''([a-z_.]+)''', 'g') m order by 1`);
  return {
    tables: z.array(table).parse(tables.rows),
    functions: z.array(callable).parse(functions.rows),
    settings: settings.rows.map(({ name }) => name),
  };
}
