import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { rows } from './rows.ts';
import type { AnyTx } from './tenant.ts';

/** What a granting function of the database answers where it did not do what was asked. */
export type Denied = 'not-allowed' | 'not-found' | 'last-owner' | 'too-many' | 'opted-out';
export type Granted = { ok: true } | { ok: false; reason: Denied };

const answer = z.strictObject({
  outcome: z.enum(['ok', 'not-allowed', 'not-found', 'last-owner', 'too-many', 'opted-out']),
});

/** Calls one granting function (0008_granting.sql) and turns its word into a value. */
export async function granted(tx: AnyTx, call: SQL): Promise<Granted> {
  const [one] = await rows(tx, answer, sql`select ${call} as outcome`);
  if (!one) throw new Error('A granting function answered nothing.');
  return one.outcome === 'ok' ? { ok: true } : { ok: false, reason: one.outcome };
}
