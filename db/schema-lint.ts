import type { ClientBase } from 'pg';
import { z } from 'zod';
import { CLASSIFICATION, type Classification } from './classification.ts';
import { ALLOWED } from './lint-allow-list.ts';
import { LINT_CONTEXT, LINT_RULES, type LintRule } from './lint-rules.ts';

export type Hole = { readonly rule: string; readonly object: string };

/**
 * The holes in the fence between companies, empty on a sound database: run after migrating, at boot (as
 * `app`, read-only) and in tests. Minus the reviewed allow-list, whose stale entries are holes as well.
 */
export async function lintSchema(
  client: ClientBase,
  {
    classification = CLASSIFICATION,
    allowed = ALLOWED,
  }: { classification?: Classification; allowed?: readonly Hole[] } = {},
): Promise<Hole[]> {
  const found = await run(
    client,
    LINT_RULES.filter((rule) => !rule.onlySuperuser),
    classification,
  );
  const stale = allowed.filter((entry) => !found.some((hole) => same(hole, entry)));
  return [
    ...found.filter((hole) => !allowed.some((entry) => same(hole, entry))),
    ...stale.map(({ rule, object }) => ({ rule: 'stale allow-list', object: `${rule} ${object}` })),
  ];
}

/**
 * What only a superuser can close (statements visible in pg_stat_activity, large objects). Empty on the
 * embedded server; a managed one may leave it open: a warning, not a refusal.
 */
export async function lintServer(client: ClientBase): Promise<Hole[]> {
  return run(
    client,
    LINT_RULES.filter((rule) => rule.onlySuperuser),
    {},
  );
}

/** A hole in words, for a person at the terminal. */
export function describeHole({ rule, object }: Hole): string {
  const says = LINT_RULES.filter((one) => one.rule === rule).map((one) => one.says);
  return `${rule}: ${object} (${says.join('; or ') || 'remove the entry'})`;
}

const same = (a: Hole, b: Hole) => a.rule === b.rule && a.object === b.object;

const holes = z.array(z.strictObject({ rule: z.string(), object: z.string() }));

async function run(
  client: ClientBase,
  rules: readonly LintRule[],
  classification: Classification,
): Promise<Hole[]> {
  const branches = rules.map(({ rule, sql }) => `select '${rule}' as rule, object from (${sql}) x`);
  const { rows } = await client.query(
    `with given as (select $1::jsonb), ${LINT_CONTEXT} ${branches.join(' union all ')} order by rule, object`,
    [JSON.stringify(classification)],
  );
  return holes.parse(rows);
}
