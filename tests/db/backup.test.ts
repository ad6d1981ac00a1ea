import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAdministrator, ensureDatabase, withDatabase } from '#db/administrator.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { backup } from '#db/operator/backup.ts';
import { operate } from '#db/operator/operate.ts';
import { restore } from '#db/operator/restore.ts';
import { databaseName, readDatabaseSettings } from '#db/settings.ts';
import { temporaryPlace } from './temporary-place.ts';

const old = temporaryPlace();
const fresh = temporaryPlace();
const backups = temporaryPlace();
afterAll(() => {
  for (const place of [old, fresh, backups]) place.remove();
});

const environment = (place: typeof old) => ({ JUNBI_DATA_DIR: place.dataDir });
const settings = (place: typeof old) =>
  readDatabaseSettings(environment(place), place.dataDir, { production: false });
const passwords = (place: typeof old) => ({
  appPassword: settings(place).keys.password('database-app'),
  authPassword: settings(place).keys.password('database-auth'),
  workerPassword: settings(place).keys.password('database-worker'),
  assocPassword: settings(place).keys.password('database-assoc'),
  aggPassword: settings(place).keys.password('database-agg'),
});

/** What stands in a place: the messages, which are text a person would miss. */
async function messages(place: typeof old): Promise<unknown[]> {
  const server = await startEmbedded(place);
  try {
    return await asAdministrator(withDatabase(server.adminUrl, databaseName), async (client) => {
      const { rows } = await client.query('select * from auth.outbox order by id');
      return rows;
    });
  } finally {
    await server.stop();
  }
}

beforeAll(async () => {
  const server = await startEmbedded(old);
  await ensureDatabase(server.adminUrl, databaseName);
  const ownerUrl = withDatabase(server.adminUrl, databaseName);
  await migrate(ownerUrl, passwords(old));
  await asAdministrator(ownerUrl, (client) =>
    client.query(`insert into auth.outbox (id, to_address, kind, locale, subject, body_text, dedupe_key)
      select gen_random_uuid(), 'a@example.jp', 'signup', 'ja', '登録 ' || n, '本文', 'k' || n
        from generate_series(1, 20) n`),
  );
  await server.stop();
}, 60_000);

test('a backup restores into an empty place with equal rows and an empty lint', async () => {
  const directory = join(backups.dataDir, 'first');
  await backup(settings(old), directory, { withKeys: false, log: old.log });
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  await restore(settings(fresh), directory, fresh.log);
  const before = await messages(old);
  expect(before).toHaveLength(20);
  expect(await messages(fresh)).toEqual(before);
  expect(fresh.said.join('\n')).toMatch(/schema lint is empty/);
});

test('a restore never overwrites', async () => {
  const directory = join(backups.dataDir, 'second');
  await backup(settings(old), directory, { withKeys: false, log: old.log });
  await expect(restore(settings(old), directory, old.log)).rejects.toThrow(/never overwrites/);
});

test('a backup does not overwrite either, and leaves nothing half made', async () => {
  const directory = join(backups.dataDir, 'occupied');
  mkdirSync(join(directory, 'something'), { recursive: true });
  await expect(backup(settings(old), directory, { withKeys: false, log: old.log })).rejects.toThrow(
    /not empty/,
  );
  expect(existsSync(`${directory}.partial`)).toBe(false);
});

test('while Junbi runs, the embedded server is not copied', async () => {
  const server = await startEmbedded(old);
  try {
    await expect(
      backup(settings(old), join(backups.dataDir, 'running'), { withKeys: false, log: old.log }),
    ).rejects.toThrow(/already uses the data directory/);
  } finally {
    await server.stop();
  }
  expect(existsSync(join(backups.dataDir, 'running'))).toBe(false);
});

test('one changed byte in a backup is found before anything is restored', async () => {
  const directory = join(backups.dataDir, 'damaged');
  await backup(settings(old), directory, { withKeys: false, log: old.log });
  appendFileSync(join(directory, 'postgres/PG_VERSION'), ' ');
  const empty = temporaryPlace();
  await expect(restore(settings(empty), directory, empty.log)).rejects.toThrow(/PG_VERSION/);
  expect(existsSync(join(empty.dataDir, 'postgres'))).toBe(false);
  empty.remove();
});

test('with --with-keys the keys travel; without, a sentence says where they are', async () => {
  const io = consoleOf(old);
  expect(await operate(['backup', join(backups.dataDir, 'keyless')], io)).toBe(0);
  expect(existsSync(join(backups.dataDir, 'keyless/keys'))).toBe(false);
  expect(io.errors.join('\n')).toContain(`The keys (${old.keysDir}) are not in it`);

  const pepper = settings(old).keys.key('session-pepper', 32);
  expect(await operate(['backup', join(backups.dataDir, 'keyed'), '--with-keys'], io)).toBe(0);
  const empty = temporaryPlace();
  const there = consoleOf(empty);
  expect(await operate(['restore', join(backups.dataDir, 'keyed')], there)).toBe(0);
  expect(settings(empty).keys.key('session-pepper', 32)).toEqual(pepper);
  empty.remove();
});

test('a restore that is refused leaves the keys as they are', async () => {
  settings(old).keys.key('a-first-key', 32);
  settings(old).keys.key('z-last-key', 32);
  const directory = join(backups.dataDir, 'with-keys');
  await backup(settings(old), directory, { withKeys: true, log: old.log });
  const place = temporaryPlace();
  const restored = (env: Record<string, string> = {}) =>
    restore(
      readDatabaseSettings({ ...environment(place), ...env }, place.dataDir, { production: false }),
      directory,
      place.log,
    );
  const external = { DATABASE_URL: 'postgres://app:x@127.0.0.1:1/junbi' };
  await expect(restored(external)).rejects.toThrow(/without DATABASE_URL/);
  mkdirSync(join(place.dataDir, 'postgres'));
  await expect(restored()).rejects.toThrow(/never overwrites/);
  rmdirSync(join(place.dataDir, 'postgres'));
  settings(place).keys.key('z-last-key', 32);
  await expect(restored()).rejects.toThrow(/z-last-key differs/);
  expect(existsSync(join(place.keysDir, 'a-first-key'))).toBe(false);
  // The control: where nothing stands in the way, both travel.
  rmSync(join(place.keysDir, 'z-last-key'));
  await restored();
  expect(existsSync(join(place.keysDir, 'a-first-key'))).toBe(true);
  place.remove();
});

test('operator outbox prints the messages; an unknown command prints how it is used', async () => {
  const io = consoleOf(old);
  expect(await operate(['outbox', '--json'], io)).toBe(0);
  expect(JSON.parse(io.output.join(''))).toHaveLength(20);
  expect(await operate(['explode'], io)).toBe(2);
  expect(await operate(['backup'], io)).toBe(2);
  expect(await operate(['restore', join(backups.dataDir, 'nowhere')], io)).toBe(1);
  expect(io.errors.at(-1)).toMatch(/holds no backup/);
});

test('no key is in any message', () => {
  const password = readFileSync(join(old.keysDir, 'database-postgres'), 'utf8').trim();
  expect([...old.said, ...fresh.said].join('\n')).not.toContain(password);
});

function consoleOf(place: typeof old) {
  const output: string[] = [];
  const errors: string[] = [];
  return {
    output,
    errors,
    out: (text: string) => void output.push(text),
    err: (text: string) => void errors.push(text),
    env: environment(place),
    checkout: place.dataDir,
  };
}
