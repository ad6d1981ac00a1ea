import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { connectOwner } from './client.server.ts';
import { Refusal } from './refusal.ts';
import { ensureRoles, type Passwords } from './roles.ts';
import { serverProblems } from './server.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };
export type Migrated = {
  /** Every migration that stands now, and whether this run applied it. */
  readonly applied: readonly { name: string; sha256: string; fresh: boolean }[];
  /** What an administrator should still do, in sentences. */
  readonly warnings: readonly string[];
};

/** The SQL files beside this one, in order. Forward only: a file that was applied never changes. */
export async function migrationFiles(
  directory = join(import.meta.dirname, 'migrations'),
): Promise<Migration[]> {
  const names = (await readdir(directory))
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings a database to the newest shape: roles, then each new file in a transaction of its own.
 * `ownerUrl` is a login that owns the database and may create roles, or a superuser. Repeatable, and
 * safe to start twice at once. Throws a Refusal where the server or a changed
 * file forbids it.
 */
export async function migrate(
  ownerUrl: string,
  passwords: Passwords,
  files?: readonly Migration[],
): Promise<Migrated> {
  const wanted = files ?? (await migrationFiles());
  const client = await connectOwner(ownerUrl);
  try {
    const { refusals, warnings } = await serverProblems(client);
    if (refusals.length > 0) throw new Refusal('server', refusals.join(' '));
    await client.query(`select pg_advisory_lock(hashtext('junbi migrate'))`);
    const hardening = await inTransaction(client, () => prepare(client, passwords));
    const before = await appliedBefore(client, wanted);
    for (const migration of wanted.filter(({ name }) => !before.has(name)))
      await inTransaction(client, () => apply(client, migration));
    return {
      applied: wanted.map(({ name, sha256 }) => ({ name, sha256, fresh: !before.has(name) })),
      warnings: [...warnings, ...hardening],
    };
  } finally {
    await client.end();
  }
}

async function prepare(client: pg.Client, passwords: Passwords) {
  const warnings = await ensureRoles(client, passwords);
  await client.query(`
    set local role owner_ddl;
    create schema if not exists ops;
    create table if not exists ops.migration (
      name       text primary key,
      sha256     text not null,
      applied_at timestamptz not null default now()
    )`);
  return warnings;
}

async function appliedBefore(client: pg.Client, wanted: readonly Migration[]) {
  const { rows } = await inTransaction(client, async () => {
    await client.query('set local role owner_ddl');
    return client.query<{ name: string; sha256: string }>('select name, sha256 from ops.migration');
  });
  const before = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  const files = new Map(wanted.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of before) {
    if (!files.has(name))
      throw new Refusal(
        'migration',
        `The database has the migration ${name}, which this version does not know: start a newer version.`,
      );
    if (files.get(name) !== sha256)
      throw new Refusal(
        'migration',
        `The migration ${name} was applied with other contents: an applied file never changes; write a new one.`,
      );
  }
  const last = [...before.keys()].sort().at(-1) ?? '';
  const late = wanted.find(({ name }) => !before.has(name) && name < last);
  if (late)
    throw new Refusal(
      'migration',
      `The migration ${late.name} is new but older than ${last}: give it the next number.`,
    );
  return before;
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(
    'set local role owner_ddl; set local search_path = pg_catalog; set local lock_timeout = 5000',
  );
  await client.query(sql);
  await client.query('insert into ops.migration (name, sha256) values ($1, $2)', [name, sha256]);
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
