import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { encodeQR } from 'qr';
import { Secret, TOTP } from 'otpauth';
import { clearAttempts } from '#db/attempts.ts';
import {
  confirmOneTimeCodes,
  findOneTimeSecret,
  offerOneTimeCodes,
  useOneTimeStep,
} from '#db/one-time-codes.ts';
import { withAuth, type AuthTx } from '#db/tenant.ts';
import type { Account } from '#db/accounts.ts';
import { givenKeys } from '../keys.server.ts';
import { countTry, forgetTries } from './limits.server.ts';

const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

/** What every authenticator app understands: SHA-1, six digits, 30 seconds. */
function generator(secret: Buffer, account?: Account): TOTP {
  return new TOTP({
    issuer: 'Junbi',
    label: account?.email ?? '',
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}

/** The 30-second step of a right code, one step early or late at most; else null. */
function stepOf(secret: Buffer, code: string): number | null {
  const now = Date.now();
  const late = generator(secret).validate({ token: code, timestamp: now, window: 1 });
  return late === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + late;
}

/** Puts a new secret beside the account; false where it has one that counts. */
export function offerCodes(accountId: string): Promise<boolean> {
  const sealed = seal(randomBytes(SECRET_BYTES), accountId);
  return withAuth((tx) => offerOneTimeCodes(tx, accountId, sealed));
}

export interface Offer {
  /** In groups of four, to be typed. */
  secret: string;
  /** The squares of the QR code: an SVG path, and how many there are along one side. */
  qr: { path: string; size: number };
}

/** The secret that waits for its first code, as text and as the squares of a QR code. */
export async function offeredCodes(account: Account): Promise<Offer | null> {
  const sealed = await offered(account.accountId);
  if (!sealed) return null;
  const codes = generator(unseal(sealed, account.accountId), account);
  const rows = encodeQR(codes.toString(), 'raw', { ecc: 'medium', border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const secret = codes.secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 ');
  return { secret, qr: { path, size: rows.length } };
}

/** Checks the first code of an offered secret; the verb that makes it count, or the reason why not. */
export async function firstCode(
  accountId: string,
  code: string,
): Promise<((tx: AuthTx) => Promise<boolean>) | 'wrong-code' | 'too-many'> {
  if (!(await countTry('one-time-code', accountId)).ok) return 'too-many';
  const sealed = await offered(accountId);
  const step = sealed && stepOf(unseal(sealed, accountId), code);
  if (!sealed || step === null) return 'wrong-code';
  return async (tx) => {
    await clearAttempts(tx, { kind: 'one-time-code', subject: accountId });
    return confirmOneTimeCodes(tx, accountId, sealed, step);
  };
}

/** Takes a code: each works once, and five tries are allowed in ten minutes. */
export async function takeOneTimeCode(
  accountId: string,
  code: string,
): Promise<'ok' | 'wrong-code' | 'too-many'> {
  if (!(await countTry('one-time-code', accountId)).ok) return 'too-many';
  const sealed = await withAuth((tx) => findOneTimeSecret(tx, accountId, { isOffer: false }));
  const step = sealed && stepOf(unseal(sealed, accountId), code);
  if (step === null) return 'wrong-code';
  if (!(await withAuth((tx) => useOneTimeStep(tx, accountId, step)))) return 'wrong-code';
  await forgetTries('one-time-code', accountId);
  return 'ok';
}

const offered = (accountId: string) =>
  withAuth((tx) => findOneTimeSecret(tx, accountId, { isOffer: true }));

// A code must be computed again, so the secret is kept: AES-256-GCM with a key that is not in the
// database, bound to its account.

let sealing: Buffer | undefined;

function sealingKey(): Buffer {
  return (sealing ??= givenKeys().key('one-time-codes', 32));
}

function seal(secret: Buffer, accountId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce).setAAD(Buffer.from(accountId));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

function unseal(sealed: Buffer, accountId: string): Buffer {
  const tag = sealed.subarray(-16);
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), sealed.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(accountId)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
