import type { Catalog, Column } from './catalog.ts';
import type { Random } from './random.ts';
import type { Ids } from './plant.ts';

// Statements that read: every way that we know to make PostgreSQL say what stands in a row, in a
// result, an error or a notice.

export type Attacker = {
  /** What `ctx.open` takes; the attacker's own, of course. */
  digest: string;
  own: Ids;
  foreign: readonly Ids[];
};

const SYSTEM = [
  'pg_stats',
  'pg_stats_ext',
  'pg_statistic',
  'pg_stat_activity',
  'pg_stat_user_tables',
  'pg_prepared_statements',
  'pg_cursors',
  'pg_authid',
  'pg_largeobject',
  'information_schema.tables',
];

const text = (q: string) => `(select string_agg(q::text, ',') from (${q}) q)`;

export type Source = { name: string; columns: readonly Pick<Column, 'name' | 'type'>[] };

export function queries(random: Random, catalog: Catalog, attacker: Attacker) {
  const { pick, weighted, chance, below } = random;
  const granted = catalog.tables.filter((table) => table.isReachable);
  // A login may have no table at all.
  const reachable = granted.length > 0 ? granted : catalog.tables;
  const source = (): Source =>
    weighted<Source>([
      [8, () => pick(reachable)],
      [2, () => pick(catalog.tables)],
      [0.5, () => ({ name: pick(SYSTEM), columns: [{ name: 'ctid', type: 'tid' }] })],
    ]);
  const foreign = () => pick(attacker.foreign);
  const anyForeignId = () => pick(Object.values(foreign()));
  const columnOf = ({ columns }: Source) => pick(columns).name;

  /** A whole row, in some dress. */
  const whole = (a: string) =>
    pick([
      `${a}.*`,
      `${a}::text`,
      `to_jsonb(${a})`,
      `row_to_json(${a})::text`,
      `upper(${a}::text)`,
      `reverse(${a}::text)`,
      `encode(convert_to(${a}::text, 'UTF8'), 'base64')`,
      `encode(convert_to(${a}::text, 'UTF8'), 'hex')`,
      `quote_literal(${a}::text)`,
      `format('%s', ${a})`,
      `concat('x', ${a})`,
      `regexp_split_to_table(${a}::text, ',')`,
      `jsonb_path_query(to_jsonb(${a}), '$.*')`,
      `jsonb_each_text(to_jsonb(${a}))`,
      `xmlelement(name x, ${a}::text)`,
      `coalesce(${a}::text, (select ${a}::text))`,
    ]);
  /** One column, in some dress. */
  const single = (c: string) =>
    pick([
      c,
      `${c}::text`,
      `lag(${c}::text) over ()`,
      `first_value(${c}::text) over (order by random())`,
      `max(${c}::text) over ()`,
      `array[${c}::text]`,
      `json_build_object('x', ${c})`,
      `case when ${c} is not null then ${c}::text end`,
      `substr(${c}::text, 1, 500)`,
      `translate(${c}::text, 'x', 'y')`,
      `set_config('app.leak', ${c}::text, true)`,
    ]);
  /** A cast or a function that raises an error which quotes the value. */
  const raising = (c: string) =>
    pick([
      `(${c}::text)::int`,
      `(${c}::text)::uuid`,
      `(${c}::text)::date`,
      `(${c}::text)::jsonb`,
      `(${c}::text)::inet`,
      `(${c}::text)::boolean`,
      `(${c}::text)::regclass`,
      `(${c}::text)::regrole`,
      `('{' || ${c}::text || '')::int[]`,
      `(${c}::text)::interval`,
      `to_date(${c}::text, 'YYYY-MM-DD')`,
      `to_timestamp(${c}::text, 'HH24')`,
      `to_number(${c}::text, '999')`,
      `regexp_match('x', '(' || ${c}::text)`,
      `current_setting(${c}::text)`,
      `set_config(${c}::text, 'x', true)`,
      `set_config('timezone', ${c}::text, true)`,
      `pg_read_file(${c}::text)`,
      `1 / (length(${c}::text) - length(${c}::text))`,
      `decode(${c}::text, 'hex')`,
      `convert_from(convert_to(${c}::text, 'UTF8'), ${c}::text)`,
      `jsonb_path_query('{}', (${c}::text)::jsonpath)`,
      `nextval(${c}::text)`,
      `date_trunc(${c}::text, now())`,
    ]);
  const aggregate = (a: string, c: string) =>
    pick([
      `string_agg(${c}::text, ',')`,
      `string_agg(${a}::text, ',')`,
      `array_agg(${a})::text`,
      `jsonb_agg(${a})`,
      `json_object_agg(coalesce(${c}::text, '-'), ${a})`,
      `min(${c}::text)`,
      `max(${a}::text)`,
      `mode() within group (order by ${c}::text)`,
      `percentile_disc(0.5) within group (order by ${c}::text)`,
      `array_agg(distinct ${c}::text)`,
      `max(${c}::text) filter (where ${c} is not null)`,
    ]);

  const where = (a: string, of: Source) =>
    weighted([
      [4, () => 'true'],
      [2, () => `${a}.${columnOf(of)}::text = '${anyForeignId()}'`],
      [1, () => `${a}.company_id = '${foreign().company_id}'`],
      [1, () => `${a}.company_id <> '${attacker.own.company_id}' or true`],
      [1, () => `${a}::text like '%'`],
      [1, () => `${raising(`${a}.${columnOf(of)}`)} is not null`],
      [1, () => `exists (select from ${source().name})`],
      [0.5, () => `${a}.ctid = '(0,${below(4)})'`],
      [0.5, () => `not (${a}.${columnOf(of)} is null and false)`],
    ]);

  /** `from` items that end in a relation with the alias `a`. */
  const from = (of: Source) => {
    const other = source();
    return weighted([
      [6, () => `${of.name} a`],
      [1, () => `only ${of.name} a`],
      [1, () => `${of.name} a tablesample system (100)`],
      [1, () => `${of.name} a tablesample bernoulli (100) repeatable (${below(9)})`],
      [1, () => `(select * from ${of.name} offset 0) a`],
      [1, () => `(table ${of.name}) a`],
      [1, () => `lateral (select * from ${of.name} limit 9) a`],
      [1, () => `${other.name} b cross join lateral (select * from ${of.name} limit 9) a`],
      [1, () => `${other.name} b left join ${of.name} a on true`],
      [1, () => `${other.name} b right join ${of.name} a on false`],
      [1, () => `${other.name} b full join ${of.name} a on b.ctid = a.ctid`],
      [
        1,
        () =>
          `${other.name} b join ${of.name} a on a.${columnOf(of)}::text = b.${columnOf(other)}::text`,
      ],
      [0.5, () => `${other.name} natural join ${of.name} a`],
      [0.5, () => `generate_series(1, 2) g, ${of.name} a`],
      [0.5, () => `rows from (jsonb_array_elements((select jsonb_agg(x) from ${of.name} x))) a`],
    ]);
  };

  /** A select without wrapping; rows bounded. */
  const select = (of: Source = source()): string => {
    const c = `a.${columnOf(of)}`;
    return weighted([
      [5, () => `select ${whole('a')} from ${from(of)} where ${where('a', of)} limit 40`],
      [3, () => `select ${single(c)} from ${from(of)} where ${where('a', of)} limit 40`],
      [3, () => `select ${raising(c)} from ${from(of)} where ${where('a', of)} limit 40`],
      [4, () => `select ${aggregate('a', c)} from ${from(of)} where ${where('a', of)}`],
      [1, () => `select ${aggregate('a', c)} from ${of.name} a group by ${c} order by 1 limit 40`],
      [1, () => `select 1 from ${of.name} a order by ${raising(c)} limit 40`],
      [1, () => `select distinct on (${c}) ${whole('a')} from ${of.name} a limit 40`],
      [1, () => `select a.* from ${of.name} a for ${pick(['update', 'share', 'key share'])}`],
    ]);
  };

  const wrapped = (): string => {
    const of = source();
    const inner = select(of);
    return weighted([
      [1, () => `with x as materialized (${inner}) select x::text from x`],
      [1, () => `with x as not materialized (select * from ${of.name}) select to_jsonb(x) from x`],
      [
        1,
        () =>
          `with recursive x (n, t) as (select 1, ${text(inner)} union all select n + 1, t from x where n < 3) select * from x`,
      ],
      [1, () => `select ${text(inner)}`],
      [1, () => `values (${text(inner)})`],
      [1, () => `(${inner}) union all (${inner})`],
      [1, () => `select * from ${of.name} except select * from ${of.name} where false`],
      [
        1,
        () =>
          `explain (analyze, verbose, costs off, timing off, summary off, format ${pick(['text', 'json'])}) ${inner}`,
      ],
      [1, () => `do $a$ begin raise notice '%', ${text(inner)}; end $a$`],
      [1, () => `do $a$ begin raise exception '%', ${text(inner)}; end $a$`],
      [
        1,
        () =>
          `do $a$ begin perform ${text(inner)}; exception when others then raise notice '%', sqlerrm; end $a$`,
      ],
      [
        1,
        () =>
          `do $a$ declare r record; begin for r in execute $q$${inner}$q$ loop raise notice '%', r; end loop; end $a$`,
      ],
      [1, () => `prepare p as ${inner}; execute p; deallocate p`],
      [1, () => `declare c no scroll cursor for ${inner}; fetch all from c; close c`],
      [
        1,
        () =>
          `select * from jsonb_populate_recordset(null::${of.name}, (select jsonb_agg(a) from ${of.name} a))`,
      ],
      [1, () => `select query_to_xml($q$${inner}$q$, true, false, '')`],
      [1, () => `select table_to_xml('${of.name}', true, false, '')`],
      [
        1,
        () =>
          `select word from ts_stat($q$select to_tsvector('simple', a::text) from ${of.name} a$q$)`,
      ],
      [1, () => `create temp table leaked as ${inner}`],
      [1, () => `select * into leaked from ${of.name}`],
      [1, () => `create view leaked as ${inner}`],
      [1, () => `copy (${inner}) to stdout`],
      [0.5, () => `select lo_from_bytea(0, convert_to(${text(inner)}, 'UTF8'))`],
      [0.5, () => `notify leaked, 'x'; select pg_notify('leaked', ${text(inner)})`],
    ]);
  };

  return {
    source,
    foreign,
    columnOf,
    select,
    query: () => (chance(0.65) ? select() : wrapped()),
  };
}
