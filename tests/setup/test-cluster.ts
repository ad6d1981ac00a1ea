import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { asAdministrator, ensureDatabase, withDatabase } from '#db/administrator.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { findPgBouncer, startPgBouncer } from './pgbouncer.ts';

/** What a test process must know to make databases; travels in the environment to the workers. */
export const testCluster = z.strictObject({
  adminUrl: z.string(),
  appPassword: z.string(),
  authPassword: z.string(),
  workerPassword: z.string(),
  assocPassword: z.string(),
  aggPassword: z.string(),
  /** A migrated database that every fresh one is copied from. */
  template: z.string(),
  /** Where the logins `app` and `auth` connect instead: a PgBouncer in transaction mode. */
  poolerPort: z.number().optional(),
});

export type TestCluster = z.infer<typeof testCluster>;

export const clusterVariable = 'JUNBI_TEST_CLUSTER';

const password = () => randomBytes(16).toString('hex');

/**
 * Starts one throw-away PostgreSQL in a temporary directory, or uses the server of
 * DATABASE_OWNER_URL, and migrates a template there. `stop` removes everything again.
 */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const server = await testServer();
  const template = `junbi_test_${randomBytes(4).toString('hex')}`;
  const passwords = {
    appPassword: password(),
    authPassword: password(),
    workerPassword: password(),
    assocPassword: password(),
    aggPassword: password(),
  };
  const { appPassword, authPassword } = passwords;
  const removeDatabases = () =>
    asAdministrator(server.adminUrl, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        'select datname from pg_database where starts_with(datname, $1)',
        [template],
      );
      for (const { datname } of rows) {
        await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
      }
    });
  try {
    await ensureDatabase(server.adminUrl, template);
    await migrate(withDatabase(server.adminUrl, template), passwords);
  } catch (error) {
    await removeDatabases();
    await server.stop();
    throw error;
  }
  const pooler = await wantedPooler(server.adminUrl, { app: appPassword, auth: authPassword });
  const stop = async () => {
    await pooler?.stop();
    if (!server.isThrowAway) await removeDatabases();
    await server.stop();
  };
  const cluster = { adminUrl: server.adminUrl, ...passwords, template };
  return { ...cluster, ...(pooler && { poolerPort: pooler.port }), stop };
}

/** With JUNBI_TEST_PGBOUNCER=1 the tests reach their server through one. */
async function wantedPooler(adminUrl: string, passwords: Record<string, string>) {
  if (process.env['JUNBI_TEST_PGBOUNCER'] !== '1') return undefined;
  const program = await findPgBouncer();
  if (!program) throw new Error('JUNBI_TEST_PGBOUNCER=1, but no pgbouncer is installed.');
  return startPgBouncer(program, adminUrl, passwords);
}

async function testServer() {
  const given = process.env['DATABASE_OWNER_URL'];
  if (!given && process.env['DATABASE_URL'])
    throw new Error(
      'DATABASE_URL names the server for the tests: give DATABASE_OWNER_URL too, a login there that may create databases and roles.',
    );
  if (given) return { adminUrl: given, isThrowAway: false, stop: () => Promise.resolve() };
  const dataDir = await mkdtemp(join(tmpdir(), 'junbi-test-'));
  // Run by root, the server is the user `postgres` and must be able to pass through.
  await chmod(dataDir, 0o755);
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, keysDir: join(dataDir, 'keys'), log: () => {} });
    const stop = () => server.stop().then(remove);
    return { adminUrl: server.adminUrl, isThrowAway: true, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}
