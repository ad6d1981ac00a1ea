import { Client, DatabaseError } from 'pg';
import type { Callable, Catalog, Table } from './catalog.ts';

/** A statement against a table, a column or a function, and what it was about. */
interface Attempt {
  verb: string;
  object: string;
  text: string;
}

/** An attempt that was not refused for want of a right. */
export interface Allowed extends Attempt {
  /** What it answered, as text; the words of an error. */
  answer: string;
  rows: number;
}

const REFUSED = '42501';

/** Tries every statement, each rolled back; what the login was let do. */
export async function attempt(
  url: string,
  attempts: readonly Attempt[],
  capability = '',
): Promise<Allowed[]> {
  const client = new Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  const allowed: Allowed[] = [];
  try {
    for (const one of attempts) {
      await client.query(`begin; set local app.capability = '${capability}'`);
      try {
        const { rows } = await client.query<unknown[]>({ text: one.text, rowMode: 'array' });
        allowed.push({ ...one, answer: JSON.stringify(rows), rows: rows.length });
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error;
        const { code, message, detail, hint } = error;
        if (code !== REFUSED)
          allowed.push({ ...one, answer: [code, message, detail, hint].join('\n'), rows: 0 });
      }
      await client.query('rollback');
    }
  } finally {
    await client.end();
  }
  return allowed;
}

/** Every verb against every table and every column of it, and calls of every function with what is known. */
export function attemptsAt(
  { tables, functions }: Catalog,
  known: { uuids: readonly string[]; texts: readonly string[] },
): Attempt[] {
  return [...tables.flatMap(atTable), ...functions.flatMap((one) => callsOf(one, known))];
}

function callsOf(
  { name, parameters }: Callable,
  { uuids, texts }: { uuids: readonly string[]; texts: readonly string[] },
): Attempt[] {
  const values = (type: string): readonly string[] => {
    if (type === 'uuid') return uuids;
    if (type === 'text') return texts;
    return type === 'date' ? ['2999-12-31'] : [];
  };
  const longest = Math.max(1, ...parameters.map((type) => values(type).length));
  return Array.from({ length: longest }, (_, nth) => {
    const given = parameters.map((type) => {
      const value = values(type)[nth % values(type).length];
      return value === undefined ? `null::${type}` : `'${value}'::${type}`;
    });
    return { verb: 'call', object: name, text: `select * from ${name}(${given.join(', ')}) r` };
  });
}

function atTable({ name, columns }: Table): Attempt[] {
  const attempts = (verb: string, texts: readonly string[]) =>
    texts.map((text): Attempt => ({ verb, object: name, text }));
  // A right may be given on a single column: then only statements that name no other go through.
  const each = (text: (column: string) => string) => columns.map((column) => text(column.name));
  return [
    ...attempts('select', [
      `select * from ${name}`,
      `select count(*) from ${name}`,
      `select ctid from ${name}`,
      `table ${name}`,
      ...each((column) => `select "${column}" from ${name}`),
      ...each((column) => `select from ${name} where "${column}" is not null`),
    ]),
    ...attempts('insert', [
      `insert into ${name} default values`,
      ...each((column) => `insert into ${name} ("${column}") values (null)`),
    ]),
    ...attempts('update', [
      `select from ${name} for update`,
      ...each((column) => `update ${name} set "${column}" = null`),
    ]),
    ...attempts('delete', [`delete from ${name}`]),
    ...attempts('truncate', [`truncate ${name}`]),
    ...attempts('own', [
      `alter table ${name} add column mine int`,
      `create policy mine on ${name} using (true)`,
      `create trigger mine before insert on ${name} for each row execute function audit.refuse()`,
      `alter table ${name} disable row level security`,
      `drop table ${name} cascade`,
    ]),
  ];
}

// Every value as PostgreSQL writes it: canaries are searched in text.
const getTypeParser = () => (value: string) => value;
