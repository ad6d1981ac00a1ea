import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { CLASSIFICATION } from '#db/classification.ts';
import {
  tenantColumnsOf,
  type Catalog,
  type Column,
  type Table,
  type TenantColumn,
} from './catalog.ts';

// Every table of ours gets rows of several other tenants, in which every value is a canary, and rows of
// the attacker's own. The rows come from the catalog; a type that is not known here fails the suite.

/** The ids of one tenant of each kind and of their account; the same name gives the same id in every table. */
export type Ids = Readonly<
  Record<'company_id' | 'consultancy_id' | 'association_id' | 'account_id', string>
>;

/** Whose rows, the word that fills them, and the account that attacks. */
export type Rows = {
  ids: Ids;
  word: string;
  isForeign: boolean;
  attacker: string;
  /** `schema.table.column` of what the attacker is given anyway: no canary stands there. */
  given?: readonly string[];
};

/** Finds a canary however it is written: plain, reversed, in hexadecimal, in base64; numbers, days and ids as well. */
export const CANARY =
  /canary|yranac|43414e415259|q0foqvjz|nbtkfsw|dqu5bul|987654321|[12]999-09-09|cacacaca-/i;

export const foreignIds = (nth: number): Ids => ({
  company_id: known(`company ${nth}`),
  consultancy_id: known(`consultancy ${nth}`),
  association_id: known(`association ${nth}`),
  account_id: known(`account ${nth}`),
});

/** An id that the attacker is assumed to know. */
function known(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `f0f0f0f0-${hash.slice(0, 4)}-4${hash.slice(5, 8)}-8${hash.slice(9, 12)}-${hash.slice(12, 24)}`;
}

/** The id that stands in this column of a tenant's nth row; the same in every table that points there. */
export const knownId = (table: Table, column: string, ids: Ids, nth: number): string =>
  known(`${column === 'id' ? table.name : column} ${ids.company_id} ${nth}`);

/** Where a check would not let a canary in, it goes: checks of form are no part of the fence. */
export async function dropChecks(superuser: Client): Promise<void> {
  await superuser.query(`
    do $$
    declare c record;
    begin
      for c in select k.conrelid::regclass as name, k.conname from pg_constraint k
                 join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
                where k.contype = 'c' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'content', 'ops') loop
        execute format('alter table %s drop constraint %I', c.name, c.conname);
      end loop;
    end $$`);
}

/**
 * Lets a change commit without its entry in the access log: else that fence would refuse what a broken
 * policy lets through, and hide it. (tests/db/audit-granting.test.ts and the lint hold the watch itself.)
 */
export async function liftWatch(superuser: Client): Promise<void> {
  await superuser.query(`
    do $$
    declare t record;
    begin
      for t in select tgrelid::regclass as name from pg_trigger where tgname = 'entry_expected' loop
        execute format('alter table %s disable trigger entry_expected', t.name);
      end loop;
    end $$`);
}

const isPlanted = ({ kind, name }: Table) => kind === 'r' && !/^(content|ops)\./.test(name);

/**
 * Two rows of these tenants in every table: one of canaries alone, and one in which the columns that a
 * policy reads hold what the attacker may see, so that no other policy hides what one has lost.
 */
export async function plantRows(superuser: Client, catalog: Catalog, rows: Rows): Promise<void> {
  await superuser.query('begin; set local session_replication_role = replica');
  for (const table of catalog.tables.filter(isPlanted)) {
    for (const variant of [0, 1]) {
      const columns = table.columns.filter((column) => !column.isGenerated);
      const values = columns.map((column) => valueOf(table, column, rows, variant));
      await superuser.query(
        `insert into ${table.name} (${columns.map(({ name }) => `"${name}"`).join(', ')})
         select ${values.map((value, at) => `($${at + 1})::${columns[at]?.type ?? 'text'}`).join(', ')}
         on conflict do nothing`,
        values,
      );
    }
  }
  await superuser.query('commit');
}

function valueOf(table: Table, column: Column, rows: Rows, variant: number): unknown {
  const { ids, isForeign } = rows;
  const { name, type, isKey, isInPolicy } = column;
  const id = Object.entries(ids).find(([owner]) => owner === name)?.[1];
  if (id !== undefined) return id;
  if (name === 'id' && table.name === 'auth.account') return ids.account_id;
  // Days of a term are open as they are planted: begun long ago, and far from their end.
  if (isInPolicy && /^(?:uuid|text)$/.test(type) && (variant === 1 || !isForeign))
    return type === 'uuid' ? rows.attacker : 'governance';
  if (type === 'uuid') {
    if (isForeign && !isKey) return randomUUID().replace(/^.{8}/, 'cacacaca');
    return knownId(table, name, ids, variant);
  }
  // What is published to everybody is no canary.
  const isPublic =
    CLASSIFICATION[table.name]?.[name] === 'public' ||
    rows.given?.includes(`${table.name}.${name}`);
  const filling = isPublic ? { ...rows, word: 'PUBLIC', isForeign: false } : rows;
  return canaryOf(
    column,
    filling,
    `${table.name}_${name}_${variant}_${ids.company_id.slice(9, 13)}`,
  );
}

function canaryOf({ name, type, isKey, notNull }: Column, rows: Rows, key: string): unknown {
  const { word, isForeign } = rows;
  switch (type) {
    case 'text':
      return name === 'role' && !isForeign ? 'owner' : `${word}_${key}`;
    case 'text[]':
      return [`${word}_${key}`];
    case 'uuid[]':
      return isForeign ? [randomUUID().replace(/^.{8}/, 'cacacaca')] : [rows.attacker];
    case 'integer':
    case 'bigint':
      return isKey ? Number(key.at(-6)) + 1 : isForeign ? 987_654_321 : 1;
    case 'xid8':
      return '3';
    case 'smallint':
      return 2;
    case 'boolean':
      return true;
    case 'jsonb':
      return JSON.stringify({ [word]: `${word}_${key}` });
    case 'bytea':
      return Buffer.from(`${word} ${key}`);
    case 'timestamp with time zone':
    case 'date':
      if (!notNull) return null;
      return `${/^(?:ends|expires|valid)/.test(name) ? 2 : 1}999-0${isForeign ? 9 : 1}-09`;
    default:
      if (!notNull) return null;
      throw new Error(`No canary is known for the type ${type} (${key}): add one here.`);
  }
}

/**
 * A fingerprint of each row that names a protected tenant and none of the attacker's own; of all rows
 * where a table has no tenant.
 */
export async function fingerprints(
  superuser: Client,
  catalog: Catalog,
  { own, isProtected }: { own: readonly Ids[]; isProtected: readonly Ids[] },
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const listed = (ids: readonly Ids[], column: TenantColumn) =>
    `array[${ids.map((of) => `'${of[column]}'`).join(', ')}]::uuid[]`;
  for (const table of catalog.tables.filter(({ kind }) => kind === 'r')) {
    const tenants = tenantColumnsOf(table);
    const among = (ids: readonly Ids[]) =>
      tenants.map((name) => `coalesce(t.${name} = any (${listed(ids, name)}), false)`).join(' or ');
    const where = tenants.length === 0 ? 'true' : `(${among(isProtected)}) and not (${among(own)})`;
    const { rows } = await superuser.query<{ hash: string }>(
      `select md5(t::text) as hash from ${table.name} t where ${where}`,
    );
    found.set(table.name, new Set(rows.map(({ hash }) => hash)));
  }
  return found;
}
