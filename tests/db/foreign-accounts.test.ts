import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPasskey, removePasskey } from '#db/passkeys.ts';
import { endOwnSession, listSessions } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import { openWorld, signedIn, type World } from './world.ts';

// The verbs that take an account and the id of something of it: another account's is nobody's.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const passkeyOf = (accountId: string, credentialId: string) => ({
  credentialId,
  accountId,
  publicKey: Buffer.alloc(32),
  counter: 0,
  transports: [],
  aaguid: randomUUID(),
  backupEligible: false,
  backedUp: false,
  name: '鍵',
});

test('nobody ends the session or removes the passkey of another account', async () => {
  const [person, other] = [await signedIn(), await signedIn()];
  await withAuth(async (tx) => {
    const [theirs] = await listSessions(tx, other.accountId);
    const sessionId = theirs?.sessionId ?? '';
    const credentialId = `passkey-${randomUUID()}`;
    await addPasskey(tx, passkeyOf(other.accountId, credentialId));
    for (const id of [sessionId, randomUUID()])
      expect(await endOwnSession(tx, person.accountId, id)).toBe(false);
    for (const id of [credentialId, randomUUID()])
      expect(await removePasskey(tx, person.accountId, id)).toBeNull();
    expect(await endOwnSession(tx, other.accountId, sessionId)).toBe(true);
    expect(await removePasskey(tx, other.accountId, credentialId)).toBe('鍵');
  });
});
