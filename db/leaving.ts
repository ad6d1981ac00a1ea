import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Locale } from './accounts.ts';
import { recordRefusal } from './audit.ts';
import { noticesJson, type Notices } from './notices.ts';
import { instant, rows } from './rows.ts';
import type { CompanyTx, WorkerTx } from './tenant.ts';

export type Erasure = { byName: string; askedAt: Date; dueAt: Date };

export type ErasureAsked =
  | { ok: true; dueAt: Date }
  /** Not an owner, or not one who has just proved who they are. */
  | { ok: false; reason: 'not-allowed' };

const asked = z.strictObject({ due: instant.nullable() });
const recalled = z.strictObject({ recalled: z.boolean() });
const state = z.strictObject({
  requested_by_name: z.string(),
  requested_at: instant,
  due_at: instant,
});

/** Asks for the company to be deleted in 30 days and tells every owner; asked again, the first day stands. */
export async function askErasure(tx: CompanyTx, notices: Notices): Promise<ErasureAsked> {
  const [one] = await rows(tx, asked, sql`select erase.ask(${noticesJson(notices)}::jsonb) as due`);
  if (one?.due) return { ok: true, dueAt: one.due };
  await recordRefusal(tx, 'erasure.asked', 'company/erasure');
  return { ok: false, reason: 'not-allowed' };
}

/** Takes the request back and tells every owner. False where there is none, or for somebody else. */
export async function recallErasure(tx: CompanyTx, notices: Notices): Promise<boolean> {
  const [one] = await rows(
    tx,
    recalled,
    sql`select erase.recall(${noticesJson(notices)}::jsonb) as recalled`,
  );
  return one?.recalled ?? false;
}

/** The request that stands, or null. */
export async function readErasure(tx: CompanyTx): Promise<Erasure | null> {
  const [one] = await rows(tx, state, sql`select * from erase.state()`);
  return one
    ? { byName: one.requested_by_name, askedAt: one.requested_at, dueAt: one.due_at }
    : null;
}

/** What is left of a company: the end of its access log and how many rows went with it. */
export type Receipt = {
  receiptId: string;
  /** A hash of the company's id. */
  chain: string;
  seq: number;
  hash: string;
  counts: Readonly<Record<string, number>>;
  erasedAt: Date;
};

const due = z.strictObject({ company: z.string().nullable() });
const whole = z.coerce.number<string>();
const erased = z.strictObject({
  receipt_id: z.string(),
  chain: z.string(),
  seq: whole,
  hash: z.string(),
  counts: z.record(z.string(), z.number()),
  erased_at: instant,
  owners: z.array(z.strictObject({ email: z.string(), locale: z.enum(['ja', 'en']) })),
});

/** Erases one company whose 30 days have passed; null where none is due. Its owners are to be told. */
export async function eraseNextDue(
  tx: WorkerTx,
): Promise<{ receipt: Receipt; owners: { email: string; locale: Locale }[] } | null> {
  const [next] = await rows(tx, due, sql`select erase.next_due() as company`);
  if (!next?.company) return null;
  const [gone] = await rows(tx, erased, sql`select * from erase.company(${next.company}::uuid)`);
  if (!gone) throw new Error('An erasure left no receipt.');
  const { receipt_id: receiptId, chain, seq, hash, counts, erased_at: erasedAt, owners } = gone;
  return { receipt: { receiptId, chain, seq, hash, counts, erasedAt }, owners };
}
