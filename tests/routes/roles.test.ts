import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../setup/app.ts';
import { builtRoutes } from '../setup/built-routes.ts';
import { makeCast, ROLES, type Cast, type Role } from './cast.ts';
import { actions, type RoleAction } from './role-actions.ts';

// AUTH-9: every action inside an organisation, by everybody who may stand in a relation to it. Who may is
// said once, with the action; everybody else is refused, and no row of any organisation changes.

let app: App;
let cast: Cast;

beforeAll(async () => {
  app = await openApp();
  cast = await makeCast(app);
});
afterAll(async () => {
  for (const role of ROLES) cast.people[role].visitor.close();
  await app.close();
});

/** All that an action could change; the access log tells of refusals too and is left out. */
async function everything(): Promise<string> {
  const { rows } = await app.superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('junbi', 'ctx', 'erase', 'assoc') order by 1`,
  );
  // The server computes a draft by itself, once a minute.
  const parts = rows.map(({ name }) => {
    const row = name === 'assoc.draft' ? '(t.association_id, t.period, t.released_at)' : 't';
    return `select string_agg(${row}::text, '|' order by ${row}::text) as all_rows from ${name} t`;
  });
  return JSON.stringify((await app.superuser.query(parts.join(' union all '))).rows);
}

async function attempt(
  { send }: RoleAction,
  role: Role,
): Promise<{ status: number; refused: boolean; did: boolean }> {
  await app.superuser.query('delete from auth.attempt');
  await app.superuser.query(`update auth.session set confirmed_at = now()`);
  const before = await everything();
  const { status, location = '' } = await send(cast, role);
  const refused = [401, 403, 404, 422].includes(status) || location.startsWith('/signin?');
  return { status, refused, did: (await everything()) !== before };
}

test.each(Object.entries(actions))('%s', async (_name, action) => {
  for (const role of ROLES.filter((one) => !action.may.includes(one))) {
    const outcome = await attempt(action, role);
    expect({ role, ...outcome }).toMatchObject({ role, refused: true, did: false });
  }
  // Last, because what is done can end what the others would try.
  for (const role of action.may) {
    const outcome = await attempt(action, role);
    expect({ role, ...outcome }).toEqual({
      role,
      refused: false,
      status: action.answers ?? 303,
      did: !action.leavesNoRow,
    });
  }
});

test('every action inside an organisation stands in the list', async () => {
  const inside = (await builtRoutes()).filter(
    ({ id, module }) => /^routes\/[oca]\.\$/.test(id) && module.action !== undefined,
  );
  const listed = new Set(Object.keys(actions).map((name) => name.split(' ', 1).join()));
  expect(listed).toEqual(new Set(inside.map(({ id }) => id)));
});

test('a viewer to whom the database gives more is found (the mutant)', async () => {
  const action = actions['routes/o.$org.profile'];
  if (!action) throw new Error('The profile is gone.');
  const { email } = cast.people.viewer;
  const as = (role: string) =>
    app.superuser.query(
      `update ctx.access set role = $1 where company_id = $2
          and account_id = (select id from auth.account where email = $3)`,
      [role, cast.place.org, email],
    );
  expect((await attempt(action, 'viewer')).did).toBe(false);
  await as('preparer');
  expect((await attempt(action, 'viewer')).did).toBe(true);
  await as('viewer');
});
