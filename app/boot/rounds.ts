import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { computeNext, type Aggregator } from '#db/aggregation.ts';
import { anchorFile, anchorRound } from '#db/anchors.ts';
import type { SigningKey } from '#db/signing-keys.ts';
import { eraseNextDue } from '#db/leaving.ts';
import { putMessage } from '#db/outbox.ts';
import { withAggregator, withWorker } from '#db/tenant.ts';
import { erasedMessage } from '#emails/leaving.ts';
import { dateText } from '../print.ts';

const EVERY_MS = 60_000;

/**
 * What is done once a minute beside serving: companies whose 30 days have passed are erased; figures
 * that officers asked for are computed; the ends of all access logs are signed, where one went on, and kept
 * in a file outside the database. A last round is made on stopping.
 */
export function startRounds(of: {
  key: SigningKey;
  aggregator: Aggregator;
  file: string;
  log: (line: string) => void;
}): () => Promise<void> {
  mkdirSync(dirname(of.file), { recursive: true });
  const file = anchorFile(of.file);
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      while (await eraseOne());
      const { warning } = await anchorRound(of.key, file, new Date());
      if (warning !== null) of.log(warning);
      // Last: figures that cannot be computed hold up no anchor and no erasure.
      while (await withAggregator((tx) => computeNext(tx, of.aggregator)));
    } catch (error) {
      of.log(`The round of this minute was not finished: ${nameOf(error)}`);
    }
  };
  const next = () => (running = running.then(round));
  const timer = setInterval(() => void next(), EVERY_MS);
  return () => {
    clearInterval(timer);
    return next();
  };
}

/** Erases one company that is due, and writes its receipt to its owners, in one transaction. */
export async function eraseOne(): Promise<boolean> {
  return withWorker(async (tx) => {
    const gone = await eraseNextDue(tx);
    if (!gone) return false;
    const { receiptId: id, hash, seq: entries, counts, erasedAt } = gone.receipt;
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const { email, locale } of gone.owners) {
      const day = dateText(erasedAt.toISOString(), locale);
      const message = erasedMessage(locale, { id, hash, entries, rows, day });
      await putMessage(tx, { ...message, toAddress: email, locale, dedupeKey: `${id} ${email}` });
    }
    return true;
  });
}

const nameOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
