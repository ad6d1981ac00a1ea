/**
 * The rules of the schema lint (design: security.md 1.4 and appendix A), each a query that returns one
 * column `object` per hole. They read the catalog alone, so the login `app` can run them at boot.
 * `$1` is the classification as JSON: { "schema.table": { "column": level } }.
 */
export type LintRule = {
  readonly rule: string;
  readonly says: string;
  /** Only a superuser can close it; a managed server may leave it open, with a warning. */
  readonly onlySuperuser?: true;
  readonly sql: string;
};

/**
 * `t`: everything of ours; `tenant`: the tables of a company, consultancy or association, by the first of
 * their columns that names one; `login`: who serves requests.
 */
export const LINT_CONTEXT = `
  t as (
    select c.oid, n.nspname, c.relname, n.nspname || '.' || c.relname as name,
           c.relrowsecurity, c.relforcerowsecurity, c.relkind, c.relowner, c.relacl, c.reloptions
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'),
  tenant as (
    select distinct on (t.oid) t.*, a.attname, a.attnum, a.attnotnull, a.atttypid,
           replace(a.attname, '_id', '') as kind
      from t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
             and a.attname in ('company_id', 'consultancy_id', 'association_id')
     where t.relkind in ('r', 'p')
     order by t.oid, a.attnum),
  f as (
    select p.oid, p.oid::regprocedure::text as name, p.prosecdef, p.proleakproof, p.proconfig, p.proacl, p.proowner
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'),
  login as (select oid, rolname, rolconfig from pg_roles where rolname in ('app', 'auth', 'app_worker', 'app_assoc', 'agg'))`;

const canDoAnything = (table: string) => `(
  has_any_column_privilege('app', ${table}.oid, 'select,insert,update,references')
  or has_table_privilege('app', ${table}.oid, 'delete,truncate,trigger'))`;

// What ctx.protect writes for each tenant table, compared with what stands, in both directions.
const policiesDiffer = `
  select coalesce(w.name, s.name) || ' ' || coalesce(w.polname, s.polname) as object
    from (
      select tenant.name, p.polname, p.permissive, p.cmd, p.uses, p.checks
        from tenant cross join lateral (
          values ('tenant', true, '*', format('(%1$s_id = ctx.%1$s())', kind), format('(%1$s_id = ctx.%1$s_rw())', kind)),
                 ('tenant_update', false, 'w', format('(%1$s_id = ctx.%1$s_rw())', kind), null),
                 ('tenant_delete', false, 'd', format('(%1$s_id = ctx.%1$s_rw())', kind), null)
          union all
          select 'questionnaire', false, '*', '(questionnaire = ANY (ctx.questionnaires()))', '(questionnaire = ANY (ctx.questionnaires()))'
            from pg_attribute where attrelid = tenant.oid and attname = 'questionnaire' and not attisdropped
          union all
          select 'rests_on', false, '*', '(rests_on <@ ctx.reach())', '(rests_on <@ ctx.reach())'
            from pg_attribute where attrelid = tenant.oid and attname = 'rests_on' and not attisdropped
          union all
          select 'author_' || attname, false, 'a', null, format('(%s = ctx.actor())', attname)
            from pg_attribute where attrelid = tenant.oid and attname in ('actor', 'created_by') and not attisdropped
          union all
          select 'in_term', false, '*', '((starts_at <= statement_timestamp()) AND (ends_at > statement_timestamp()))', null
            from pg_attribute where attrelid = tenant.oid and attname = 'ends_at' and not attisdropped
        ) p (polname, permissive, cmd, uses, checks)
       where ${canDoAnything('tenant')} and tenant.relrowsecurity
         and exists (select from pg_policy where polrelid = tenant.oid)
    ) w
    full join (
      select tenant.name, p.polname, p.polpermissive as permissive, p.polcmd::text as cmd,
             pg_get_expr(p.polqual, p.polrelid) as uses, pg_get_expr(p.polwithcheck, p.polrelid) as checks,
             p.polroles
        from tenant join pg_policy p on p.polrelid = tenant.oid and tenant.relrowsecurity and tenant.nspname <> 'assoc'
    ) s on s.name = w.name and s.polname = w.polname
   where w.name is null or s.name is null
      or (w.permissive, w.cmd, w.uses, w.checks) is distinct from (s.permissive, s.cmd, s.uses, s.checks)
      or s.polroles is distinct from array[(select oid from login where rolname = 'app')]`;

