import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { asAdministrator } from '../administrator.ts';
import { Refusal } from '../refusal.ts';

/** Dumps the database of a server of one's own with pg_dump of this machine. */
export async function dumpDatabase(ownerUrl: string, file: string) {
  const postgres = await asAdministrator(ownerUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select (current_setting('server_version_num')::int / 10000)::text as line`,
    );
    return rows[0]?.line ?? '';
  });
  await runTool('pg_dump', ['--format=custom', `--file=${file}`], ownerUrl);
  await chmod(file, 0o600);
  return { kind: 'dump' as const, postgres };
}

/** Loads a dump into an empty database whose roles exist already. */
export async function loadDump(ownerUrl: string, file: string): Promise<void> {
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  await runTool('pg_restore', ['--exit-on-error', `--dbname=${name}`, file], ownerUrl);
}

async function runTool(tool: string, args: string[], url: string): Promise<void> {
  const { code, said } = await finished(tool, args, libpqEnvironment(url));
  if (code === 'missing') {
    throw new Refusal(
      'no-tool',
      `${tool} is not installed. Install PostgreSQL’s client programs of your server’s line (on Debian: apt-get install postgresql-client), or back up with the tools of your database service.`,
    );
  }
  if (code !== 0 && said.includes('row-level security')) {
    throw new Refusal(
      'not-superuser',
      'A login that obeys row-level security cannot back up: it sees no rows. Put a superuser, or a login with BYPASSRLS that is a member of owner_ddl, into DATABASE_OWNER_URL for this command.',
    );
  }
  if (code !== 0) throw new Refusal('tool', `${tool} did not finish:\n${said.trim()}`);
}

// Through the environment, because the arguments of a program can be read by everybody.
function libpqEnvironment(address: string): Record<string, string> {
  const url = new URL(address);
  const values = {
    PGHOST: decodeURIComponent(url.hostname) || (url.searchParams.get('host') ?? ''),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function finished(
  tool: string,
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number | 'missing'; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve({ code: 'missing', said });
      else reject(error);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
