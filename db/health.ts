import { sql } from 'drizzle-orm';
import { DatabaseError, type DatabaseReason } from './database-error.ts';
import { withSystem } from './tenant.ts';

/** Whether the database answers now, for `/readyz`; the reason is for the log, not for the public. */
export async function databaseHealth(): Promise<
  { ok: true; milliseconds: number } | { ok: false; reason: DatabaseReason }
> {
  const start = performance.now();
  try {
    await withSystem((tx) => tx.execute(sql`select 1`));
    return { ok: true, milliseconds: performance.now() - start };
  } catch (error) {
    if (error instanceof DatabaseError) return { ok: false, reason: error.reason };
    throw error;
  }
}
