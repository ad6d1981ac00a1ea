import { desc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record, recordRefusal } from './audit.ts';
import { instant, rows } from './rows.ts';
import type { profileVersion, supportFactsVersion } from './schema/company.ts';
import type { CompanyTx } from './tenant.ts';

/** What a company says about itself, saved as a whole, each version for ever. */
export interface FactVersion<F> {
  version: number;
  facts: F;
  byName: string;
  at: Date;
}

export type FactsSaved<F> =
  | { ok: true; version: number; at: Date }
  | { ok: false; reason: 'stale'; theirs: FactVersion<F> | null }
  | { ok: false; reason: 'not-allowed' };

/** Where versions of a kind stand, how they are read, and what the access log calls a save. */
export interface FactKind<F extends object> {
  table: typeof profileVersion | typeof supportFactsVersion;
  parse: (stored: unknown) => F;
  action: 'profile.saved' | 'support-facts.saved';
  target: 'profile' | 'support-facts';
}

/** The newest version, or the newest until `before`; null before the first save. */
export async function currentFacts<F extends object>(
  tx: CompanyTx,
  { table, parse }: FactKind<F>,
  before?: Date,
): Promise<FactVersion<F> | null> {
  const [newest] = await tx
    .select({ version: table.version, facts: table.facts, byName: table.actorName, at: table.at })
    .from(table)
    .where(before && lt(table.at, before))
    .orderBy(desc(table.version))
    .limit(1);
  return newest ? { ...newest, facts: parse(newest.facts) } : null;
}

const written = z.strictObject({ version: z.number(), at: instant });
const earlier = z.strictObject({
  may_write: z.boolean(),
  version: z.number().nullable(),
  at: instant.nullable(),
  same: z.boolean().nullable(),
});

/**
 * Saves all facts as version `base + 1`, where `base` is the version that the person saw (0 for none).
 * `stale`: somebody saved since; both stand, theirs in the answer. The same facts with the same
 * `requestId` again give the first outcome. For owners and preparers.
 */
export async function saveFacts<F extends object>(
  tx: CompanyTx,
  kind: FactKind<F>,
  given: { base: number; facts: F; requestId: string; byName: string },
): Promise<FactsSaved<F>> {
  const { table, action, target } = kind;
  const [saved] = await rows(
    tx,
    written,
    sql`
      insert into ${table} (company_id, version, facts, request_id, actor_name)
      select c.company_id, ${given.base}::int + 1, ${JSON.stringify(given.facts)}::jsonb, ${given.requestId}, ${given.byName}
        from junbi.company c
       where c.company_id = ctx.company_rw() and ctx.role() in ('owner', 'preparer')
         and (${given.base}::int = 0 or exists (
               select from ${table} p
                where p.company_id = c.company_id and p.version = ${given.base}::int))
      on conflict do nothing
      returning version, at`,
  );
  if (!saved) return notSaved(tx, kind, given);
  await record(tx, action, {
    target: `${target}/${saved.version}`,
    fields: { changed: await changedFacts(tx, kind, given), version: saved.version },
    sealed: { facts: { ...given.facts } },
  });
  return { ok: true, ...saved };
}

/** The names of the facts that differ from the version before, in their order. */
async function changedFacts<F extends object>(
  tx: CompanyTx,
  { table, parse }: FactKind<F>,
  { base, facts: now }: { base: number; facts: F },
): Promise<string[]> {
  const [previous] = await tx
    .select({ facts: table.facts })
    .from(table)
    .where(eq(table.version, base));
  const before = new Map(Object.entries(previous ? parse(previous.facts) : {}));
  const after = new Map(Object.entries(now));
  const names = new Set([...before.keys(), ...after.keys()]);
  const isOther = (name: string) =>
    JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name));
  return [...names].filter(isOther).sort();
}

async function notSaved<F extends object>(
  tx: CompanyTx,
  kind: FactKind<F>,
  { requestId, facts: sent }: { requestId: string; facts: F },
): Promise<FactsSaved<F>> {
  const { table, action, target } = kind;
  const [before] = await rows(
    tx,
    earlier,
    sql`
      select ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer') as may_write,
             p.version, p.at, p.facts = ${JSON.stringify(sent)}::jsonb as same
        from (values (true)) one left join ${table} p on p.request_id = ${requestId}`,
  );
  if (before?.same && before.version !== null && before.at)
    return { ok: true, version: before.version, at: before.at };
  if (!before?.may_write) {
    await recordRefusal(tx, action, `${target}/new`);
    return { ok: false, reason: 'not-allowed' };
  }
  return { ok: false, reason: 'stale', theirs: await currentFacts(tx, kind) };
}
