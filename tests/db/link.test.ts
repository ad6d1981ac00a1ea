import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { followLink, linkAddress, sendLink } from '#app/auth/link.server.ts';
import { listMessages } from '#db/outbox.ts';
import { withAuth } from '#db/tenant.ts';
import { openWorld, signedIn, type World } from './world.ts';

// A link in a message, from both sides: what is sent, and what following it costs.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function sent(purpose: 'signup' | 'reset', email: string): Promise<string> {
  let token = '';
  await sendLink(purpose, email, 'en', (link) => {
    token = link.token;
    return { kind: 'sign-up', subject: 'Subject', bodyText: 'Text' };
  });
  return token;
}

type Work = Parameters<typeof followLink<{ password: string }>>[3];

/** Follows a link with a password; counts how often its form was read and its work done. */
async function follow(purpose: 'signup' | 'reset', token: string, work: Work) {
  const done = { read: 0, worked: 0 };
  const request = new Request('http://site.invalid/', {
    method: 'POST',
    body: new URLSearchParams({ password: 'correct horse battery staple' }),
  });
  const began = performance.now();
  const answer = await followLink(
    purpose,
    { request, params: { token } },
    () => {
      done.read += 1;
      return z.strictObject({ password: z.string() });
    },
    (tx, given) => {
      done.worked += 1;
      return work(tx, given);
    },
  );
  return { answer, ...done, ms: performance.now() - began };
}

test('a link that is used, old or made up costs no hash: its form is not even read', async () => {
  const { accountId } = await signedIn();
  const token = await sent('reset', `${randomUUID()}@example.jp`);
  const live = await follow('reset', token, async () => Promise.resolve({ accountId }));
  expect(live).toMatchObject({ answer: { ok: true, accountId }, read: 1, worked: 1 });
  const old = await sent('reset', `${randomUUID()}@example.jp`);
  await world.superuser.query(
    'update auth.email_token set expires_at = now() where used_at is null',
  );
  const dead = { answer: { ok: false, reason: 'expired' }, read: 0, worked: 0 };
  for (const gone of [token, old, 'made-up', ''])
    expect(await follow('reset', gone, () => Promise.resolve(null))).toMatchObject(dead);
  // The other purpose does not open it either.
  const signup = await sent('signup', `${randomUUID()}@example.jp`);
  expect(await follow('reset', signup, () => Promise.resolve(null))).toMatchObject(dead);
  expect(await linkAddress('signup', { token: signup })).not.toBeNull();
});

test('where the work finds nothing to do, the answer is that of a dead link', async () => {
  const token = await sent('signup', `${randomUUID()}@example.jp`);
  const answered = await follow('signup', token, () => Promise.resolve(null));
  expect(answered).toMatchObject({ answer: { ok: false, reason: 'expired' }, worked: 1 });
});

test('a message is in the language of the page that asked', async () => {
  const email = `${randomUUID()}@example.jp`;
  await sent('signup', email);
  const messages = await withAuth((tx) => listMessages(tx));
  expect(messages.find(({ toAddress }) => toAddress === email)?.locale).toBe('en');
});
