import { chmod, cp, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { settlePredecessor } from '../embedded/postmaster.ts';
import { takeOwnership } from '../embedded/owner.ts';
import { Refusal } from '../refusal.ts';
import type { DatabaseSettings } from '../settings.ts';
import { writeManifest } from './manifest.ts';
import { externalOwnerUrl } from './owner-url.ts';
import { dumpDatabase } from './pg-tools.ts';

/**
 * Writes a backup into a directory that does not exist yet or is empty. Embedded: a copy of the
 * cluster while it stands still; a server of one's own: pg_dump. Appears whole or not at all.
 */
export async function backup(
  settings: DatabaseSettings,
  directory: string,
  options: { withKeys: boolean; log: (line: string) => void },
): Promise<void> {
  const target = resolve(directory);
  await expectEmpty(target);
  const aside = `${target}.partial`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await chmod(aside, 0o700);
  try {
    const head = settings.external
      ? await dumpDatabase(externalOwnerUrl(settings.external), join(aside, 'junbi.dump'))
      : await copyCluster(settings, join(aside, 'postgres'), options.log);
    if (options.withKeys) await cp(settings.keysDir, join(aside, 'keys'), { recursive: true });
    const { files } = await writeManifest(aside, head);
    await rmdir(target).catch(() => undefined);
    await rename(aside, target);
    options.log(`Backed up ${Object.keys(files).length} files to ${target}.`);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
  options.log(
    options.withKeys
      ? 'The keys are in it: whoever holds this backup holds everything. Keep it locked away.'
      : `The keys (${settings.keysDir}) are not in it. Keep a copy of them in another place; --with-keys puts them in.`,
  );
}

async function expectEmpty(target: string): Promise<void> {
  const entries = await readdir(target).catch(() => []);
  if (entries.length === 0) return;
  throw new Refusal('not-empty', `${target} is not empty; a backup goes into a new directory.`);
}

async function copyCluster(
  { dataDir }: DatabaseSettings,
  target: string,
  log: (line: string) => void,
) {
  const cluster = join(dataDir, 'postgres');
  if (!(await stat(cluster).catch(() => undefined))) {
    throw new Refusal('no-data', `There is nothing to back up: ${cluster} does not exist.`);
  }
  // While this process owns the directory no other Junbi can start its server.
  const ownership = takeOwnership(join(dataDir, 'owner'), dataDir);
  try {
    await settlePredecessor(cluster, log);
    await cp(cluster, target, { recursive: true, verbatimSymlinks: true });
    await rm(join(target, 'postmaster.pid'), { force: true });
    const version = await readFile(join(target, 'PG_VERSION'), 'utf8');
    return { kind: 'cluster' as const, postgres: version.trim() };
  } finally {
    ownership.release();
  }
}
