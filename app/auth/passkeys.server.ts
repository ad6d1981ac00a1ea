import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { consumeChallenge, issueChallenge, type ChallengeFor } from '#db/challenges.ts';
import { addPasskey, findPasskey, listPasskeys, usePasskey } from '#db/passkeys.ts';
import type { LiveSession } from '#db/sessions.ts';
import { withAuth, type AuthTx } from '#db/tenant.ts';
import type { Environment } from '../env.server.ts';

// Passkeys as security.md 2.2 wants them: user verification and a resident key required, exact origin and
// RP ID, a challenge of 256 bits that works once within five minutes, no attestation.

const TIMEOUT_MS = 5 * 60 * 1000;
/** Ed25519, ES256, RS256: what every authenticator in use has one of. */
const ALGORITHMS = [-8, -7, -257];

const rpOf = ({ origin }: Environment) => ({ origin, rpID: new URL(origin).hostname });

const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'));

/** What the browser needs to sign in with any passkey of this site. It names no account. */
export async function signInOptions(environment: Environment) {
  const of = { purpose: 'sign-in', sessionId: null } as const;
  return requestOptions(environment, of, []);
}

/** The same to confirm a session, with a passkey of its account. */
export async function confirmOptions(environment: Environment, session: LiveSession) {
  const passkeys = await withAuth((tx) => listPasskeys(tx, session.account.accountId));
  const of = { purpose: 'confirm', sessionId: session.sessionId } as const;
  return requestOptions(
    environment,
    of,
    passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
  );
}

async function requestOptions(
  environment: Environment,
  of: ChallengeFor,
  allowCredentials: { id: string; transports: string[] }[],
) {
  const challenge = await withAuth((tx) => issueChallenge(tx, of));
  return generateAuthenticationOptions({
    rpID: rpOf(environment).rpID,
    challenge: bytes(challenge),
    ...(allowCredentials.length > 0 && { allowCredentials }),
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  });
}

/** What the browser needs to make a passkey for the session's account. */
export async function enrolOptions(environment: Environment, { account, sessionId }: LiveSession) {
  const [passkeys, challenge] = await withAuth(async (tx) => [
    await listPasskeys(tx, account.accountId),
    await issueChallenge(tx, { purpose: 'enrol', sessionId }),
  ]);
  return generateRegistrationOptions({
    rpName: '準備 Junbi',
    rpID: rpOf(environment).rpID,
    userID: handleOf(account.accountId),
    userName: account.email,
    userDisplayName: account.name,
    challenge: bytes(challenge),
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT_MS,
  });
}

/** The account's id as the authenticator keeps it: random bytes that say nothing about the person. */
const handleOf = (accountId: string) =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const shared = { id: base64url, rawId: base64url, type: z.literal('public-key') };
const assertion = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
const attestation = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});

/** Checks an authenticator's answer to a challenge; the account it belongs to, or null. */
export async function checkPasskey(
  environment: Environment,
  of: ChallengeFor,
  sent: string,
): Promise<string | null> {
  const given = assertion.safeParse(parsed(sent));
  if (!given.success) return null;
  const { id, response } = given.data;
  const challenge = await consumed(of, response.clientDataJSON);
  const known = challenge === null ? null : await withAuth((tx) => findPasskey(tx, id));
  if (challenge === null || known === null) return null;
  const { userHandle, ...signed } = response;
  if (userHandle && !bytesEqual(userHandle, known.accountId)) return null;
  const { origin, rpID } = rpOf(environment);
  const checked = await verifyAuthenticationResponse({
    response: { ...given.data, response: signed, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
  }).catch(refused);
  if (!checked?.verified) return null;
  const { newCounter: counter, credentialBackedUp: backedUp } = checked.authenticationInfo;
  const isUsed = await withAuth((tx) => usePasskey(tx, { credentialId: id, counter, backedUp }));
  return isUsed ? known.accountId : null;
}

/** Checks a new passkey; the verb that adds it in the caller's transaction, or null. */
export async function newPasskey(
  environment: Environment,
  { sessionId, account }: LiveSession,
  sent: string,
  name: string,
): Promise<((tx: AuthTx) => Promise<boolean>) | null> {
  const given = attestation.safeParse(parsed(sent));
  if (!given.success) return null;
  const { response } = given.data;
  const challenge = await consumed({ purpose: 'enrol', sessionId }, response.clientDataJSON);
  if (challenge === null) return null;
  const { origin, rpID } = rpOf(environment);
  const { transports, ...rest } = response;
  const checked = await verifyRegistrationResponse({
    response: { ...given.data, response: rest, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refused);
  if (!checked?.verified) return null;
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = checked.registrationInfo;
  return (tx) =>
    addPasskey(tx, {
      credentialId: credential.id,
      accountId: account.accountId,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: transports ?? [],
      aaguid,
      backupEligible: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
      name,
    });
}

const clientData = z.object({ challenge: base64url });

/** The challenge that was signed, used up whatever follows; null where it was not ours, or no longer. */
async function consumed(of: ChallengeFor, clientDataJSON: string): Promise<string | null> {
  const told = clientData.safeParse(parsed(Buffer.from(clientDataJSON, 'base64url').toString()));
  if (!told.success) return null;
  const { challenge } = told.data;
  return (await withAuth((tx) => consumeChallenge(tx, challenge, of))) ? challenge : null;
}

const bytesEqual = (handle: string, accountId: string) =>
  Buffer.from(handle, 'base64url').equals(Buffer.from(handleOf(accountId)));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The library throws where an answer does not hold: wrong origin, RP ID, flags, counter, signature.
const refused = () => null;
