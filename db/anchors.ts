import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  anchorLineSchema,
  bodyHash,
  merkle,
  signAnchor,
  type AnchorLine,
} from '#assessments/audit-anchor.ts';
import { rows } from './rows.ts';
import type { SigningKey } from './signing-keys.ts';
import { withWorker, type WorkerTx } from './tenant.ts';

const settled = z.strictObject({ settled: z.number() });

/** Moves the failed sign-ins of the last minute into the logs of the accounts' companies. */
export async function settleSignIns(tx: WorkerTx): Promise<number> {
  const [one] = await rows(tx, settled, sql`select audit.settle_sign_ins() as settled`);
  return one?.settled ?? 0;
}

const whole = z.coerce.number<string>();
const lock = z.strictObject({ mine: z.boolean() });
const head = z.strictObject({
  company: z.string(),
  seq: whole,
  hash: z.string(),
  is_anchored: z.boolean(),
});
const last = z.strictObject({ number: whole, body: z.string() });
const stored = z.strictObject({
  number: whole,
  body: z.string(),
  signature: z.string(),
  keyId: z.string(),
  heads: z.string(),
});

export type Anchored =
  /** `before`: the last anchor that the database knew. */
  | { ok: true; number: number; fresh: number; size: number; before: number }
  /** Another node is at it, or no chain went on since. */
  | { ok: false; reason: 'busy' | 'nothing-new' };

/**
 * Signs the Merkle root over the ends of all chains, where one of them went on since the last anchor; one
 * node at a time. `after` is the last anchor of the file outside: where the database has been put back to
 * an older state, the numbers go on from the file.
 */
export async function anchorHeads(
  tx: WorkerTx,
  { id, key }: SigningKey,
  { now, after }: { now: Date; after?: AnchorLine | undefined },
): Promise<Anchored> {
  const [locked] = await rows(
    tx,
    lock,
    sql`select pg_try_advisory_xact_lock(hashtext('junbi anchor')) as mine`,
  );
  if (!locked?.mine) return { ok: false, reason: 'busy' };
  const heads = await rows(
    tx,
    head,
    sql`select company_id as company, seq, encode(hash, 'hex') as hash, is_anchored from audit.heads()`,
  );
  if (heads.every((one) => one.is_anchored)) return { ok: false, reason: 'nothing-new' };
  const [inDatabase] = await rows(tx, last, sql`select number, body from audit.last_anchor()`);
  const inFile = after && { number: numberOf(after.body), body: after.body };
  const before = (inDatabase?.number ?? 0) >= (inFile?.number ?? 0) ? inDatabase : inFile;

  const anchored = new Set(heads.filter((one) => one.is_anchored).map(({ company }) => company));
  const tree = merkle(heads);
  const fresh = tree.heads.filter(({ company }) => !anchored.has(company));
  const number = (before?.number ?? 0) + 1;
  const signed = signAnchor(
    {
      at: now.toISOString(),
      number,
      prev: before ? bodyHash(before.body) : null,
      root: tree.root,
      size: heads.length,
      version: 1,
    },
    key,
    id,
  );
  const named = fresh.map(({ chain, seq, hash, proof }) => ({ chain, seq, hash, proof }));
  const held = fresh.map(({ company, seq, hash, proof }) => ({ company, seq, hash, proof }));
  await tx.execute(
    sql`select audit.put_anchor(${number}, ${signed.body}, decode(${signed.signature}, 'hex'), ${id},
                                ${JSON.stringify(named)}, ${JSON.stringify(held)}::jsonb)`,
  );
  const known = inDatabase?.number ?? 0;
  return { ok: true, number, fresh: fresh.length, size: heads.length, before: known };
}

const numbered = z.object({ number: z.number() });
const numberOf = (body: string) => numbered.parse(JSON.parse(body)).number;

const PART = 500;

/** The anchors after a number, oldest first, as the file holds them. */
export async function listAnchors(tx: WorkerTx, after: number): Promise<AnchorLine[]> {
  const found = await rows(
    tx,
    stored,
    sql`select number, body, encode(signature, 'hex') as signature, key_id as "keyId", heads
          from audit.anchors(${after}, ${PART})`,
  );
  return found.map(({ body, signature, keyId, heads }) =>
    anchorLineSchema.parse({ body, signature, keyId, heads: JSON.parse(heads) }),
  );
}

export type AnchorFile = ReturnType<typeof anchorFile>;

/**
 * One round: failed sign-ins into their logs, an anchor where a log went on, and into the file what it
 * lacks (another node may have anchored). A sentence where the database is older than the file.
 */
export async function anchorRound(
  key: SigningKey,
  file: AnchorFile,
  now: Date,
): Promise<{ warning: string | null }> {
  await withWorker(settleSignIns);
  const after = file.last();
  const from = after ? numberOf(after.body) : 0;
  const anchored = await withWorker((tx) => anchorHeads(tx, key, { now, after }));
  let reached = from;
  for (let full = true; full;) {
    const lines = await withWorker((tx) => listAnchors(tx, reached));
    file.append(lines);
    const newest = lines.at(-1);
    if (newest) reached = numberOf(newest.body);
    full = lines.length === PART;
  }
  const isOlder = anchored.ok && anchored.before < from;
  return {
    warning: isOlder
      ? `The database knows ${anchored.before} anchors and the file of anchors ${from}: the database was put back to an older state. What was lost shows in "audit verify".`
      : null,
  };
}

/** The file of anchors outside the database: a line for each, only ever longer. */
export function anchorFile(path: string) {
  return {
    last(): AnchorLine | undefined {
      return readAnchorFile(path).at(-1);
    },
    append(lines: readonly AnchorLine[]): void {
      if (lines.length === 0) return;
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      appendFileSync(path, text, { mode: 0o600, flush: true });
    },
  };
}

function readAnchorFile(path: string): AnchorLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.slice(-1).map((line) => anchorLineSchema.parse(JSON.parse(line)));
}
