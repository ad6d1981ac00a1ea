import { spawn } from 'node:child_process';
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from '#db/embedded/account.ts';
import { freePort } from './free-port.ts';

/** The program where it is installed (Debian: the package pgbouncer). */
export async function findPgBouncer(): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const folder of folders) {
    const path = join(folder, 'pgbouncer');
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/**
 * A PgBouncer in transaction mode before that server, on the loopback: fewer connections than the
 * clients have, so that each transaction may meet the connection of somebody else's last one.
 */
export async function startPgBouncer(
  program: string,
  serverUrl: string,
  passwords: Record<string, string>,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'junbi-pooler-'));
  const account = await serverAccount(() => {});
  const port = await freePort();
  const { hostname, port: serverPort } = new URL(serverUrl);
  const lines = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: join(folder, 'users'),
    pool_mode: 'transaction',
    default_pool_size: '3',
    max_client_conn: '500',
    ignore_startup_parameters: 'extra_float_digits',
    log_connections: '0',
    log_disconnections: '0',
  };
  const users = Object.entries(passwords).map(([user, password]) => `"${user}" "${password}"`);
  const settings = Object.entries(lines).map(([name, value]) => `${name} = ${value}`);
  const server = `host=${hostname} port=${serverPort || '5432'}`;
  await writeFile(join(folder, 'users'), `${users.join('\n')}\n`);
  await writeFile(
    join(folder, 'ini'),
    `[databases]\n* = ${server}\n[pgbouncer]\n${settings.join('\n')}\n`,
  );
  // Run by root, it is the user `postgres` and must be able to read them.
  await chmod(folder, 0o755);
  const child = spawn(program, [join(folder, 'ini')], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let isGone = false;
  void gone.then(() => (isGone = true));
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (isGone || tries > 200) throw new Error(`PgBouncer did not start:\n${said}`);
    await pause(25);
  }
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end());
    socket.on('error', () => resolve(false));
    socket.on('close', (failed) => resolve(!failed));
  });
}
