import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows } from './rows.ts';
import { attempt } from './schema/auth.ts';
import type { AuthTx } from './tenant.ts';

export type AttemptLimit = {
  /** What is counted, e.g. `sign-in`; each kind has counters of its own. */
  kind: string;
  /** Whom it is counted for: an address, an account, a network. Kept as a hash only. */
  subject: string;
  limit: number;
  windowSeconds: number;
};

export type Counted =
  { ok: true; left: number } | { ok: false; reason: 'too-many'; retryAfterSeconds: number };

const counter = z.strictObject({ count: z.number(), retry_after: z.number() });

/**
 * Counts one attempt and says whether it is allowed, in one atomic statement: parallel guesses cannot
 * share a count. Call it in a transaction of its own, before the attempt, so that it stands whatever follows.
 */
export async function countAttempt(tx: AuthTx, of: AttemptLimit): Promise<Counted> {
  const window = sql`make_interval(secs => ${of.windowSeconds})`;
  const [now] = await rows(
    tx,
    counter,
    sql`
      insert into auth.attempt as a (kind, subject_hash, count, window_start)
      values (${of.kind}, ${subjectHash(of)}, 1, now())
      on conflict (kind, subject_hash) do update set
        count = case when a.window_start + ${window} <= now() then 1 else least(a.count + 1, 1000000) end,
        window_start = case when a.window_start + ${window} <= now() then now() else a.window_start end
      returning a.count, ceil(extract(epoch from a.window_start + ${window} - now()))::int as retry_after`,
  );
  if (!now) throw new Error('The counter was not written.');
  return now.count <= of.limit
    ? { ok: true, left: of.limit - now.count }
    : { ok: false, reason: 'too-many', retryAfterSeconds: Math.max(1, now.retry_after) };
}

/** Forgets the attempts after a success, e.g. the consecutive failures of an account. */
export async function clearAttempts(
  tx: AuthTx,
  of: Pick<AttemptLimit, 'kind' | 'subject'>,
): Promise<void> {
  await tx
    .delete(attempt)
    .where(and(eq(attempt.kind, of.kind), eq(attempt.subjectHash, subjectHash(of))));
}

/** Deletes counters whose window began more than 90 days ago. */
export async function forgetOldAttempts(tx: AuthTx): Promise<void> {
  await tx.delete(attempt).where(lt(attempt.windowStart, sql`now() - interval '90 days'`));
}

const subjectHash = ({ kind, subject }: Pick<AttemptLimit, 'kind' | 'subject'>) =>
  createHash('sha256').update(`${kind}\n${subject}`).digest();
