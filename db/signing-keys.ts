import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicKey } from '#assessments/audit-anchor.ts';
import type { Keys } from './keys.ts';

/** A key of Ed25519 from the file of its use: 32 bytes, the seed. */
export type SigningKey = { id: string; key: KeyObject; published: PublicKey };

/** What the server signs: ends of access logs, and results that a declarer has signed. */
export type SigningUse = 'anchor' | 'result';

// PKCS #8 for an Ed25519 seed is this prefix and the seed (RFC 8410).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKey(keys: Keys, use: SigningUse): SigningKey {
  const der = Buffer.concat([PKCS8, keys.key(use, 32)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const id = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  return { id, key, published: { id, use, algorithm: 'Ed25519', key: spki.toString('base64') } };
}
