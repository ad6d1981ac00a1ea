import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { RULES } from '#assessments/disclosure/publication.ts';
import { instant, rows } from './rows.ts';
import type { AssociationTx } from './tenant.ts';

/** A publication from being asked for until it is released. */
export interface AskedPublication {
  period: string;
  /** The last day of the quarter, `YYYY-MM-DD`. */
  asOf: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  computedAt: Date | null;
  /** Which rules hid what, without counts. */
  report: z.infer<typeof reportSchema> | null;
  releasedByName: string | null;
  releasedAt: Date | null;
}

export const reportSchema = z.strictObject({
  rules: z.array(z.strictObject({ rule: z.enum(RULES), cells: z.array(z.string()) })),
  intervals: z.array(z.strictObject({ cell: z.string(), open: z.string() })),
});

export type Asked =
  | { ok: true }
  /** `too-early`: the quarter is not over. `known`: it was asked for. `too-late`: after a later one, or before the last is released. */
  | { ok: false; reason: 'not-allowed' | 'too-early' | 'known' | 'too-late' };

const asked = z.strictObject({
  outcome: z.enum(['ok', 'not-allowed', 'too-early', 'known', 'too-late']),
});

/** Asks for the figures of a quarter that is over; for every officer. */
export async function askPublication(
  tx: AssociationTx,
  { period, byName }: { period: string; byName: string },
): Promise<Asked> {
  const [one] = await rows(
    tx,
    asked,
    sql`select ctx.ask_publication(${period}, ${byName}) as outcome`,
  );
  if (!one) throw new Error('Asking answered nothing.');
  return one.outcome === 'ok' ? { ok: true } : { ok: false, reason: one.outcome };
}

export type Released =
  | { ok: true }
  /** `same-person`: who asked for it does not release it. */
  | { ok: false; reason: 'not-allowed' | 'not-found' | 'not-computed' | 'same-person' };

const released = z.strictObject({
  outcome: z.enum(['ok', 'not-allowed', 'not-found', 'not-computed', 'same-person']),
});

/** Publishes what another officer asked for; from then on it never changes. For a confirmed owner. */
export async function releasePublication(
  tx: AssociationTx,
  { period, byName }: { period: string; byName: string },
): Promise<Released> {
  const [one] = await rows(
    tx,
    released,
    sql`select ctx.release_publication(${period}, ${byName}) as outcome`,
  );
  if (!one) throw new Error('Releasing answered nothing.');
  return one.outcome === 'ok' ? { ok: true } : { ok: false, reason: one.outcome };
}

const publication = z.strictObject({
  period: z.string(),
  as_of: z.string(),
  asked_by: z.string(),
  asked_by_name: z.string(),
  asked_at: instant,
  computed_at: instant.nullable(),
  report: reportSchema.nullable(),
  released_by_name: z.string().nullable(),
  released_at: instant.nullable(),
});

/** Every publication that was asked for, newest first. */
export async function listPublications(tx: AssociationTx): Promise<AskedPublication[]> {
  const found = await rows(
    tx,
    publication,
    sql`select period, as_of::text, asked_by, asked_by_name, asked_at, computed_at, report, released_by_name, released_at
          from ctx.publications()`,
  );
  return found.map((row) => ({
    period: row.period,
    asOf: row.as_of,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    computedAt: row.computed_at,
    report: row.report,
    releasedByName: row.released_by_name,
    releasedAt: row.released_at,
  }));
}
