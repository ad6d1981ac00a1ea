import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { asAdministrator, ensureDatabase, withDatabase, withLogin } from '#db/administrator.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { SEED } from '#assessments/oracle/seed.ts';
import { publishContent } from '#db/content.ts';
import { migrate } from '#db/migrate.ts';
import { supervise } from '#db/supervisor.ts';
import { withOwner } from '#db/tenant.ts';
import { seeded } from '../setup/seeded.ts';
import { listener } from './listener.ts';
import { nth } from './saver.ts';
import { smallEdition } from './small-edition.ts';
import { temporaryPlace } from './temporary-place.ts';
import { assessmentOf, companyOf, signedIn } from './world.ts';

// kill -9 of the server and of PostgreSQL, in turn, at seeded moments during 200 saves.

const place = temporaryPlace();
afterAll(place.remove);

const saves = 200;
/** A kill after each so many acknowledged saves, and so many milliseconds at most later. */
const killEvery = 10;
const latest = 12;

test('kill -9 of the server and of PostgreSQL loses no acknowledged answer and leaves none half written', async () => {
  const heard = listener();
  const postgres = await supervise({ ...place, log: heard.log });
  const ownerUrl = withDatabase(postgres.adminUrl, 'junbi');
  const appUrl = withLogin(ownerUrl, 'app', 'app-password');
  const authUrl = withLogin(ownerUrl, 'auth', 'auth-password');
  try {
    await ensureDatabase(postgres.adminUrl, 'junbi');
    await migrate(ownerUrl, {
      appPassword: 'app-password',
      authPassword: 'auth-password',
      workerPassword: 'worker-password',
      assocPassword: 'assoc-password',
      aggPassword: 'agg-password',
    });
    await withOwner(ownerUrl, (tx) => publishContent(tx, [smallEdition()]));
    expect(await durability(ownerUrl)).toEqual({ fsync: 'on', commit: 'on', pages: 'on' });

    openPools({ appUrl, authUrl });
    const member = await companyOf(await signedIn());
    const assessmentId = await assessmentOf(member);
    await closePools();

    const order = {
      appUrl,
      authUrl,
      member: { companyId: member.companyId, contextDigest: member.contextDigest },
      assessmentId,
      requestIds: Array.from({ length: saves }, () => randomUUID()),
    };
    const acknowledged = new Map<number, number>();
    const kills = { server: 0, postgres: 0 };
    const random = seeded(SEED);
    let back = Promise.resolve();
    while (acknowledged.size < saves) {
      const server = spawn(process.execPath, [join(import.meta.dirname, 'saver.ts')], {
        env: {
          ...process.env,
          SAVER_ORDER: JSON.stringify({ ...order, from: acknowledged.size + 1 }),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        for await (const line of createInterface({ input: server.stdout })) {
          const [n, version] = line.split(' ').map(Number);
          acknowledged.set(n ?? 0, version ?? 0);
          if (acknowledged.size % killEvery !== 0) continue;
          await pause(random() * latest);
          if (kills.server <= kills.postgres) {
            kills.server += 1;
            server.kill('SIGKILL');
          } else {
            kills.postgres += 1;
            back = heard.next('The database server is back.');
            process.kill(postgres.pid(), 'SIGKILL');
          }
        }
      } finally {
        server.kill('SIGKILL');
      }
    }

    await back;
    const stored = await storedRows(ownerUrl, assessmentId);
    console.log(
      `kill -9 (seed ${SEED}): ${kills.server} of the server, ${kills.postgres} of PostgreSQL; ${acknowledged.size} acknowledged, ${stored.length} stored, ${lost(acknowledged, stored)} lost`,
    );
    expect(kills.server).toBeGreaterThanOrEqual(5);
    expect(kills.postgres).toBeGreaterThanOrEqual(5);
    expect(lost(acknowledged, stored)).toBe(0);
    expect(stored).toEqual(
      order.requestIds.map((requestId, at) => ({ version: at + 1, requestId, ...nth(at + 1) })),
    );
    // The control: a missing row is counted as lost.
    expect(lost(acknowledged, stored.slice(1))).toBe(1);
  } finally {
    await closePools();
    await postgres.stop();
  }
}, 180_000);

type Stored = { version: number; requestId: string; answer: unknown; note: string };

function lost(acknowledged: ReadonlyMap<number, number>, stored: readonly Stored[]): number {
  const versions = new Set(stored.map(({ version }) => version));
  return [...acknowledged.values()].filter((version) => !versions.has(version)).length;
}

async function storedRows(ownerUrl: string, assessmentId: string): Promise<Stored[]> {
  return asAdministrator(ownerUrl, async (client) => {
    const { rows } = await client.query<Stored>(
      `select version, request_id as "requestId", answer, note from junbi.answer_event
        where assessment_id = $1 order by version`,
      [assessmentId],
    );
    return rows;
  });
}

async function durability(ownerUrl: string): Promise<unknown> {
  return asAdministrator(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages`,
    );
    return rows[0];
  });
}
