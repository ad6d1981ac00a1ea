import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDemo } from '#app/boot/demo.ts';
import { checkPassword } from '#app/auth/sign-in.server.ts';
import { hashPassword } from '#app/auth/password.server.ts';
import { readEnvironment } from '#app/env.server.ts';
import { loadEdition } from '#assessments/library.ts';
import { findAccount, setPassword } from '#db/accounts.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { publishContent } from '#db/content.ts';
import { demoPeople } from '#db/demo/people.ts';
import { findSession, startSession } from '#db/sessions.ts';
import { withAuth, withOwner } from '#db/tenant.ts';
import { aggregator } from '../setup/aggregator.ts';
import { freshDatabase, type FreshDatabase } from '../setup/postgres.ts';

// The password of the demo is printed: where the demo is off, it opens nothing.

const printed = 'junbi-demo-nagano';
const { email } = demoPeople.sato;
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await withOwner(database.ownerUrl, (tx) => publishContent(tx, [loadEdition('2026-11')]));
  openPools(database);
});
afterAll(async () => {
  await closePools();
  await database.drop();
});

const start = (env: NodeJS.ProcessEnv, { owner = true } = {}) => {
  const booted = {
    isEmbedded: owner,
    ownerUrl: owner ? database.ownerUrl : undefined,
    stop: () => Promise.resolve(),
  };
  return prepareDemo(readEnvironment(env), booted, env['JUNBI_DEMO'], aggregator);
};
const laptop = () => start({ NODE_ENV: 'development' });
const production = () =>
  start(
    { NODE_ENV: 'production', HOST: '0.0.0.0', APP_ORIGIN: 'https://junbi.example' },
    { owner: false },
  );

const accountId = async () => (await withAuth((tx) => findAccount(tx, email)))?.accountId ?? '';

test('what a laptop has loaded does not open in production, and opens again on the laptop', async () => {
  expect(await production()).toEqual([]);
  expect((await laptop()).join('\n')).toContain(printed);
  expect(await checkPassword(email, printed, 'laptop')).toMatchObject({ ok: true });
  const { token } = await withAuth(async (tx) =>
    startSession(tx, { accountId: await accountId() }),
  );

  const said = await production();
  expect(said.join('\n')).toContain(email);
  for (const person of Object.values(demoPeople))
    expect(await checkPassword(person.email, printed, 'laptop')).toMatchObject({ ok: false });
  expect(await withAuth((tx) => findSession(tx, token))).toBeNull();
  expect(await production()).toEqual([]);

  await laptop();
  expect(await checkPassword(email, printed, 'laptop')).toMatchObject({ ok: true });
});

test('switched off by name it is locked on the laptop, too', async () => {
  expect((await start({ NODE_ENV: 'development', JUNBI_DEMO: '0' })).join('\n')).toContain(email);
  expect(await checkPassword(email, printed, 'laptop')).toMatchObject({ ok: false });
});

test('a password of one’s own is left alone', async () => {
  const own = 'a password that nobody has printed';
  const hash = await hashPassword(own);
  await withAuth(async (tx) => setPassword(tx, await accountId(), hash));
  expect((await production()).join('\n')).not.toContain(email);
  expect(await checkPassword(email, own, 'laptop')).toMatchObject({ ok: true });
});
