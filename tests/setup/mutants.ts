import type { Client } from 'pg';

/**
 * Plants a hole: a trigger that rewrites what the application stores in a table, as if a statement had
 * forgotten it. Returns what takes the hole away again.
 */
export async function rewriting(
  superuser: Client,
  table: string,
  assignment: string,
  on: 'insert' | 'update' | 'insert or update' = 'update',
): Promise<() => Promise<void>> {
  await superuser.query(`
    create function auth.mutant() returns trigger language plpgsql as $$ begin ${assignment}; return new; end $$;
    grant execute on function auth.mutant() to auth;
    create trigger mutant before ${on} on ${table} for each row execute function auth.mutant()`);
  return async () => {
    await superuser.query('drop function auth.mutant() cascade');
  };
}

/** What `work` answers while the hole is there. */
export async function withMutant<T>(
  planted: Promise<() => Promise<void>>,
  work: () => Promise<T>,
): Promise<T> {
  const remove = await planted;
  try {
    return await work();
  } finally {
    await remove();
  }
}
