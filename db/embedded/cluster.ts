import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const packagedMajor = '18';

/** Nothing of the machine's environment reaches the server: not LANG, not PGOPTIONS. */
export const serverEnvironment = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  // Of no use to the server; the framework's types ask it of every environment.
  NODE_ENV: 'production',
} as const;

type Cluster = { directory: string; binaries: Binaries; account: Account };

/** Makes the cluster where there is none; refuses one of another major version. */
export async function ensureCluster(
  cluster: Cluster,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  const version = await readFile(join(cluster.directory, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === packagedMajor) return;
  if (version) {
    throw new Refusal(
      'other-major',
      `The data in ${cluster.directory} belongs to PostgreSQL ${version.trim()}, and this Junbi brings ${packagedMajor}. Go back to the former Junbi, take a dump, and restore it here.`,
    );
  }
  log('Making the database cluster …');
  // Made aside and moved into place, so that an interrupted start leaves nothing half made.
  const aside = `${cluster.directory}.new`;
  await rm(aside, { recursive: true, force: true });
  await makePrivate(aside, cluster.account);
  await initialise(aside, cluster, password);
  await rm(cluster.directory, { recursive: true, force: true });
  await rename(aside, cluster.directory);
}

async function initialise(at: string, cluster: Cluster, password: string): Promise<void> {
  const passwordDir = `${at}.pw-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(passwordDir, 'password');
  await makePrivate(passwordDir, cluster.account);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (cluster.account) await chown(passwordFile, cluster.account.uid, cluster.account.gid);
    await finished(
      cluster.binaries.initdb,
      [
        `--pgdata=${at}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--data-checksums',
      ],
      at,
      cluster.account,
      '',
    );
  } finally {
    await rm(passwordDir, { recursive: true, force: true });
  }
}

/**
 * Sets the administrator's password in a cluster that is not running: after a restore, or when the
 * keys directory was lost, the stored one is no longer known.
 */
export async function resetPassword(cluster: Cluster, password: string): Promise<void> {
  if (!/^[\w-]+$/.test(password)) throw new Error('The password has unexpected characters.');
  await finished(
    cluster.binaries.postgres,
    ['--single', '-D', cluster.directory, '-c', 'log_min_error_statement=panic', 'postgres'],
    cluster.directory,
    cluster.account,
    `alter role postgres password '${password}'\n`,
  );
}

async function makePrivate(directory: string, account: Account): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  if (account) await chown(directory, account.uid, account.gid);
}

function finished(
  file: string,
  args: string[],
  cwd: string,
  account: Account,
  input: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...account, cwd, env: serverEnvironment, stdio: 'pipe' });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${file} ended with ${code ?? 'a signal'}:\n${said}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
