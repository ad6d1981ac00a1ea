import {
  tenantColumnsOf,
  type Callable,
  type Catalog,
  type Column,
  type Table,
} from './catalog.ts';
import type { Attacker, queries } from './grammar-query.ts';
import { knownId, type Ids } from './plant.ts';
import type { Random } from './random.ts';

// Statements that write, and calls of functions, with ids of others wherever an id may stand.

const tenantOf = (of: Table) => tenantColumnsOf(of)[0] ?? of.columns[0]?.name ?? 'ctid';

export function writes(
  random: Random,
  catalog: Catalog,
  attacker: Attacker,
  read: ReturnType<typeof queries>,
) {
  const { pick, weighted, chance, below } = random;
  const others = catalog.tables.filter(({ kind }) => kind === 'r');
  const granted = others.filter(({ isReachable }) => isReachable);
  const tables = granted.length > 0 ? granted : others;
  const table = () => (chance(0.85) ? pick(tables) : pick(others));

  const literal = (type: string): string => {
    switch (type) {
      case 'uuid':
        return weighted([
          [5, () => `'${pick(Object.values(read.foreign()))}'`],
          [2, () => `'${pick(Object.values(attacker.own))}'`],
          [1, () => 'gen_random_uuid()'],
          [1, () => `(select company_id from junbi.company order by random() limit 1)`],
        ]);
      case 'jsonb':
      case 'json':
        return `'{"level": 1}'`;
      case 'integer':
      case 'smallint':
      case 'bigint':
        return String(below(3) + 1);
      case 'boolean':
        return pick(['true', 'false']);
      case 'bytea':
        return `'\\x00'`;
      case 'text[]':
        return `array['governance', '${read.foreign().company_id}']`;
      case 'uuid[]':
        return `array['${read.foreign().company_id}', '${attacker.own.company_id}']::uuid[]`;
      case 'timestamp with time zone':
      case 'date':
        return `now() + interval '${below(9)} days'`;
      case 'text':
        return weighted([
          [3, () => `'${attacker.digest}'`],
          [2, () => `'governance'`],
          [1, () => `'owner'`],
          [1, () => `'${read.foreign().company_id}'`],
          [1, () => `'x'' or true --'`],
          [1, () => `(select string_agg(a::text, ',') from ${read.source().name} a)`],
        ]);
      default:
        return `null::${type}`;
    }
  };
  // As often as not a row that others could have written: it has to fail for the one reason left.
  const value = (of: Table, { name, type, isKey, isInPolicy }: Column, ids: Ids) => {
    const tenant = Object.entries(ids).find(([column]) => column === name)?.[1];
    if (tenant !== undefined && chance(0.95)) return `'${tenant}'`;
    if (isInPolicy && chance(0.8)) return type === 'uuid' ? 'default' : `'governance'`;
    if (isKey && type === 'uuid' && chance(0.7)) return `'${knownId(of, name, ids, below(2))}'`;
    if (type === 'integer') return String(below(1_000_000));
    return chance(0.1) ? 'default' : literal(type);
  };
  const someone = () => (chance(0.4) ? attacker.own : read.foreign());
  const insert = (of: Table) => {
    const given = of.columns.filter((column) => !column.isGenerated && chance(0.97));
    const ids = someone();
    return {
      head: `insert into ${of.name} (${given.map(({ name }) => name).join(', ')})`,
      values: `values (${given.map((column) => value(of, column, ids)).join(', ')})`,
    };
  };
  const settable = (of: Table) => {
    const column = pick(of.columns);
    return `${column.name} = ${chance(0.4) ? column.name : value(of, column, someone())}`;
  };
  const returning = () => pick(['', ' returning *', ' returning ctid, xmin']);

  const write = (): string => {
    const of = table();
    const tenant = tenantOf(of);
    const theirs = read.foreign();
    const their = `'${Object.entries(theirs).find(([column]) => column === tenant)?.[1] ?? theirs.company_id}'`;
    const { head, values } = insert(of);
    const key = of.columns.filter(({ isKey }) => isKey).map(({ name }) => name);
    return weighted([
      [7, () => `${head} ${values}${returning()}`],
      [2, () => `${head} ${values} on conflict do nothing${returning()}`],
      [
        2,
        () =>
          `${head} ${values} on conflict (${key.join(', ') || tenant}) do update set ${settable(of)} returning *`,
      ],
      [
        1,
        () =>
          `insert into ${of.name} select * from ${of.name} a limit 20 on conflict do nothing returning *`,
      ],
      [1, () => `insert into ${of.name} select * from ${table().name} a limit 20 returning *`],
      [3, () => `update ${of.name} set ${settable(of)} where ${tenant} = ${their}${returning()}`],
      [2, () => `update ${of.name} set ${settable(of)}${returning()}`],
      [2, () => `update ${of.name} set ${tenant} = ${their}${returning()}`],
      [
        1,
        () =>
          `update ${of.name} a set ${settable(of)} from ${read.source().name} b where a.${tenant}::text <> b::text returning a.*, b.*`,
      ],
      [2, () => `delete from ${of.name} where ${tenant} = ${their}${returning()}`],
      [1, () => `delete from ${of.name} a using ${read.source().name} b returning a.*, b.*`],
      [
        2,
        () =>
          `merge into ${of.name} a using (select ${their}::uuid as t) s on a.${tenant}::text = s.t::text
           when matched then ${pick(['delete', `update set ${settable(of)}`])}
           when not matched then insert ${head.slice(head.indexOf('('))} ${values}`,
      ],
      [
        1,
        () =>
          `with w as (update ${of.name} set ${settable(of)} returning *) select w::text from w limit 40`,
      ],
      [1, () => `with w as (delete from ${of.name} returning *) select jsonb_agg(w) from w`],
      [0.3, () => `truncate ${of.name}`],
      [0.3, () => `copy ${of.name} from program 'true'`],
    ]);
  };

  const argument = (type: string) => {
    if (type === 'uuid' && chance(0.6)) return `'${read.foreign().company_id}'::uuid`;
    if (type === 'text' && chance(0.6)) return `'${attacker.digest}'::text`;
    return chance(0.05) ? `null::${type}` : `(${literal(type)})::${type}`;
  };
  const call = ({ name, parameters }: Callable) =>
    `${name}(${parameters.map(argument).join(', ')})`;
  const calls = (): string => {
    const called = call(pick(catalog.functions));
    return weighted([
      [3, () => `select ${called}`],
      [3, () => `select * from ${called} r`],
      [1, () => `select ${called} from ${read.source().name} a limit 20`],
      [1, () => `select (${called})::text::int`],
      [1, () => `select set_config('app.capability', (${called})::text, true); ${read.query()}`],
    ]);
  };
  return { write, calls };
}