export const LINT_RULES: readonly LintRule[] = [
  {
    rule: 'L01',
    says: 'a table that app reaches has no enabled and forced row-level security',
    sql: `select name as object from t where relkind in ('r', 'p') and ${canDoAnything('t')}
            and not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    rule: 'L02',
    says: 'row-level security without a policy for app: the table is dead',
    sql: `select name as object from t where relkind in ('r', 'p') and relrowsecurity and ${canDoAnything('t')}
            and not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive
                  and ((select oid from login where rolname = 'app') = any (p.polroles) or 0 = any (p.polroles)))`,
  },
  {
    rule: 'L03',
    says: 'a policy lets everything through, or is not what ctx.protect writes',
    sql: `select t.name || ' ' || p.polname as object from pg_policy p join t on t.oid = p.polrelid
           where t.nspname <> 'assoc' and (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')
             and not exists (select from tenant where tenant.oid = t.oid)
          union all ${policiesDiffer}`,
  },
  {
    rule: 'L04',
    says: 'a view that app or auth reads runs with its owner’s rights',
    sql: `select distinct t.name as object from t, login where t.relkind = 'v' and has_any_column_privilege(login.oid, t.oid, 'select')
            and not coalesce(t.reloptions && array['security_invoker=true', 'security_invoker=on'], false)`,
  },
  {
    rule: 'L05',
    says: 'a materialised view or foreign table that app or auth reads: no policy covers it',
    sql: `select distinct t.name as object from t, login where t.relkind in ('m', 'f')
            and has_any_column_privilege(login.oid, t.oid, 'select')`,
  },
  {
    rule: 'L06',
    says: 'a foreign key to a tenant table is not led by the same tenant column on both sides',
    sql: `select k.conrelid::regclass::text || ' ' || k.conname as object
            from pg_constraint k join tenant r on r.oid = k.confrelid
           where k.contype = 'f' and (k.confkey[1] <> r.attnum or not exists (
                   select from tenant l where l.oid = k.conrelid and l.attnum = k.conkey[1] and l.kind = r.kind))`,
  },
  {
    rule: 'L07',
    says: 'a unique index of a tenant table is not led by its tenant column: an oracle across tenants',
    sql: `select tenant.name || ' ' || i.indexrelid::regclass::text as object
            from pg_index i join tenant on tenant.oid = i.indrelid
           where i.indisunique and i.indkey[0] <> tenant.attnum`,
  },
  {
    rule: 'L08',
    says: 'app, auth or app_worker is too strong: an attribute, a membership, something it owns, or another’s tables',
    sql: `select l.rolname || ' is or may become ' || r.rolname as object
            from login l join pg_roles r on pg_has_role(l.oid, r.oid, 'member')
           where (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                  or (r.rolname = 'owner_ddl') or (r.oid <> l.oid and r.oid in (select oid from login)))
             and not exists (select from pg_roles s where s.oid = l.oid and s.rolsuper and r.oid <> s.oid)
          union all select l.rolname || ' owns ' || t.name from t join login l on l.oid = t.relowner
             where t.relkind <> 'i'
          union all select l.rolname || ' owns ' || f.name from f join login l on l.oid = f.proowner
          union all select l.rolname || ' owns schema ' || n.nspname from pg_namespace n join login l on l.oid = n.nspowner
          union all select l.rolname || ' owns the database' from pg_database d join login l on l.oid = d.datdba
             where d.datname = current_database()
          union all select l.rolname || ' reaches ' || tenant.name from tenant, login l
             where l.rolname <> 'app' and tenant.nspname <> 'assoc' and (has_any_column_privilege(l.oid, tenant.oid, 'select,insert,update')
                or has_table_privilege(l.oid, tenant.oid, 'delete'))`,
  },
  {
    rule: 'L09',
    says: 'a SECURITY DEFINER function does not pin its search_path',
    sql: `select name as object from f where prosecdef
            and not coalesce('search_path=pg_catalog, pg_temp' = any (proconfig), false)`,
  },
  {
    rule: 'L10',
    says: 'PUBLIC may execute a function of ours (the default of PostgreSQL)',
    sql: `select name as object from f
           where exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) where grantee = 0)`,
  },
  {
    rule: 'L11',
    says: 'a tenant table without a whole, valid index led by its tenant column',
    sql: `select name as object from tenant where not exists (
            select from pg_index i where i.indrelid = tenant.oid and i.indkey[0] = tenant.attnum
               and i.indisvalid and i.indpred is null)`,
  },
  {
    rule: 'L12',
    says: 'a sequence that app or auth may use tells volumes across companies',
    sql: `select distinct t.name as object from t, login
           where case when t.relkind = 'S' then has_sequence_privilege(login.oid, t.oid, 'usage,select,update') else false end`,
  },
  {
    rule: 'L13',
    says: 'a function of ours is marked LEAKPROOF',
    sql: `select name as object from f where proleakproof`,
  },
  {
    rule: 'L14',
    says: 'app or auth may do more than read and write rows',
    sql: `select l.rolname || ' ' || g.privilege_type || ' ' || t.name as object
            from t cross join lateral aclexplode(t.relacl) g join login l on g.grantee in (l.oid, 0)
           where g.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN') and t.relkind in ('r', 'p')
          union all select l.rolname || ' REFERENCES ' || t.name || '.' || a.attname
            from t join pg_attribute a on a.attrelid = t.oid
                   cross join lateral aclexplode(a.attacl) g join login l on g.grantee in (l.oid, 0)
           where g.privilege_type = 'REFERENCES'
          union all select l.rolname || ' CREATE in schema ' || n.nspname from pg_namespace n, login l
           where n.nspname !~ '^pg_' and has_schema_privilege(l.oid, n.oid, 'create') and n.nspowner <> l.oid
          union all select l.rolname || ' ' || p || ' in the database' from login l, unnest(array['CREATE', 'TEMP']) p
           where has_database_privilege(l.oid, current_database(), p)
             and not exists (select from pg_database d where d.datname = current_database() and d.datdba = l.oid)`,
  },
  {
    rule: 'L14',
    says: 'everybody may call large objects, query_to_xml or pg_notify',
    onlySuperuser: true,
    sql: `select l.rolname || ' EXECUTE ' || p.oid::regprocedure::text as object from pg_proc p, login l
           where p.pronamespace = 'pg_catalog'::regnamespace
             and (p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite', 'pg_notify')
                  or p.proname ~ '^(query|table|schema|database|cursor)_to_xml')
             and has_function_privilege(l.oid, p.oid, 'execute')`,
  },
  {
    rule: 'L15',
    says: 'the tenant column is nullable or no uuid',
    sql: `select name as object from tenant where not attnotnull or atttypid <> 'uuid'::regtype`,
  },
  {
    rule: 'L16',
    says: 'db/classification.ts and the columns of the database differ',
    sql: `select coalesce(s.name, c.name) as object
            from (select t.name || '.' || a.attname as name from t join pg_attribute a on a.attrelid = t.oid
                   where t.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped) s
            full join (select t.key || '.' || c.key as name
                         from jsonb_each($1::jsonb) t cross join lateral jsonb_each(t.value) c) c on c.name = s.name
           where s.name is null or c.name is null`,
  },
  {
    rule: 'L17',
    says: 'an extension that nobody reviewed, or row_security switched off',
    sql: `select 'extension ' || extname as object from pg_extension where extname <> 'plpgsql'
          union all select 'row_security is off by default for ' || coalesce(r.rolname, 'everybody')
            from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole
           where exists (select from unnest(s.setconfig) c where c ~* '^row_security=(off|false|no|0)$')
             and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))`,
  },
  {
    rule: 'L18',
    says: 'a time-out of app or auth is not set',
    sql: `select l.rolname || ' ' || g as object
            from login l, unnest(array['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) g
           where not exists (select from unnest(l.rolconfig) c where c ~ ('^' || g || '=') and c !~ '=0[a-z]*$')`,
  },
  {
    rule: 'L18',
    says: 'one request can read another’s running statement in pg_stat_activity',
    onlySuperuser: true,
    sql: `select l.rolname || ' track_activities' as object from login l
           where not coalesce(l.rolconfig && array['track_activities=off', 'track_activities=false'], false)`,
  },
  {
    rule: 'L19',
    says: 'a company’s table that app may change does not expect an entry in the access log',
    sql: `select name as object from tenant where kind = 'company' and attnum = 1
             and (has_any_column_privilege('app', tenant.oid, 'insert,update'))
             and not exists (select from pg_trigger g where g.tgrelid = tenant.oid and g.tgname = 'entry_expected'
                              and g.tgenabled in ('O', 'A') and g.tgtype & 21 = 21 and g.tgdeferrable
                              and g.tgfoid = to_regproc('audit.expect_entry'))`,
  },
  {
    rule: 'L20',
    says: 'a login reaches a table of the access log: only its functions are for them',
    sql: `select l.rolname || ' ' || t.name as object from t, login l where t.nspname = 'audit' and t.relkind in ('r', 'p')
             and (has_any_column_privilege(l.oid, t.oid, 'select,insert,update')
                  or has_table_privilege(l.oid, t.oid, 'delete,truncate'))
          union all select 'no fence on audit.' || x.name from (values ('entry'), ('anchor'), ('anchored'), ('key'), ('head')) x (name)
             where to_regclass('audit.' || x.name) is not null and not exists (
               select from pg_trigger g where g.tgrelid = to_regclass('audit.' || x.name)
                  and g.tgname = 'stays' and g.tgenabled in ('O', 'A'))`,
  },
  {
    rule: 'L21',
    says: 'rows of a company could go without an erasure that is due',
    sql: `select name as object from tenant where kind = 'company' and attnum = 1
             and (nspname = 'audit' or has_any_column_privilege('app', tenant.oid, 'insert'))
             and not has_table_privilege('app', tenant.oid, 'delete')
             and not exists (select from pg_trigger g where g.tgrelid = tenant.oid and g.tgname = 'kept'
                              and g.tgenabled in ('O', 'A') and g.tgfoid = to_regproc('erase.only_then'))`,
  },
  {
    rule: 'L22',
    says: 'what companies released, or what is published of it, is open to another login than the one it is for',
    sql: `select g.rolname || ' ' || t.name as object from t, (select oid, rolname from login union all select 0, 'public') g
           where t.nspname = 'assoc' and t.relkind not in ('i', 'I') and exists (
             select from aclexplode(t.relacl) x where x.grantee = g.oid
                and not (g.rolname = 'app_assoc' and x.privilege_type = 'SELECT' and t.relname ~ '^published_'))
          union all select g.rolname || ' ' || t.name || '.' || a.attname
            from t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) x
            join (select oid, rolname from login union all select 0, 'public') g on g.oid = x.grantee
           where t.nspname = 'assoc'
          union all select t.name || ' ' || coalesce(p.polname, 'without policy')
            from t left join pg_policy p on p.polrelid = t.oid
           where t.nspname = 'assoc' and t.relname ~ '^published_' and t.relkind = 'r' and not (
             t.relrowsecurity and t.relforcerowsecurity and p.oid is not null and (
               p.polname = 'writer' and p.polroles = array[(select oid from pg_roles where rolname = 'owner_ddl')]
               or p.polname = 'reader' and p.polcmd = 'r' and p.polroles = array[(select oid from login where rolname = 'app_assoc')]
                  and pg_get_expr(p.polqual, p.polrelid) = '((association_id = ( SELECT ctx.association() AS association)) OR (association_id IN ( SELECT ctx.joined_associations() AS joined_associations)))'))`,
  },
];
