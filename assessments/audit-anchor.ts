import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

/** The end of one company's chain. */
export type Head = { company: string; seq: number; hash: string };

/** What is signed: the root over all heads, and the anchor before it. */
const anchorBodySchema = z.strictObject({
  at: z.iso.datetime(),
  number: z.int().positive(),
  /** SHA-256 of the body of the anchor before; null for the first. */
  prev: hex32.nullable(),
  root: hex32,
  /** How many heads stand under the root. */
  size: z.int().positive(),
  version: z.literal(1),
});
export type AnchorBody = z.infer<typeof anchorBodySchema>;

const proofSchema = z.string().regex(/^(?:[lr][0-9a-f]{64})*$/, 'expected steps of a proof');

/** A signed anchor. `body` stays the text that was signed. */
export const signedAnchorSchema = z.strictObject({
  body: z.string(),
  signature: z.string().regex(/^[0-9a-f]{128}$/, 'expected a signature of 128 hexadecimal digits'),
  keyId: z.string(),
});
export type SignedAnchor = z.infer<typeof signedAnchorSchema>;

/** A line of the file outside the database: an anchor and the heads that it is the first to hold. */
export const anchorLineSchema = z.strictObject({
  ...signedAnchorSchema.shape,
  heads: z.array(
    z.strictObject({ chain: hex32, seq: z.int().positive(), hash: hex32, proof: proofSchema }),
  ),
});
export type AnchorLine = z.infer<typeof anchorLineSchema>;

/** An anchor as a company's export holds it: with its own head alone. */
export const heldAnchorSchema = z.strictObject({
  ...signedAnchorSchema.shape,
  seq: z.int().positive(),
  hash: hex32,
  proof: proofSchema,
});

const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A chain's name in an anchor: from the company's id, and not back to it. */
export const chainOf = (company: string): string =>
  sha256(`junbi-chain-1 ${company}`).toString('hex');

// As in RFC 6962: a leaf can never be taken for a node.
const leaf = (chain: string, seq: number, hash: string) =>
  sha256(Buffer.of(0), `${chain} ${seq} ${hash}`);
const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right);

/** The Merkle root over heads in the order of their chains, and each head's way to it. */
export function merkle(heads: readonly Head[]): {
  root: string;
  heads: (Head & { chain: string; proof: string })[];
} {
  const sorted = heads
    .map((head) => ({ ...head, chain: chainOf(head.company), proof: '' }))
    .sort((a, b) => (a.chain < b.chain ? -1 : 1));
  let level = sorted.map((head) => ({
    hash: leaf(head.chain, head.seq, head.hash),
    under: [head],
  }));
  if (level.length === 0) throw new Error('There is no head to anchor.');
  while (level.length > 1) {
    const next: typeof level = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (!left) break;
      if (!right) {
        next.push(left);
        continue;
      }
      for (const head of left.under) head.proof += `r${right.hash.toString('hex')}`;
      for (const head of right.under) head.proof += `l${left.hash.toString('hex')}`;
      next.push({ hash: node(left.hash, right.hash), under: [...left.under, ...right.under] });
    }
    level = next;
  }
  return { root: level[0]?.hash.toString('hex') ?? '', heads: sorted };
}

/** The root to which a proof leads. */
export function rootFrom(chain: string, seq: number, hash: string, proof: string): string {
  let at = leaf(chain, seq, hash);
  for (const step of proof.match(/[lr][0-9a-f]{64}/g) ?? []) {
    const other = Buffer.from(step.slice(1), 'hex');
    at = step.startsWith('l') ? node(other, at) : node(at, other);
  }
  return at.toString('hex');
}

export const bodyHash = (body: string): string => sha256(body).toString('hex');

export function signAnchor(body: AnchorBody, key: KeyObject, keyId: string): SignedAnchor {
  const text = canonicalJson(body);
  return { body: text, signature: sign(null, Buffer.from(text), key).toString('hex'), keyId };
}

/** A public key as `/keys` and exports carry it. */
export const publicKeySchema = z.strictObject({
  id: z.string(),
  use: z.string(),
  algorithm: z.literal('Ed25519'),
  /** SubjectPublicKeyInfo (DER) in base64. */
  key: z.string(),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

export const publicKeysSchema = z.strictObject({ keys: z.array(publicKeySchema) });

/** What a signed anchor says; null where no key of these signed it or it says something else. */
export function readAnchor(
  { body, signature, keyId }: SignedAnchor,
  keys: readonly PublicKey[],
): AnchorBody | null {
  const found = keys.find(({ id }) => id === keyId);
  const key = found && keyObject(found);
  if (!key || !verify(null, Buffer.from(body), key, Buffer.from(signature, 'hex'))) return null;
  const parsed = anchorBodySchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : null;
}

const objects = new Map<string, KeyObject | null>();
function keyObject({ key }: PublicKey): KeyObject | null {
  const known = objects.get(key);
  if (known !== undefined) return known;
  const made = parsedKey(Buffer.from(key, 'base64'));
  objects.set(key, made);
  return made;
}

function parsedKey(key: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
