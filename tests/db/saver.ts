import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { saveAnswer } from '#db/answers.ts';
import { openPools } from '#db/client.server.ts';
import { DatabaseError } from '#db/database-error.ts';
import { withCompany } from '#db/tenant.ts';

// The server of kill.test.ts, a process that can be killed: saves answer after answer through the
// ordinary verb and writes a line only once a save is committed, as a response would be sent.

export const saverOrder = z.strictObject({
  appUrl: z.string(),
  authUrl: z.string(),
  member: z.strictObject({ companyId: z.string(), contextDigest: z.string() }),
  assessmentId: z.string(),
  /** Save n goes from version n − 1 to n and carries the nth request id. */
  requestIds: z.array(z.string()),
  from: z.number(),
});

const levels = [0, 1, 2, 3, 4] as const;

/** What save n writes; every field tells n, so that a half-written row would show. */
export const nth = (n: number) => ({
  answer: { level: levels[n % 5] ?? 0 },
  note: `${n}回目の保存`,
});

async function save(order: z.infer<typeof saverOrder>, n: number): Promise<number> {
  for (;;) {
    try {
      const saved = await withCompany(order.member, (tx) =>
        saveAnswer(tx, {
          assessmentId: order.assessmentId,
          questionId: 'A-04.level',
          questionnaire: 'governance',
          base: n - 1,
          ...nth(n),
          requestId: order.requestIds[n - 1] ?? '',
          byName: '田中',
        }),
      );
      if (saved.ok) return saved.version;
      throw new Error(`save ${n}: ${saved.reason}`);
    } catch (error) {
      // The database is being restarted: the page sends the same save again.
      if (!(error instanceof DatabaseError)) throw error;
      await pause(10);
    }
  }
}

const text = process.env['SAVER_ORDER'];
if (text) {
  const order = saverOrder.parse(JSON.parse(text));
  openPools({ appUrl: order.appUrl, authUrl: order.authUrl, appConnections: 2 });
  for (let n = order.from; n <= order.requestIds.length; n += 1) {
    const version = await save(order, n);
    process.stdout.write(`${n} ${version}\n`);
  }
  process.exit(0);
}
