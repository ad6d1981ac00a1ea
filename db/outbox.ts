import { randomUUID } from 'node:crypto';
import { desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Locale } from './accounts.ts';
import { outbox } from './schema/auth.ts';
import type { AuthTx, OwnerTx, WorkerTx } from './tenant.ts';

export type Message = {
  toAddress: string;
  /** What it is, e.g. `sign-up`, `password-reset`. */
  kind: string;
  locale: Locale;
  subject: string;
  bodyText: string;
  /** Two messages with the same key are the same message: the second is not written. Without one, none is. */
  dedupeKey?: string;
};

export type StoredMessage = Omit<Message, 'dedupeKey'> & {
  id: string;
  createdAt: Date;
  sentAt: Date | null;
};

/** The one way to send: written in the transaction that causes it, delivered afterwards. */
export async function putMessage(tx: AuthTx | OwnerTx | WorkerTx, message: Message): Promise<void> {
  await tx
    .insert(outbox)
    .values({ id: randomUUID(), dedupeKey: randomUUID(), ...message })
    .onConflictDoNothing({ target: outbox.dedupeKey });
}

/** The newest messages, for `/dev/outbox` and `operator outbox`. They hold working links: never log them. */
export async function listMessages(
  tx: AuthTx,
  { limit = 50, unsentOnly = false }: { limit?: number; unsentOnly?: boolean } = {},
): Promise<StoredMessage[]> {
  return tx
    .select({
      id: outbox.id,
      toAddress: outbox.toAddress,
      kind: outbox.kind,
      locale: outbox.locale,
      subject: outbox.subject,
      bodyText: outbox.bodyText,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(unsentOnly ? isNull(outbox.sentAt) : undefined)
    .orderBy(desc(outbox.createdAt), outbox.id)
    .limit(limit);
}

export async function markSent(tx: AuthTx, id: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt: sql`now()` })
    .where(eq(outbox.id, id));
}

/** Deletes messages older than 30 days: their links are dead, and they hold addresses. */
export async function forgetOldMessages(tx: AuthTx): Promise<void> {
  await tx.delete(outbox).where(lt(outbox.createdAt, sql`now() - interval '30 days'`));
}
