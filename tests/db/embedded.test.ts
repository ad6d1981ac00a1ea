import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { asAdministrator, withLogin } from '#db/administrator.ts';
import { runningEmbedded, startEmbedded } from '#db/embedded.ts';
import type { Embedded } from '#db/embedded.ts';
import { temporaryPlace } from './temporary-place.ts';

// One place for all tests of this file: making a cluster takes two seconds, starting one a tenth.
const place = temporaryPlace();
let server: Embedded | undefined;
const start = async () => (server = await startEmbedded(place));
const stop = async () => {
  await server?.stop();
  server = undefined;
};
beforeAll(() => start().then(stop), 60_000);
afterEach(stop);
afterAll(place.remove);

async function one<T extends string>(url: string, sql: string): Promise<Record<T, unknown>> {
  return asAdministrator(url, async (client) => {
    const { rows } = await client.query<Record<T, unknown>>(sql);
    const [row] = rows;
    if (!row) throw new Error('A row was expected.');
    return row;
  });
}

test('the cluster is UTF-8 with the builtin locale, and durable', async () => {
  const { adminUrl } = await start();
  const found = await one(
    adminUrl,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
            current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
            current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums
       from pg_database where datname = 'template0'`,
  );
  expect(found).toEqual({
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    fsync: 'on',
    pages: 'on',
    commit: 'on',
    checksums: 'on',
  });
});

test('without the password nobody comes in', async () => {
  const { adminUrl } = await start();
  await expect(one(withLogin(adminUrl, 'postgres', 'wrong'), 'select 1')).rejects.toMatchObject({
    code: '28P01',
  });
  await expect(one(adminUrl, 'select 1 as it')).resolves.toEqual({ it: 1 });
});

test('it listens on the loopback address only', async () => {
  const { port } = await start();
  const outside = Object.values(networkInterfaces())
    .flatMap((it) => it ?? [])
    .find((it) => it.family === 'IPv4' && !it.internal)?.address;
  const reaches = async (host: string) => {
    const socket = connect(port, host);
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  };
  expect(await reaches('127.0.0.1')).toBe(true);
  expect(outside !== undefined && (await reaches(outside))).toBe(false);
});

test('data survive a stop and a start', async () => {
  const first = await start();
  await one(first.adminUrl, `create table kept as select 'はい' as it; select 1`).catch(() => {});
  await stop();
  const second = await start();
  expect(await one(second.adminUrl, 'select it from kept')).toEqual({ it: 'はい' });
});

test('a second start on the same directory is refused with a sentence', async () => {
  await start();
  await expect(startEmbedded(place)).rejects.toThrow(/already uses the data directory/);
});

test('another process finds the running server, and nothing where none runs', async () => {
  const { adminUrl } = await start();
  expect(runningEmbedded(place.dataDir, place.keysDir)).toBe(adminUrl);
  await stop();
  expect(runningEmbedded(place.dataDir, place.keysDir)).toBeUndefined();
});

test('after kill -9 of the server, the lock file left behind does not stop the next start', async () => {
  const { pid, onExit } = await start();
  process.kill(pid, 'SIGKILL');
  await onExit;
  const lock = readFileSync(join(place.dataDir, 'postgres/postmaster.pid'), 'utf8');
  expect(lock.startsWith(`${pid}\n`)).toBe(true);
  // Worse: the number of the lock file belongs to a living program that is no server.
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    writeFileSync(
      join(place.dataDir, 'postgres/postmaster.pid'),
      lock.replace(String(pid), String(other.pid)),
    );
    const { adminUrl } = await start();
    expect(await one(adminUrl, 'select 1 as it')).toEqual({ it: 1 });
  } finally {
    other.kill();
  }
});

test('after kill -9 of Junbi itself, its server ends too and the next start takes over', async () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, '../../db/embedded.ts'))};
    const server = await startEmbedded({ ...${JSON.stringify({ dataDir: place.dataDir, keysDir: place.keysDir })}, log: () => {} });
    process.stdout.write(String(server.pid));
    setInterval(() => {}, 1000);`;
  const junbi = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await new Promise((resolve) => junbi.stdout.once('data', resolve)));
  junbi.kill('SIGKILL');
  await once(junbi, 'exit');
  const next = await start();
  expect(next.pid).not.toBe(pid);
  expect(await one(next.adminUrl, 'select 1 as it')).toEqual({ it: 1 });
});

test('with lost keys the administrator gets a new password and the data stay', async () => {
  const first = await start();
  await one(first.adminUrl, 'create table still_here as select 7 as it').catch(() => {});
  await stop();
  rmSync(join(place.keysDir, 'database-postgres'));
  const second = await start();
  expect(second.adminUrl).not.toBe(first.adminUrl);
  expect(await one(second.adminUrl, 'select it from still_here')).toEqual({ it: 7 });
  expect(place.said.some((line) => line.includes('another password'))).toBe(true);
});

test('neither values nor statements of a failed query are in the log', async () => {
  const { adminUrl } = await start();
  await one(adminUrl, `select 'CANARY_1'::int`).catch(() => {});
  await asAdministrator(adminUrl, (client) => client.query('select $1::int', ['CANARY_2'])).catch(
    () => {},
  );
  await stop();
  const log = readFileSync(join(place.dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('database system is ready');
  expect(log).not.toContain('CANARY');
});
