import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Facts } from '#assessments/fact.ts';
import { record, recordRefusal } from './audit.ts';
import { keepingSummaries } from './client-summaries.ts';
import { instant, rows } from './rows.ts';
import { profileVersion } from './schema/company.ts';
import type { CompanyTx } from './tenant.ts';

export type Profile = { version: number; facts: Facts; byName: string; at: Date };

const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]));

/** What the company says about itself now; null before the first save. */
export async function currentProfile(tx: CompanyTx): Promise<Profile | null> {
  const [newest] = await tx
    .select({
      version: profileVersion.version,
      facts: profileVersion.facts,
      byName: profileVersion.actorName,
      at: profileVersion.at,
    })
    .from(profileVersion)
    .orderBy(desc(profileVersion.version))
    .limit(1);
  return newest ? { ...newest, facts: facts.parse(newest.facts) } : null;
}

export type ProfileSaved =
  | { ok: true; version: number; at: Date }
  | { ok: false; reason: 'stale'; theirs: Profile | null }
  | { ok: false; reason: 'not-allowed' };

const written = z.strictObject({ version: z.number(), at: instant });
const earlier = z.strictObject({
  may_write: z.boolean(),
  version: z.number().nullable(),
  at: instant.nullable(),
  same: z.boolean().nullable(),
});

/**
 * Saves the whole profile as version `base + 1`, where `base` is the version that the person saw (0 for
 * none). Parse the facts against the edition first. `stale`: somebody saved since; both stand, theirs in
 * the answer. The same facts with the same `requestId` again give the first outcome. For owners and
 * preparers.
 */
export async function saveProfile(
  tx: CompanyTx,
  given: { base: number; facts: Facts; requestId: string; byName: string },
): Promise<ProfileSaved> {
  return keepingSummaries(tx, () => save(tx, given));
}

async function save(
  tx: CompanyTx,
  given: { base: number; facts: Facts; requestId: string; byName: string },
): Promise<ProfileSaved> {
  const [saved] = await rows(
    tx,
    written,
    sql`
      insert into junbi.profile_version (company_id, version, facts, request_id, actor_name)
      select c.company_id, ${given.base}::int + 1, ${JSON.stringify(given.facts)}::jsonb, ${given.requestId}, ${given.byName}
        from junbi.company c
       where c.company_id = ctx.company_rw() and ctx.role() in ('owner', 'preparer')
         and (${given.base}::int = 0 or exists (
               select from junbi.profile_version p
                where p.company_id = c.company_id and p.version = ${given.base}::int))
      on conflict do nothing
      returning version, at`,
  );
  if (!saved) return notSaved(tx, given);
  await record(tx, 'profile.saved', {
    target: `profile/${saved.version}`,
    fields: { changed: await changedFacts(tx, given), version: saved.version },
    sealed: { facts: given.facts },
  });
  return { ok: true, ...saved };
}

/** The names of the facts that differ from the version before, in their order. */
async function changedFacts(
  tx: CompanyTx,
  { base, facts: now }: { base: number; facts: Facts },
): Promise<string[]> {
  const [previous] = await tx
    .select({ facts: profileVersion.facts })
    .from(profileVersion)
    .where(eq(profileVersion.version, base));
  const before = previous ? facts.parse(previous.facts) : {};
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}

async function notSaved(
  tx: CompanyTx,
  { requestId, facts: sent }: { requestId: string; facts: Facts },
): Promise<ProfileSaved> {
  const [before] = await rows(
    tx,
    earlier,
    sql`
      select ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer') as may_write,
             p.version, p.at, p.facts = ${JSON.stringify(sent)}::jsonb as same
        from (values (true)) one left join junbi.profile_version p on p.request_id = ${requestId}`,
  );
  if (before?.same && before.version !== null && before.at)
    return { ok: true, version: before.version, at: before.at };
  if (!before?.may_write) {
    await recordRefusal(tx, 'profile.saved', 'profile/new');
    return { ok: false, reason: 'not-allowed' };
  }
  return { ok: false, reason: 'stale', theirs: await currentProfile(tx) };
}
