import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { freshDatabase, type FreshDatabase } from './postgres.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

export type App = {
  origin: string;
  server: ServerProcess;
  database: FreshDatabase;
  /** A superuser in the database, who sees everything. */
  superuser: Client;
  /** Ends all of it; throws where the server has logged a fault of ours meanwhile. */
  close: () => Promise<void>;
};

/**
 * The built app on a database of its own, content published, on a free port of the loopback.
 * @param host as browsers name it: passkeys belong to a name, never to an address
 * @param more `JUNBI_DEMO` loads the fictional companies
 */
export async function openApp(
  host: '127.0.0.1' | 'localhost' = '127.0.0.1',
  more: { JUNBI_DEMO?: '1' } = {},
): Promise<App> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'junbi-app-'));
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const superuser = new Client({ connectionString: database.ownerUrl });
  const remove = async () => {
    await superuser.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  await superuser.connect();
  try {
    const server = await startServerProcess({
      PORT: String(port),
      APP_ORIGIN: origin,
      DATABASE_URL: database.appUrl,
      DATABASE_AUTH_URL: database.authUrl,
      DATABASE_WORKER_URL: database.workerUrl,
      DATABASE_ASSOC_URL: database.assocUrl,
      DATABASE_AGG_URL: database.aggUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      JUNBI_DATA_DIR: join(folder, 'data'),
      JUNBI_KEYS_DIR: join(folder, 'keys'),
      ...more,
    });
    const close = async () => {
      await server.stop();
      await remove();
      const faults = server.said.filter((line) => /^error [0-9A-F]{8} /.test(line));
      if (faults.length > 0) throw new Error(`The server had faults:\n${faults.join('\n')}`);
    };
    return { origin, server, database, superuser, close };
  } catch (error) {
    await remove();
    throw error;
  }
}
