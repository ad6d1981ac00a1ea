import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAdministrator } from '#db/administrator.ts';
import { loginProblems } from '#db/login-check.ts';
import { freshDatabase } from '../setup/postgres.ts';
import type { FreshDatabase } from '../setup/postgres.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const problems = (url: string) =>
  asAdministrator(url, (client) => loginProblems(client, 'DATABASE_URL'));

test('the login app may serve', async () => {
  expect(await problems(database.appUrl)).toEqual([]);
});

test('a superuser may not serve: it owns and bypasses everything', async () => {
  const [sentence] = await problems(database.ownerUrl);
  expect(sentence).toMatch(/superuser.*bypasses row-level security.*owns tables/s);
});

test('a login that may become the owner may not serve either', async () => {
  await asAdministrator(database.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query('grant owner_ddl to app');
    await client.query('set local session authorization app');
    const [sentence] = await loginProblems(client, 'DATABASE_URL');
    expect(sentence).toMatch(/"app", and it owns tables/);
    await client.query('rollback');
  });
});
