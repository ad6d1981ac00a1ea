import { Client, Pool, type PoolClient, type PoolConfig } from 'pg';

/** The logins of the running app. Each has a pool of its own; nothing else may open one. */
export type Login = 'app' | 'auth' | 'app_worker' | 'app_assoc' | 'agg';

type Pools = Readonly<Record<Login, Pool | undefined>>;

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
 * Opens the pools; connections follow lazily. Without `workerUrl` nothing works in the
 * background, without `assocUrl` and `aggUrl` nothing is read or computed for associations.
 * `onLostConnection` hears the code of an idle connection that broke (without a listener PostgreSQL's
 * farewell would end the process).
 */
export function openPools(options: {
  appUrl: string;
  authUrl: string;
  workerUrl?: string;
  assocUrl?: string;
  aggUrl?: string;
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
    app_worker: options.workerUrl ? open('app_worker', options.workerUrl, 1) : undefined,
    app_assoc: options.assocUrl ? open('app_assoc', options.assocUrl, 2) : undefined,
    agg: options.aggUrl ? open('agg', options.aggUrl, 1) : undefined,
  };
}

/** Waits for open transactions, then closes every connection. */
export async function closePools(): Promise<void> {
  const pools = home[HOME];
  home[HOME] = undefined;
  if (pools)
    await Promise.all(Object.values(pools).map((pool) => pool?.end() ?? Promise.resolve()));
}

export function connectionOf(login: Login): Promise<PoolClient> {
  const pool = home[HOME]?.[login];
  if (!pool) throw new Error(`No pool is open for ${login}: call openPools() first.`);
  return pool.connect();
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
