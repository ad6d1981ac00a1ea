import type pg from 'pg';
import { scramVerifier } from './scram.ts';

// What belongs to the server or the database rather than to a schema, and is therefore repeated at every
// migration: roles are shared by all databases, and a copied database loses its grants.
//
// Needed: a login that owns the database and may create roles (CREATEROLE). What only a superuser may
// set is tried, and where it fails it is returned as a sentence for the administrator.

const needed = `
do $$
declare
  login text;
begin
  foreach login in array array['owner_ddl', 'app', 'auth', 'app_worker', 'app_assoc', 'agg'] loop
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I', login);
    end if;
  end loop;
  if not pg_has_role(session_user, 'owner_ddl', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant owner_ddl to %I', session_user);
  end if;
  foreach login in array array['app', 'auth', 'app_assoc'] loop
    execute format('alter role %I set statement_timeout = 5000', login);
    execute format('alter role %I set lock_timeout = 2000', login);
    execute format('alter role %I set idle_in_transaction_session_timeout = 10000', login);
    if current_setting('server_version_num')::int >= 170000 then
      execute format('alter role %I set transaction_timeout = 15000', login);
    end if;
  end loop;
  foreach login in array array['app_worker', 'agg'] loop
    execute format('alter role %I set statement_timeout = 60000', login);
    execute format('alter role %I set lock_timeout = 5000', login);
    execute format('alter role %I set idle_in_transaction_session_timeout = 60000', login);
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to app, auth, app_worker, app_assoc, agg', current_database());
  execute format('grant connect, create on database %I to owner_ddl', current_database());
  revoke all on schema public from public;
end $$`;

const wished: readonly { sql: string; otherwise: string }[] = [
  {
    sql: `alter role app set track_activities = off; alter role auth set track_activities = off;
          alter role app_worker set track_activities = off; alter role app_assoc set track_activities = off;
          alter role agg set track_activities = off`,
    otherwise:
      'The running statements of one request are visible to others in pg_stat_activity: ask a superuser for ALTER ROLE app SET track_activities = off; ALTER ROLE auth SET track_activities = off; ALTER ROLE app_worker SET track_activities = off; ALTER ROLE app_assoc SET track_activities = off; ALTER ROLE agg SET track_activities = off;',
  },
  {
    sql: `
      do $$
      declare
        f regprocedure;
      begin
        for f in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace
          and (proname ~ '^lo_' or proname in ('loread', 'lowrite', 'pg_notify')
               or proname ~ '^(query|table|schema|database|cursor)_to_xml') loop
          execute format('revoke execute on function %s from public', f);
        end loop;
      end $$`,
    otherwise:
      'Large objects, query_to_xml and pg_notify stay callable by everybody in this database: migrate once with a superuser in DATABASE_OWNER_URL.',
  },
];

export type Passwords = {
  appPassword: string;
  authPassword: string;
  workerPassword: string;
  assocPassword: string;
  aggPassword: string;
};

/** Runs inside the migrating transaction. Returns what could not be set, in sentences. */
export async function ensureRoles(client: pg.Client, passwords: Passwords): Promise<string[]> {
  await lockRoles(client);
  await client.query(needed);
  for (const [role, password] of [
    ['app', passwords.appPassword],
    ['auth', passwords.authPassword],
    ['app_worker', passwords.workerPassword],
    ['app_assoc', passwords.assocPassword],
    ['agg', passwords.aggPassword],
  ] as const)
    await client.query(`alter role ${role} login password '${scramVerifier(password)}'`);
  const warnings: string[] = [];
  for (const { sql, otherwise } of wished)
    if (!(await attempt(client, sql))) warnings.push(otherwise);
  return warnings;
}

// Roles are shared by all databases of a server: two migrations at once would meet in pg_authid.
const lockRoles = (client: pg.Client) =>
  attempt(client, 'lock table pg_catalog.pg_authid in share row exclusive mode');

async function attempt(client: pg.Client, sql: string): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    await client.query(sql);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
    await client.query('rollback to savepoint attempt');
    return false;
  }
}
