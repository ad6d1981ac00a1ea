import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Account } from './account.ts';
import { serverEnvironment } from './cluster.ts';
import { isRunning } from './owner.ts';

export type Postmaster = { pid: number; stop: () => Promise<void>; onExit: Promise<void> };

export type Launched = { ok: true; postmaster: Postmaster } | { ok: false; lastWords: string };

/** Starts the server and waits until it accepts connections; where it ends first, its last words. */
export async function launch(options: {
  postgres: string;
  directory: string;
  port: number;
  account: Account;
  logFile: string;
}): Promise<Launched> {
  const { postgres, directory, account } = options;
  const child = spawn(postgres, ['-D', directory, ...settings(options.port)], {
    ...account,
    cwd: directory,
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C goes to Junbi, which lets the open requests end first.
    detached: true,
  });
  const file = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  // A full disk must not end Junbi because its server's log cannot be written.
  file.on('error', () => {});
  const lines = createInterface({ input: child.stderr });
  let lastWords = '';
  const ready = new Promise<boolean>((resolve, reject) => {
    lines.on('line', (line) => {
      file.write(`${line}\n`);
      if (/ (FATAL|PANIC|HINT): /.test(line)) lastWords += `${line}\n`;
      if (line.includes('database system is ready to accept connections')) resolve(true);
    });
    child.on('error', reject);
    child.on('close', () => resolve(false));
  });
  const onExit = new Promise<void>((resolve) => {
    child.on('close', () => file.end(resolve));
  });

  if (!(await ready)) return { ok: false, lastWords: lastWords.trim() };
  lastWords = '';
  const { pid } = child;
  if (pid === undefined) throw new Error('A server that accepts connections has a process.');
  const watch = endsWithThisProcess(pid, account);
  const stop = async (): Promise<void> => {
    // SIGINT is PostgreSQL's fast shutdown: no new sessions, open ones rolled back, checkpoint.
    child.kill('SIGINT');
    await onExit;
  };
  return {
    ok: true,
    postmaster: { pid, stop, onExit: onExit.then(() => void watch.kill('SIGKILL')) },
  };
}

function settings(port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors of statements are not logged, because their messages quote values, which are a
    // company's answers; the application logs their codes. LOG, FATAL and PANIC remain.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// A shell that waits for the end of a pipe: when this process is killed, the pipe closes and the
// server shuts down too, instead of running on with nobody to stop it.
function endsWithThisProcess(pid: number, account: Account) {
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...account,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.on('error', () => {});
  watch.unref();
  return watch;
}

/** Number and port of the server that runs on this cluster, from its lock file. */
export function runningOn(directory: string): { pid: number; port: number } | undefined {
  const lock = readLock(directory);
  if (!lock || !isRunning(lock.pid) || !isServerOf(lock.pid, directory)) return undefined;
  return lock;
}

/**
 * Clears the way for a start by the owner of the data directory: a server left behind by a killed
 * Junbi is shut down; a lock file whose number now belongs to another program is removed.
 */
export async function settlePredecessor(
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  const running = runningOn(directory);
  if (running) {
    log('A database server of an earlier Junbi still runs; shutting it down first.');
    process.kill(running.pid, 'SIGINT');
    const deadline = Date.now() + 60_000;
    while (runningOn(directory)?.pid === running.pid) {
      if (Date.now() > deadline) {
        throw new Refusal(
          'predecessor',
          `The database server of an earlier Junbi (process ${running.pid}) does not end. End it and start again.`,
        );
      }
      await pause(50);
    }
  }
  const lock = readLock(directory);
  if (lock && isRunning(lock.pid)) rmSync(join(directory, 'postmaster.pid'), { force: true });
}

function readLock(directory: string): { pid: number; port: number } | undefined {
  let text: string;
  try {
    text = readFileSync(join(directory, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  const [pid = '', , , port = ''] = text.split('\n');
  const lock = { pid: Number(pid), port: Number(port) };
  return Number.isInteger(lock.pid) && lock.pid > 0 ? lock : undefined;
}

function isServerOf(pid: number, directory: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(directory);
  } catch {
    // Without /proc (macOS) a running process with that number is taken for the server.
    return process.platform !== 'linux';
  }
}
