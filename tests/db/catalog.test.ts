import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as assessment from '#db/schema/assessment.ts';
import * as association from '#db/schema/association.ts';
import * as auth from '#db/schema/auth.ts';
import * as clientSummary from '#db/schema/client-summary.ts';
import * as company from '#db/schema/company.ts';
import * as consultancy from '#db/schema/consultancy.ts';
import * as content from '#db/schema/content.ts';
import * as evidence from '#db/schema/evidence.ts';
import * as assessmentState from '#db/schema/assessment-state.ts';
import * as reviewDate from '#db/schema/review-date.ts';
import * as workingTogether from '#db/schema/working-together.ts';
import * as plan from '#db/schema/plan.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const tables = [
  assessment,
  assessmentState,
  workingTogether,
  reviewDate,
  association,
  auth,
  clientSummary,
  company,
  consultancy,
  content,
  evidence,
  plan,
]
  .flatMap((file): unknown[] => Object.values(file))
  .filter((value) => is(value, PgTable));

const inTypeScript = () =>
  tables.flatMap((table) => {
    const { name, schema, columns, primaryKeys } = getTableConfig(table);
    const key = primaryKeys[0]?.columns.map((column) => column.name);
    return columns.map((column) => ({
      column: `${schema}.${name}.${column.name}`,
      type: column.getSQLType().replace('timestamp with time zone', 'timestamptz'),
      notNull: column.notNull,
      hasDefault: column.hasDefault || column.generated !== undefined,
      keyPosition: (key ?? columns.filter((c) => c.primary).map((c) => c.name)).indexOf(
        column.name,
      ),
    }));
  });

const byName = (a: { column: string }, b: { column: string }) =>
  a.column < b.column ? -1 : Number(a.column > b.column);

it('the tables in TypeScript are those of the database: columns, types, nullability, keys, defaults', async () => {
  const { rows } = await world.superuser.query(`
    select n.nspname || '.' || c.relname || '.' || a.attname as "column",
           replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz') as type,
           a.attnotnull as "notNull",
           a.atthasdef as "hasDefault",
           coalesce(array_position(i.indkey::int2[], a.attnum), -1) as "keyPosition"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where n.nspname in ('auth', 'content', 'junbi') and c.relkind = 'r'`);
  expect(rows.length).toBeGreaterThan(90);
  expect(inTypeScript().toSorted(byName)).toEqual(rows.toSorted(byName));
});
