import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { rootHome } from '../places.ts';
import { Refusal } from '../refusal.ts';

const run = promisify(execFile);

/** Who the server runs as: nothing to change for an ordinary user; root hands over to `postgres`. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, so root needs the user `postgres`; made where missing. */
export async function serverAccount(log: (line: string) => void): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await lookUp();
  if (known) return known;
  log('Making the system user "postgres", because PostgreSQL does not run as root.');
  await makeUser();
  const made = await lookUp();
  if (made) return made;
  throw new Refusal(
    'no-account',
    'PostgreSQL does not run as root, and the user "postgres" could not be made. Make it (useradd --system --user-group postgres), or start Junbi as an ordinary user.',
  );
}

async function lookUp(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', 'postgres']),
      run('id', ['-g', 'postgres']),
    ]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<void> {
  const useradd = ['--system', '--user-group', '--no-create-home', '--home-dir', rootHome];
  try {
    await run('useradd', [...useradd, '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch {
    // BusyBox knows adduser only; the look-up that follows tells whether it worked.
    await run('adduser', ['-S', '-D', '-H', '-h', rootHome, 'postgres']).catch(() => undefined);
  }
}

/** The outermost directory on the way to `path` that the account cannot enter, if there is one. */
export function closedDirectory(path: string, account: Account): string | undefined {
  if (!account) return undefined;
  const ancestors: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    ancestors.unshift(at);
    if (dirname(at) === at) break;
  }
  return ancestors.find((directory) => {
    const { mode, uid, gid } = statSync(directory);
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    return (mode & execute) === 0;
  });
}
