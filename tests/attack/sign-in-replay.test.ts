import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { closePools, openPools } from '#db/client.server.ts';
import { startHalfSignIn } from '#db/half-sign-ins.ts';
import { withAuth } from '#db/tenant.ts';
import { action as confirm } from '#app/routes/confirm.tsx';
import { action as passkeyOptions } from '#app/routes/passkey-options.ts';
import { action as signIn } from '#app/routes/signin.tsx';
import { openWorld, type World } from '../db/world.ts';
import { equipped, type Equipped } from '../setup/equipped.ts';
import { Browser, password, useOwnKeys, type Answered } from '../setup/in-process.ts';
import { rewriting, withMutant } from '../setup/mutants.ts';
import { oneTimeCode } from '../setup/one-time-code.ts';

// AUTH-2: each proof works once, whether it is sent again later or 200 times at the same moment.

const TIMES = 200;

let world: World;
beforeAll(async () => {
  useOwnKeys();
  world = await openWorld();
  await closePools();
  openPools({ appUrl: world.appUrl, authUrl: world.authUrl, authConnections: 16 });
});
afterAll(() => world.close());

const options = z.object({ challenge: z.string() });
const half = z.object({ step: z.string() });

/** Signed in anew by 200 browsers with the very same form; how many got a session. */
async function all(fields: () => Promise<Record<string, string>>): Promise<number> {
  const form = await fields();
  const answers = await Promise.all(
    Array.from({ length: TIMES }, () => new Browser().post(signIn, '/signin', form)),
  );
  return succeeded(answers);
}

const succeeded = (answers: readonly Answered[]) =>
  answers.filter(({ status }) => status === 303).length;

/** The same code after 200 right passwords. */
async function allWithSteps(person: Equipped, code: string): Promise<number> {
  const steps = await Promise.all(
    Array.from({ length: TIMES }, () => withAuth((tx) => startHalfSignIn(tx, person.accountId))),
  );
  // The limits of five and three tries are not what is tried here.
  const unlimited = rewriting(world.superuser, 'auth.attempt', 'new.count = 1');
  return withMutant(unlimited, async () =>
    succeeded(
      await Promise.all(
        steps.map((step) => new Browser().post(signIn, '/signin', { intent: 'code', step, code })),
      ),
    ),
  );
}

const assertion = async ({ authenticator }: Equipped) => {
  const answer = await new Browser().post(passkeyOptions, '/x', { purpose: 'sign-in' });
  const passkey = authenticator.authenticate(options.parse(answer.data));
  return { intent: 'passkey', passkey };
};

describe('200 at the same moment', () => {
  test('one signed challenge signs in once, also from an authenticator without a counter', async () => {
    const person = await equipped();
    expect(await all(() => assertion(person))).toBe(1);
    // Sent again later it is refused; a new one is taken (the control).
    const used = await assertion(person);
    expect((await new Browser().post(signIn, '/signin', used)).status).toBe(303);
    expect((await new Browser().post(signIn, '/signin', used)).status).toBe(422);
  });

  test('one one-time code signs in once, and the next code once more (the control)', async () => {
    const person = await equipped();
    // Both are made now: half a minute later the same words would make other codes.
    const [code, next] = [oneTimeCode(person.secret, 0), oneTimeCode(person.secret, 1)];
    expect(await allWithSteps(person, code)).toBe(1);
    expect(await allWithSteps(person, code)).toBe(0);
    expect(await allWithSteps(person, next)).toBe(1);
  });

  test('one recovery code signs in once, and the next code once more (the control)', async () => {
    const person = await equipped();
    const [first = '', second = ''] = person.codes;
    expect(await allWithSteps(person, first)).toBe(1);
    expect(await allWithSteps(person, first)).toBe(0);
    expect(await allWithSteps(person, second)).toBe(1);
  });

  test('one half sign-in gives one session, whatever completes it', async () => {
    const person = await equipped();
    const answer = await new Browser().post(signIn, '/signin', { email: person.email, password });
    const { step } = half.parse(answer.data);
    const unlimited = rewriting(world.superuser, 'auth.attempt', 'new.count = 1');
    const answers = await withMutant(unlimited, () =>
      Promise.all(
        person.codes.map((code) =>
          new Browser().post(signIn, '/signin', { intent: 'code', step, code }),
        ),
      ),
    );
    expect(succeeded(answers)).toBe(1);
  });

  test('one session is confirmed into one new session', async () => {
    const person = await equipped();
    const answer = await person.browser.post(passkeyOptions, '/x', { purpose: 'confirm' });
    const passkey = person.authenticator.authenticate(options.parse(answer.data));
    const copies = Array.from({ length: TIMES }, () => {
      const copy = new Browser();
      copy.cookies.set('sid', person.browser.cookies.get('sid') ?? '');
      return copy.post(confirm, '/confirm?back=/companies', { intent: 'passkey', passkey });
    });
    const done = (await Promise.all(copies)).filter(({ location }) => location === '/companies');
    expect(done).toHaveLength(1);
  });
});

test('five wrong codes in ten minutes are looked at, the sixth is not, not even a right one', async () => {
  const person = await equipped();
  const answer = await new Browser().post(signIn, '/signin', { email: person.email, password });
  const { step } = half.parse(answer.data);
  const reasons: unknown[] = [];
  const next = oneTimeCode(person.secret, 1);
  const wrong = next === '000000' ? '000001' : '000000';
  for (const code of [wrong, wrong, wrong, wrong, wrong, next]) {
    const { data } = await new Browser().post(signIn, '/signin', { intent: 'code', step, code });
    reasons.push(z.object({ problems: z.object({ code: z.string() }) }).parse(data).problems.code);
  }
  expect(reasons).toEqual([...Array<string>(5).fill('wrong-code'), 'too-many']);
});

// Mutants: the same attacks while the database forgets what makes a proof single use.
describe('the attack finds', () => {
  test('challenges that are not used up', async () => {
    const person = await equipped();
    const hole = rewriting(world.superuser, 'auth.challenge', 'new.used_at = null');
    expect(await withMutant(hole, () => all(() => assertion(person)))).toBeGreaterThan(1);
  });

  test('one-time codes whose step is not remembered', async () => {
    const person = await equipped();
    const hole = rewriting(world.superuser, 'auth.totp', 'new.last_step = old.last_step');
    const steps = await Promise.all(
      [1, 2, 3].map(async () => {
        const sent = { email: person.email, password };
        return half.parse((await new Browser().post(signIn, '/signin', sent)).data).step;
      }),
    );
    const code = oneTimeCode(person.secret, 1);
    const answers = await withMutant(hole, () =>
      Promise.all(
        steps.map((step) => new Browser().post(signIn, '/signin', { intent: 'code', step, code })),
      ),
    );
    expect(succeeded(answers)).toBeGreaterThan(1);
  });

  test('recovery codes that are not used up', async () => {
    const person = await equipped();
    const [code = ''] = person.codes;
    const steps = await Promise.all(
      [1, 2, 3].map(async () => {
        const sent = { email: person.email, password };
        return half.parse((await new Browser().post(signIn, '/signin', sent)).data).step;
      }),
    );
    const hole = rewriting(world.superuser, 'auth.recovery_code', 'new.used_at = null');
    const answers = await withMutant(hole, () =>
      Promise.all(
        steps.map((step) => new Browser().post(signIn, '/signin', { intent: 'code', step, code })),
      ),
    );
    expect(succeeded(answers)).toBeGreaterThan(1);
  });
});
