import type { Client } from 'pg';
import { connectOwner } from './client.server.ts';

/**
 * Runs `work` on one connection of the administrator or the owner, outside the pools: for setting
 * up, migrating and backing up, never for a request.
 */
export async function asAdministrator<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connectOwner(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database where it is missing. True where it was made. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<boolean> {
  return asAdministrator(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    return true;
  });
}

/** The same server and login, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** The same server and database, another login. */
export function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}
