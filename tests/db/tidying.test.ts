import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { tidyDaily } from '#app/boot/tidying.ts';
import { listMessages, putMessage } from '#db/outbox.ts';
import { withAuth } from '#db/tenant.ts';
import { openWorld, type World } from './world.ts';

// What is over is deleted at the start, and again every day.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => world.close());

async function putOldMessage(): Promise<void> {
  const toAddress = `${randomUUID()}@example.jp`;
  await withAuth((tx) =>
    putMessage(tx, { toAddress, kind: 'sign-up', locale: 'ja', subject: '登録', bodyText: '本文' }),
  );
  await world.superuser.query(`update auth.outbox set created_at = now() - interval '31 days'`);
}

const kept = async () => (await withAuth((tx) => listMessages(tx))).length;

test('tidied at the start, again after a day, and no more once it was stopped', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await putOldMessage();
  const { stop } = await tidyDaily();
  expect(await kept()).toBe(0);
  await putOldMessage();
  vi.advanceTimersByTime(23 * 60 * 60 * 1000);
  expect(await kept()).toBe(1);
  vi.advanceTimersByTime(60 * 60 * 1000);
  await vi.waitFor(async () => expect(await kept()).toBe(0), { timeout: 10_000 });
  await stop();
  await putOldMessage();
  vi.advanceTimersByTime(48 * 60 * 60 * 1000);
  await stop();
  expect(await kept()).toBe(1);
});
