import type { ClientBase } from 'pg';

/**
 * Why a login must not serve requests, in sentences: row-level security does not hold for a login
 * that owns tables, is a superuser or bypasses policies, itself or through a role it may become.
 */
export async function loginProblems(client: ClientBase, variable: string): Promise<string[]> {
  const { rows } = await client.query<{
    login: string;
    superuser: boolean;
    bypasses: boolean;
    owns: string | null;
  }>(`
    select current_user as login,
           bool_or(r.rolsuper) as superuser,
           bool_or(r.rolbypassrls) as bypasses,
           (select min(format('%I.%I', n.nspname, c.relname))
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where pg_has_role(current_user, c.relowner, 'member')
               and n.nspname !~ '^pg_' and n.nspname <> 'information_schema') as owns
      from pg_roles r
     where pg_has_role(current_user, r.oid, 'member')`);
  const found = rows[0];
  if (!found) throw new Error('The server did not say who is logged in.');
  const why = [
    ...(found.superuser ? ['it is a superuser or may become one'] : []),
    ...(found.bypasses ? ['it bypasses row-level security or may become a role that does'] : []),
    ...(found.owns ? [`it owns tables (${found.owns})`] : []),
  ];
  if (why.length === 0) return [];
  return [
    `${variable} logs in as "${found.login}", and ${why.join(', and ')}: the fence between companies would not hold. Use the login "app" there, and the owner only in DATABASE_OWNER_URL.`,
  ];
}
