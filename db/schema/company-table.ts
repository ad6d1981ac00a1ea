import { sql } from 'drizzle-orm';
import { pgSchema, primaryKey, uuid, type PgColumnBuilderBase } from 'drizzle-orm/pg-core';

export const junbi = pgSchema('junbi');

// An insert that names no company belongs to the one that the capability opened.
const companyColumns = () => ({
  companyId: uuid('company_id')
    .notNull()
    .default(sql`ctx.company()`),
});

type CompanyColumns = ReturnType<typeof companyColumns>;

/**
 * The shape of every tenant table: company_id first, and first in the primary key. Its counterpart in
 * the database is `ctx.protect` (0002_context.sql); a test compares both with the catalog.
 */
export function companyTable<
  Name extends string,
  Columns extends Record<string, PgColumnBuilderBase>,
>(name: Name, columns: Columns, ...key: (keyof Columns & string)[]) {
  const all: CompanyColumns & Columns = { ...companyColumns(), ...columns };
  return junbi.table(name, all, (table) => {
    const rest = key.map((column) => table[column]);
    return [primaryKey({ columns: [table.companyId, ...rest] })];
  });
}
