import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { asAdministrator, withDatabase } from '../administrator.ts';
import { startEmbedded } from '../embedded.ts';
import { serverAccount } from '../embedded/account.ts';
import type { Account } from '../embedded/account.ts';
import { takeOwnership } from '../embedded/owner.ts';
import { migrate } from '../migrate.ts';
import { Refusal } from '../refusal.ts';
import { ensureRoles, type Passwords } from '../roles.ts';
import { describeHole, lintSchema } from '../schema-lint.ts';
import { databaseName, passwordIn } from '../settings.ts';
import type { DatabaseSettings } from '../settings.ts';
import { readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { externalOwnerUrl } from './owner-url.ts';
import { loadDump } from './pg-tools.ts';

type Log = (line: string) => void;

/**
 * Restores a backup into an empty place (no cluster in the data directory; no Junbi in the named
 * database), brings it to this version, and proves it with the schema lint.
 */
export async function restore(
  settings: DatabaseSettings,
  directory: string,
  log: Log,
): Promise<void> {
  const from = resolve(directory);
  const manifest = await readManifest(from);
  if (settings.external) await restoreDump(settings, manifest, from, log);
  else await restoreCluster(settings, manifest, from, log);
  log(`Restored the backup of ${manifest.madeAt}; the schema lint is empty. Now: npm start`);
}

async function restoreCluster(
  settings: DatabaseSettings,
  manifest: Manifest,
  from: string,
  log: Log,
): Promise<void> {
  const { dataDir, keysDir, keys } = settings;
  const cluster = join(dataDir, 'postgres');
  if (manifest.kind !== 'cluster') {
    throw new Refusal(
      'other-kind',
      'This backup is a dump of a server; set DATABASE_URL and DATABASE_OWNER_URL to the server that should take it.',
    );
  }
  if (await stat(cluster).catch(() => undefined)) {
    throw new Refusal(
      'not-empty',
      `${cluster} exists already, and a restore never overwrites. Move it away first.`,
    );
  }
  const account = await serverAccount(log);
  await mkdir(dataDir, { recursive: true, mode: account ? 0o755 : 0o700 });
  const ownership = takeOwnership(join(dataDir, 'owner'), dataDir);
  try {
    await restoreKeys(from, keysDir, log);
    const aside = `${cluster}.new`;
    await rm(aside, { recursive: true, force: true });
    await cp(join(from, 'postgres'), aside, { recursive: true, verbatimSymlinks: true });
    await giveTo(aside, account);
    await rename(aside, cluster);
  } finally {
    ownership.release();
  }
  const server = await startEmbedded({ dataDir, keysDir, log });
  try {
    await bringUp(withDatabase(server.adminUrl, databaseName), {
      appPassword: keys.password('database-app'),
      authPassword: keys.password('database-auth'),
      workerPassword: keys.password('database-worker'),
      assocPassword: keys.password('database-assoc'),
      aggPassword: keys.password('database-agg'),
    });
  } finally {
    await server.stop();
  }
}

async function restoreDump(
  settings: DatabaseSettings,
  manifest: Manifest,
  from: string,
  log: Log,
): Promise<void> {
  const { external, keysDir } = settings;
  if (!external || manifest.kind !== 'dump') {
    throw new Refusal(
      'other-kind',
      'This backup is a copy of the embedded PostgreSQL; restore it without DATABASE_URL.',
    );
  }
  const ownerUrl = externalOwnerUrl(external);
  const passwords = {
    appPassword: passwordIn(external.appUrl, 'DATABASE_URL'),
    authPassword: passwordIn(external.authUrl, 'DATABASE_AUTH_URL'),
    workerPassword: passwordIn(external.workerUrl, 'DATABASE_WORKER_URL'),
    assocPassword: passwordIn(external.assocUrl, 'DATABASE_ASSOC_URL'),
    aggPassword: passwordIn(external.aggUrl, 'DATABASE_AGG_URL'),
  };
  await asAdministrator(ownerUrl, async (client) => {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'ops'`);
    if (rowCount) {
      throw new Refusal(
        'not-empty',
        'The database holds a Junbi already, and a restore never overwrites. Name an empty one.',
      );
    }
    await restoreKeys(from, keysDir, log);
    // A dump knows who owns what but not the roles themselves.
    await client.query('begin');
    await ensureRoles(client, passwords);
    await client.query('commit');
  });
  await loadDump(ownerUrl, join(from, 'junbi.dump'));
  await bringUp(ownerUrl, passwords);
}

async function bringUp(ownerUrl: string, passwords: Passwords): Promise<void> {
  await migrate(ownerUrl, passwords);
  const holes = await asAdministrator(ownerUrl, (client) => lintSchema(client));
  if (holes.length === 0) return;
  throw new Refusal(
    'schema-lint',
    `The backup is restored, but its schema has holes; do not serve it:\n${holes.map(describeHole).join('\n')}`,
  );
}

/**
 * Keys of the backup go where none is; a different one that stands already is not overwritten. The
 * last step that can refuse: until then a refusal leaves the directory of the keys as it was.
 */
async function restoreKeys(backup: string, keysDir: string, log: Log): Promise<void> {
  const from = join(backup, 'keys');
  const names = await readdir(from).catch(() => []);
  const missing: string[] = [];
  for (const name of names) {
    const [old, standing] = await Promise.all(
      [from, keysDir].map((at) => readFile(join(at, name), 'utf8').catch(() => undefined)),
    );
    // The logins get the passwords of the keys that stand, so those need not be the old ones.
    const isPassword = name.startsWith('database-') && standing !== undefined;
    if (old === undefined || standing === old || isPassword) continue;
    if (standing !== undefined) {
      throw new Refusal(
        'other-key',
        `The key ${join(keysDir, name)} differs from the one in the backup. Move the keys directory away, or restore the backup’s copy of it by hand.`,
      );
    }
    missing.push(name);
  }
  for (const name of missing) {
    await cp(join(from, name), join(keysDir, name));
    await chmod(join(keysDir, name), 0o600);
  }
  log(
    names.length > 0
      ? 'Restored the keys of the backup.'
      : `The backup holds no keys; those in ${keysDir} are used. What other keys have signed or protected is void.`,
  );
}

async function giveTo(directory: string, account: Account): Promise<void> {
  await chmod(directory, 0o700);
  if (!account) return;
  const entries = await readdir(directory, { recursive: true });
  for (const entry of ['', ...entries]) {
    await chown(join(directory, entry), account.uid, account.gid);
  }
}
