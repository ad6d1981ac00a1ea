import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkout } from './checkout.ts';

export type ServerProcess = {
  pid: number;
  /** Everything that it said on stdout and stderr. */
  said: readonly string[];
  /** Ctrl-C; resolves with the exit code. */
  stop: () => Promise<number | null>;
  /** kill -9; resolves when the process is gone. */
  kill: () => Promise<void>;
};

export type ServerSettings = Record<string, string> & { APP_ORIGIN: string };

/** The real server as `npm start` runs it, in a process of its own; resolves when it says that it is ready. */
export async function startServerProcess(
  settings: ServerSettings,
  script = 'app/boot/start.ts',
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(checkout, script)], {
    cwd: checkout,
    env: { ...inherited(), NODE_ENV: 'test', HOST: '127.0.0.1', JUNBI_DEMO: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (line.includes('is ready after')) resolve();
      });
    }
    child.on('error', reject);
    void gone.then((code) => {
      reject(new Error(`The server ended with ${String(code)}:\n${said.join('\n')}`));
    });
  });
  const end = (signal: 'SIGINT' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return gone;
  };
  return {
    pid: child.pid ?? 0,
    said,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL').then(() => {}),
  };
}

// What surrounds the tests must not decide what the server under test does.
function inherited(): Record<string, string | undefined> {
  const own = /^(?:DATABASE_|JUNBI_|VITEST|NODE_ENV$|PORT$|HOST$|APP_ORIGIN$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
