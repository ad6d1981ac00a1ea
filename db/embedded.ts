import { chmod, mkdir, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asAdministrator } from './administrator.ts';
import { closedDirectory, serverAccount } from './embedded/account.ts';
import type { Account } from './embedded/account.ts';
import { serverBinaries } from './embedded/binaries.ts';
import { ensureCluster, resetPassword } from './embedded/cluster.ts';
import { takeOwnership } from './embedded/owner.ts';
import { launch, runningOn, settlePredecessor } from './embedded/postmaster.ts';
import type { Postmaster } from './embedded/postmaster.ts';
import { openKeys } from './keys.ts';
import { rootHome } from './places.ts';
import { Refusal } from './refusal.ts';

export type Embedded = {
  /** The superuser's address of the database `postgres`; not for the application. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Fast shutdown; resolves when the last process is gone. */
  stop: () => Promise<void>;
  /** Resolves when the server has ended, whoever ended it. */
  onExit: Promise<void>;
};

export type EmbeddedOptions = {
  /** Holds `postgres/`, `postgres.log`; the one who runs this must own it. */
  dataDir: string;
  keysDir: string;
  log: (line: string) => void;
  /** A restart keeps the port, so that pools find the server again. Default: a free one. */
  port?: number;
};

const logLimitBytes = 5_000_000;

/**
 * Starts a real PostgreSQL 18 on 127.0.0.1, made at the first start (UTF-8 whatever LANG says,
 * scram-sha-256, page checksums). Throws a Refusal with a sentence where it must not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, keysDir, log } = options;
  const account = await serverAccount(log);
  const binaries = await serverBinaries(account);
  await prepareDirectory(dataDir, account);
  const ownership = takeOwnership(join(dataDir, 'owner'), dataDir);
  try {
    const password = openKeys(keysDir, { production: false }).password('database-postgres');
    const cluster = { directory: join(dataDir, 'postgres'), binaries, account };
    const logFile = join(dataDir, 'postgres.log');
    await shorten(logFile);
    await settlePredecessor(cluster.directory, log);
    await ensureCluster(cluster, password, log);
    const start = () => launchOnPort({ ...cluster, logFile, log, port: options.port });
    let { postmaster, port } = await start();
    const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    if (!(await accepts(adminUrl))) {
      log(
        'The database has another password than the keys directory; setting the one of the keys.',
      );
      await postmaster.stop();
      await resetPassword(cluster, password);
      ({ postmaster } = await launchOnPort({ ...cluster, logFile, log, port }));
    }
    const onExit = postmaster.onExit.finally(ownership.release);
    const { pid } = postmaster;
    return { adminUrl, port, pid, onExit, stop: () => postmaster.stop().then(() => onExit) };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

/** The administrator's address of a server that another process of Junbi runs on this directory. */
export function runningEmbedded(dataDir: string, keysDir: string): string | undefined {
  const running = runningOn(join(dataDir, 'postgres'));
  if (!running) return undefined;
  const password = openKeys(keysDir, { production: false }).password('database-postgres');
  return `postgres://postgres:${password}@127.0.0.1:${running.port}/postgres`;
}

async function prepareDirectory(dataDir: string, account: Account): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: account ? 0o755 : 0o700 });
  for (;;) {
    const closed = closedDirectory(dataDir, account);
    if (!closed) return;
    // Our own directories may be passed through; who reads what is in them is another matter.
    const isOurs = closed === dataDir || closed === rootHome || closed.startsWith(`${rootHome}/`);
    if (!isOurs) {
      throw new Refusal(
        'closed-directory',
        `The user "postgres" cannot enter ${closed}, so the database cannot live in ${dataDir}. Set JUNBI_DATA_DIR to a directory below /var/lib, or start Junbi as an ordinary user.`,
      );
    }
    await chmod(closed, 0o711);
  }
}

async function shorten(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (it) => it.size,
    () => 0,
  );
  if (size > logLimitBytes) await truncate(logFile);
}

async function launchOnPort(options: {
  directory: string;
  binaries: { postgres: string };
  account: Account;
  logFile: string;
  log: (line: string) => void;
  port: number | undefined;
}): Promise<{ postmaster: Postmaster; port: number }> {
  const { directory, account, logFile } = options;
  let waited = false;
  const deadline = Date.now() + 30_000;
  for (;;) {
    const port = options.port ?? (await freePort());
    const outcome = await launch({
      postgres: options.binaries.postgres,
      directory,
      port,
      account,
      logFile,
    });
    if (outcome.ok) return { postmaster: outcome.postmaster, port };
    // Sessions of a killed server end by themselves; until then the shared memory is taken.
    const passing = /still in use|could not bind|could not create any TCP/.test(outcome.lastWords);
    if (!passing || Date.now() > deadline) {
      throw new Refusal(
        'no-start',
        `PostgreSQL does not start. Its last words:\n${outcome.lastWords}\n(all of them: ${logFile})`,
      );
    }
    if (!waited) options.log('Waiting for the last processes of the former database server …');
    waited = true;
    await pause(100);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('A listening socket has a port.'));
      });
    });
  });
}

async function accepts(adminUrl: string): Promise<boolean> {
  try {
    await asAdministrator(adminUrl, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01') return false;
    throw error;
  }
}
