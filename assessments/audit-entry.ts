import { createHash } from 'node:crypto';
import { z } from 'zod';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

/** One line of a company's access log, as it is exported. Times are exact to the millisecond. */
export const auditEntrySchema = z.strictObject({
  seq: z.int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  /** Null: the server itself. */
  actor: z.uuid().nullable(),
  actorName: z.string(),
  role: z.string(),
  /** The consultancy for which somebody acted. */
  onBehalfOf: z.uuid().nullable(),
  action: z.string(),
  target: z.string(),
  /** Canonical JSON, kept as text: its very bytes are hashed. */
  payload: z.string(),
  prev: hex32,
  hash: hex32,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * The SHA-256 over all fields but the hash, each with its length (four bytes) before it; audit.hash in
 * db/migrations/0009_audit.sql is the same in SQL.
 */
export function entryHash(company: string, entry: Omit<AuditEntry, 'hash'>): string {
  const hash = createHash('sha256');
  const add = (part: Buffer | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    const length = Buffer.allocUnsafe(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  add('junbi-audit-1');
  add(uuidBytes(company));
  add(int8(entry.seq));
  add(int8(Date.parse(entry.at)));
  add(uuidBytes(entry.actor));
  add(entry.actorName);
  add(entry.role);
  add(uuidBytes(entry.onBehalfOf));
  add(entry.action);
  add(entry.target);
  add(entry.payload);
  add(Buffer.from(entry.prev, 'hex'));
  return hash.digest('hex');
}

const uuidBytes = (uuid: string | null) => Buffer.from((uuid ?? '').replaceAll('-', ''), 'hex');

function int8(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
