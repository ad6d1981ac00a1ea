import { CLASSIFICATION } from '#db/classification.ts';
import type { App } from '../setup/app.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
/** A word that somebody wrote, in Japanese. */
const WORD = /[\u3040-\u30ff\u4e00-\u9fff]{4}/;

/** Of a membership both sides know. */
const TABLES = Object.entries(CLASSIFICATION).flatMap(([table, columns]) =>
  'company_id' in columns && table !== 'ctx.association_company' ? [table] : [],
);

/** By what a company is recognised: every id, hash and word in its rows, in whatever table; but what is `known`. */
export async function canariesOf(
  { superuser }: Pick<App, 'superuser'>,
  org: string,
  known: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const table of TABLES) {
    const { rows } = await superuser.query<{ row: unknown }>(
      `select to_jsonb(t) as row from ${table} t where company_id = $1`,
      [org],
    );
    for (const { row } of rows) collect(row, found);
  }
  for (const one of known) found.delete(one);
  return found;
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (UUID.test(value) || HASH.test(value) || WORD.test(value)) into.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) collect(inner, into);
}
