import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/auth/password.server.ts';
import { action as askForReset } from '#app/routes/password.tsx';
import { action as signIn } from '#app/routes/signin.tsx';
import { action as signUp } from '#app/routes/signup.tsx';
import { createAccount, findAccount } from '#db/accounts.ts';
import { invite } from '#db/invitations.ts';
import { newToken } from '#db/session-token.ts';
import { withAuth, withCompany, type Member } from '#db/tenant.ts';
import { companyOf, openWorld, signedIn, type World } from '../db/world.ts';
import { Browser, password, useOwnKeys, type Action } from '../setup/in-process.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { isFull } from './random.ts';
import { inTurns, spread } from './timing.ts';

// AUTH-4: whoever asks learns nothing of whether an address has an account: not from the answer, and in the
// full run not from the time that it takes.

const SAMPLES = isFull ? 2_000 : 20;
/** Times are compared in the full run alone: a busy machine would decide otherwise. */
const LEVEL = isFull ? 0.01 : 0;

let world: World;
let known: string;
let member: Member;
beforeAll(async () => {
  useOwnKeys();
  world = await openWorld();
  known = `${randomUUID()}@example.jp`;
  const passwordHash = await hashPassword(password);
  await withAuth((tx) =>
    createAccount(tx, { email: known, name: '田中', locale: 'ja', passwordHash }),
  );
  member = await companyOf(await signedIn('佐藤'));
});
afterAll(() => world.close());

/** What somebody tries with an address. */
type Try = (email: string) => Promise<unknown>;

const posted =
  (action: Action, path: string, more: Record<string, string> = {}): Try =>
  (email) =>
    new Browser().post(action, path, { email, ...more });

const invited: Try = (email) => {
  const text = { subject: '招待', bodyText: '本文' };
  const offer = { kind: 'member', role: 'viewer', sections: null } as const;
  const given = { token: newToken(), email, offer, byName: '佐藤', locale: 'ja' } as const;
  return withCompany(member, (tx) => invite(tx, { ...given, texts: { ja: text, en: text } }));
};

const ways: [string, Try][] = [
  ['a sign-in', posted(signIn, '/signin', { password: 'not this one at all' })],
  ['a new password', posted(askForReset, '/password')],
  ['a sign-up', posted(signUp, '/signup')],
  ['an invitation', invited],
];

/** Nobody has tried anything before, and as many messages wait. */
const forget = () =>
  world.superuser.query(
    'delete from auth.attempt; delete from auth.outbox; delete from auth.email_token; delete from ctx.invitation; delete from audit.failed_sign_in',
  );

const nobody = () => `${randomUUID()}@example.jp`;

/** Milliseconds of a known and of an unknown address, in turns. */
const timed = (one: Try, other: Try) =>
  inTurns(SAMPLES, [() => one(known), () => other(nobody())], forget);

describe.each(ways)(
  '%s with an address that has an account, and with one that has none',
  (name, way) => {
    test('is answered alike', async () => {
      await forget();
      const answer = plainly(await way(known));
      expect(answer).toMatch(/"(?:status|ok)":/);
      expect(plainly(await way(nobody()))).toBe(answer);
    });

    test(`takes alike (${SAMPLES} times each; judged in the full run)`, async () => {
      const [with_, without] = await timed(way, way);
      const { distance, probability } = kolmogorovSmirnov(with_, without);
      console.log(
        `AUTH-4 ${name}: D ${distance.toFixed(3)}, p ${probability.toFixed(3)}, known ${spread(with_)} ms, unknown ${spread(without)} ms`,
      );
      expect(with_).toHaveLength(SAMPLES);
      expect(probability).toBeGreaterThanOrEqual(LEVEL);
    });
  },
);

/** As JSON, with the known address for the random one: an answer repeats what was typed. */
const plainly = (answer: unknown) =>
  JSON.stringify(answer).replaceAll(/[0-9a-f-]{36}@example\.jp/g, known);

/** All but the hash. */
const hasty: Try = (email) => withAuth((tx) => findAccount(tx, email));

test('an answer that skips the hash for whoever is unknown is found at once (the mutant)', async () => {
  const way = posted(signIn, '/signin', { password: 'not this one at all' });
  const [slow, fast] = await timed(way, hasty);
  expect(kolmogorovSmirnov(slow, fast).probability).toBeLessThan(0.01);
});

test('the statistic is the one of the books', () => {
  const up = Array.from({ length: 100 }, (_, at) => at);
  expect(kolmogorovSmirnov(up, up)).toEqual({ distance: 0, probability: 1 });
  const later = up.map((value) => value + 50);
  expect(kolmogorovSmirnov(up, later).distance).toBeCloseTo(0.5, 10);
  expect(kolmogorovSmirnov(up, later).probability).toBeLessThan(1e-9);
  // Critical value of the limit at 5 %: 1.358.
  const shifted = up.map((value) => value + 18.5);
  expect(kolmogorovSmirnov(up, shifted).probability).toBeGreaterThan(0.04);
  expect(kolmogorovSmirnov(up, shifted).probability).toBeLessThan(0.07);
});
