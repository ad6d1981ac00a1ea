import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { asAdministrator, withDatabase } from '#db/administrator.ts';
import { bootDatabase } from '#db/boot.ts';
import type { BootedDatabase } from '#db/boot.ts';
import { readDatabaseSettings } from '#db/settings.ts';
import { withSystem } from '#db/tenant.ts';
import { listEditions } from '#db/content.ts';
import { freshDatabase } from '../setup/postgres.ts';
import type { FreshDatabase } from '../setup/postgres.ts';
import { temporaryPlace } from './temporary-place.ts';

// A server of one's own: what an administrator names in DATABASE_URL and DATABASE_OWNER_URL.

const place = temporaryPlace();
afterAll(place.remove);
let database: FreshDatabase;
let booted: BootedDatabase | undefined;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await booted?.stop();
  booted = undefined;
  await database.drop();
});

type Urls = { app?: string; owner?: string | undefined };

async function boot(urls: Urls = {}, production = false): Promise<string[]> {
  const said: string[] = [];
  const settings = readDatabaseSettings(
    {
      JUNBI_DATA_DIR: place.dataDir,
      DATABASE_URL: urls.app ?? database.appUrl,
      DATABASE_AUTH_URL: database.authUrl,
      DATABASE_WORKER_URL: database.workerUrl,
      DATABASE_ASSOC_URL: database.assocUrl,
      DATABASE_AGG_URL: database.aggUrl,
      DATABASE_OWNER_URL: 'owner' in urls ? urls.owner : database.ownerUrl,
    },
    place.dataDir,
    { production },
  );
  booted = await bootDatabase(settings, {
    production,
    editions: [],
    log: (line) => void said.push(line),
  });
  return said;
}

test('with owner and app the pools open and requests are served', async () => {
  await boot();
  expect(await withSystem((tx) => listEditions(tx))).toEqual([]);
  expect(booted?.isEmbedded).toBe(false);
});

test('without the owner nothing is migrated, and a database that is ready serves', async () => {
  const said = await boot({ owner: undefined });
  expect(said[0]).toMatch(/nothing is migrated/);
  expect(await withSystem((tx) => listEditions(tx))).toEqual([]);
});

test('a start with the owner as the application’s login is refused', async () => {
  await expect(boot({ app: database.ownerUrl, owner: undefined })).rejects.toThrow(
    /DATABASE_URL logs in as .* the fence between companies would not hold/,
  );
});

test('a server without the newest security release is a warning, in production a refusal', async () => {
  const outdated = await asAdministrator(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select current_setting('server_version_num')::int as n`,
    );
    return (rows[0]?.n ?? 0) < 180_006;
  });
  expect(outdated, 'the packaged server is newer than this test').toBe(true);
  expect((await boot()).join('\n')).toMatch(/lacks security fixes/);
  await booted?.stop();
  booted = undefined;
  await expect(boot({}, true)).rejects.toThrow(/lacks security fixes/);
});

test('a hole in the schema stops the start', async () => {
  await asAdministrator(database.ownerUrl, (client) =>
    client.query('create table public.hole (n int); grant select on public.hole to app'),
  );
  await expect(boot()).rejects.toThrow(/schema has holes.*public\.hole/s);
});

test('a database that is not UTF-8 is refused', async () => {
  const name = `${database.name}_ascii`;
  const run = (sql: string) =>
    asAdministrator(database.adminUrl, async (client) => {
      await client.query(sql);
    });
  await run(
    `create database ${name} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
  );
  try {
    await expect(boot({ owner: withDatabase(database.ownerUrl, name) })).rejects.toThrow(
      /SQL_ASCII/,
    );
  } finally {
    await run(`drop database ${name} with (force)`);
  }
});
