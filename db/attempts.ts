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

/** Refusals double from the tenth failure in a row on, and end altogether with the hundredth. */
const FREE_FAILURES = 10;
const LAST_FAILURE = 100;
const FIRST_WAIT_SECONDS = 15 * 60;
const LONGEST_WAIT_SECONDS = 24 * 60 * 60;

const failures = z.strictObject({ count: z.number() });

/**
 * Counts a try as if it failed, in one atomic statement; `clearAttempts` follows a success. Ten in a row
 * are free, after each further one the wait doubles (15 minutes up to a day), and after a hundred none is
 * allowed. A refused try changes nothing. Call it in a transaction of its own, before the attempt.
 */
export async function countFailure(
  tx: AuthTx,
  of: Pick<AttemptLimit, 'kind' | 'subject'>,
): Promise<boolean> {
  const wait = sql`make_interval(secs => least(${LONGEST_WAIT_SECONDS},
    ${FIRST_WAIT_SECONDS} * 2 ^ least(a.count + 1 - ${FREE_FAILURES}, 20)))`;
  const counted = await rows(
    tx,
    failures,
    sql`
      insert into auth.attempt as a (kind, subject_hash, count, window_start)
      values (${of.kind}, ${subjectHash(of)}, 1, now())
      on conflict (kind, subject_hash) do update set
        count = a.count + 1,
        window_start = now(),
        not_before = case when a.count + 1 >= ${FREE_FAILURES} then clock_timestamp() + ${wait} end
      where a.count < ${LAST_FAILURE} and (a.not_before is null or a.not_before <= clock_timestamp())
      returning a.count`,
  );
  return counted.length === 1;
}

/** Takes back one attempt that turned out to be no failure; the others of the window still count. */
export async function uncountAttempt(
  tx: AuthTx,
  of: Pick<AttemptLimit, 'kind' | 'subject'>,
): Promise<void> {
  await tx
    .update(attempt)
    .set({ count: sql`greatest(${attempt.count} - 1, 1)` })
    .where(and(eq(attempt.kind, of.kind), eq(attempt.subjectHash, subjectHash(of))));
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
