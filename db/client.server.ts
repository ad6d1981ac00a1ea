import { Client, Pool, type PoolClient, type PoolConfig } from 'pg';

/** The two logins of the running app. Each has a pool of its own; nothing else may open one. */
export type Login = 'app' | 'auth';

type Pools = Readonly<Record<Login, Pool>>;

// The server and the framework's bundle each load this module: the pools live in one place for both.
const HOME = Symbol.for('junbi.pools');
const home = globalThis as typeof globalThis & { [HOME]?: Pools | undefined };

// Statement, lock and idle time-outs belong to the roles (db/roles.ts, lint L18): PgBouncer would
// refuse them as start-up parameters. The client's own limit answers for a connection that hangs.
const limits = {
  keepAlive: true,
  // Statements that do not wait for each other share a round trip (`Promise.all` in a verb).
  pipeline: true,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  query_timeout: 10_000,
} satisfies PoolConfig;

/**
 * Opens both pools; connections follow lazily. `onLostConnection` hears the code of an idle
 * connection that broke (without a listener PostgreSQL's farewell would end the process).
 */
export function openPools(options: {
  appUrl: string;
  authUrl: string;
  appConnections?: number;
  authConnections?: number;
  onLostConnection?: (login: Login, code: string) => void;
}): void {
  if (home[HOME]) throw new Error('The pools are open already.');
  const open = (login: Login, connectionString: string, max: number) => {
    const pool = new Pool({
      ...limits,
      connectionString,
      max,
      application_name: `junbi ${login}`,
    });
    pool.on('error', (error: Error & { code?: string }) =>
      options.onLostConnection?.(login, error.code ?? 'unknown'),
    );
    return pool;
  };
  home[HOME] = {
    app: open('app', options.appUrl, options.appConnections ?? 8),
    auth: open('auth', options.authUrl, options.authConnections ?? 4),
  };
}

/** Waits for open transactions, then closes every connection. */
export async function closePools(): Promise<void> {
  const pools = home[HOME];
  home[HOME] = undefined;
  if (pools) await Promise.all([pools.app.end(), pools.auth.end()]);
}

export function connectionOf(login: Login): Promise<PoolClient> {
  const pools = home[HOME];
  if (!pools) throw new Error('The pools are not open: call openPools() first.');
  return pools[login].connect();
}

/** A single connection outside the pools, for migrating and publishing as the owner. */
export async function connectOwner(ownerUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'junbi owner',
    pipeline: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // the query that runs meanwhile reports the loss
  await client.connect();
  return client;
}
