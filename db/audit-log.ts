import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AuditChain } from '#assessments/audit-chain.ts';
import type { PublicKey } from '#assessments/audit-anchor.ts';
import { instant, rows } from './rows.ts';
import type { CompanyTx } from './tenant.ts';

export type LogLine = {
  seq: number;
  at: Date;
  actor: string | null;
  actorName: string;
  role: string;
  onBehalfOf: string | null;
  action: string;
  target: string;
  /** Ids, codes and names of fields. */
  fields: Readonly<Record<string, unknown>>;
};

export type LogFilter = {
  /** Null or absent: all of them. */
  actions?: readonly string[] | null;
  person?: string | null;
  since?: Date | null;
  until?: Date | null;
  /** Only lines older than this one: the next page. */
  before?: number | null;
};

/** How the chain stands: its last entry, and the last of its entries that an anchor holds. */
export type LogStanding = {
  seq: number;
  hash: string;
  anchor: { number: number; seq: number; at: string } | null;
};

export type Log = {
  lines: LogLine[];
  more: boolean;
  people: { id: string; name: string }[];
  standing: LogStanding | null;
};

const PAGE = 50;

const whole = z.coerce.number<string>();
const fields = z.record(z.string(), z.unknown());
const line = z.strictObject({
  seq: whole,
  at: instant,
  actor: z.string().nullable(),
  actor_name: z.string(),
  role: z.string(),
  on_behalf_of: z.string().nullable(),
  action: z.string(),
  target: z.string(),
  payload: z.string(),
});
const people = z.strictObject({ actor: z.string(), actor_name: z.string() });
const standing = z.strictObject({
  seq: whole,
  hash: z.string(),
  anchor_number: whole.nullable(),
  anchored_seq: whole.nullable(),
  anchor_body: z.string().nullable(),
});
const anchorTime = z.object({ at: z.string() });

/** The access log, newest first; empty for anybody but an owner and a preparer. */
export async function readLog(tx: CompanyTx, filter: LogFilter): Promise<Log> {
  const { actions = null, person = null, since = null, until = null, before = null } = filter;
  const found = await rows(
    tx,
    line,
    sql`select * from audit.log(${actions && sql.param(actions)}::text[], ${person}::uuid,
          ${since?.toISOString() ?? null}::timestamptz, ${until?.toISOString() ?? null}::timestamptz,
          ${before}::bigint, ${PAGE + 1})`,
  );
  const named = await rows(
    tx,
    people,
    sql`select * from audit.people() order by actor_name, actor`,
  );
  return {
    lines: found.slice(0, PAGE).map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      actorName: row.actor_name,
      role: row.role,
      onBehalfOf: row.on_behalf_of,
      action: row.action,
      target: row.target,
      fields: fieldsIn(row.payload),
    })),
    more: found.length > PAGE,
    people: named.map(({ actor, actor_name: name }) => ({ id: actor, name })),
    standing: await readStanding(tx),
  };
}

const payloadSchema = z.object({ fields });
const fieldsIn = (payload: string) => payloadSchema.parse(JSON.parse(payload)).fields;

async function readStanding(tx: CompanyTx): Promise<LogStanding | null> {
  const [found] = await rows(
    tx,
    standing,
    sql`select seq, encode(hash, 'hex') as hash, anchor_number, anchored_seq, anchor_body
          from audit.standing()`,
  );
  if (!found) return null;
  const { seq, hash, anchor_number: number, anchored_seq: anchored, anchor_body: body } = found;
  const isAnchored = number !== null && anchored !== null && body !== null;
  const anchor = isAnchored
    ? { number, seq: anchored, at: anchorTime.parse(JSON.parse(body)).at }
    : null;
  return { seq, hash, anchor };
}

const PART = 5_000;

const chained = z.strictObject({
  ...line.shape,
  prev: z.string(),
  hash: z.string(),
});
const held = z.strictObject({
  body: z.string(),
  signature: z.string(),
  keyId: z.string(),
  seq: whole,
  hash: z.string(),
  proof: z.string(),
});
const company = z.strictObject({ company: z.string() });

/** The whole chain with its proofs, for an export; null for anybody but an owner who has just confirmed. */
export async function readChain(
  tx: CompanyTx,
  keys: readonly PublicKey[],
): Promise<AuditChain | null> {
  const entries: AuditChain['entries'] = [];
  for (let full = true; full;) {
    const part = await rows(
      tx,
      chained,
      sql`select seq, at, actor, actor_name, role, on_behalf_of, action, target, payload,
                 encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
            from audit.chain(${entries.length}, ${PART})`,
    );
    for (const { actor_name: actorName, on_behalf_of: onBehalfOf, at, ...rest } of part)
      entries.push({ ...rest, at: at.toISOString(), actorName, onBehalfOf });
    full = part.length === PART;
  }
  const now = await readStanding(tx);
  const last = entries.at(-1);
  if (!now || !last) return null;
  const anchors = await rows(
    tx,
    held,
    sql`select body, encode(signature, 'hex') as signature, key_id as "keyId", seq,
               encode(hash, 'hex') as hash, proof from audit.anchors_of_chain()`,
  );
  const [here] = await rows(tx, company, sql`select ctx.company()::text as company`);
  return {
    format: 'junbi-audit-1',
    company: here?.company ?? '',
    head: { seq: now.seq, hash: now.hash },
    entries,
    anchors,
    keys: [...keys],
  };
}
