import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { publicKeySchema, type PublicKey } from './audit-anchor.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Edition } from './edition.ts';
import { pinnedIn } from './edition-pins.ts';
import { dayInJapan } from './japanese-day.ts';
import { withOverlays } from './overlaid.ts';
import { derived, frozenSchema, type Frozen } from './frozen-result.ts';

/** A signed result as it is exported: the document, its hash, and the signature over its canonical text. */
const signedFileSchema = z.strictObject({
  document: frozenSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  key: publicKeySchema,
});
export type SignedFile = z.infer<typeof signedFileSchema>;

export type Signature = { signature: string; keyId: string; publicKey: string };

export const hashOfText = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

export function signText(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('hex');
}

/** The file, byte for byte the same each time: canonical JSON and one line feed. */
export function signedFile(body: string, signature: string, key: PublicKey): string {
  const document = frozenSchema.parse(JSON.parse(body));
  return `${canonicalJson({ document, hash: hashOfText(body), signature, key })}\n`;
}

export interface Difference {
  at: string;
  expected: unknown;
  found: unknown;
}

export interface Verdict {
  /** 一致: everything was recomputed to the same, and the signature is that of the key. */
  matches: boolean;
  /** Whether the key was given by hand, or is only the one that the file names itself. */
  key: { id: string; from: 'given' | 'file' };
  differences: Difference[];
}

/** Where the editions are that a result may rest on. */
interface Editions {
  ids: readonly string[];
  load: (id: string) => Edition;
}

/**
 * Holds an exported result against the library, the engine and a key. Whatever is not exactly as it was
 * exported is a difference, and each is named.
 */
export function verifySignedFile(
  bytes: Uint8Array,
  { ids, load }: Editions,
  keys: readonly PublicKey[] | null,
): Verdict {
  const read = readFile(bytes);
  if ('at' in read)
    return { matches: false, key: { id: '', from: keys ? 'given' : 'file' }, differences: [read] };
  const { document, hash, signature, key } = read;
  const body = canonicalJson(document);
  const differences: Difference[] = [];
  const expect = (at: string, expected: unknown, found: unknown) => {
    if (canonicalJson(expected) !== canonicalJson(found)) differences.push({ at, expected, found });
  };
  expect('hash', hashOfText(body), hash);
  const trusted = keys === null ? key : keys.find(({ id }) => id === key.id);
  if (trusted) expect('key', trusted, key);
  else differences.push({ at: 'key', expected: keys?.map(({ id }) => id), found: key.id });
  if (!isSignedBy(trusted ?? key, body, signature))
    differences.push({
      at: 'signature',
      expected: 'a signature of this text by the key',
      found: signature,
    });
  differences.push(...contentDifferences(document, ids, load));
  const matches = differences.length === 0;
  return { matches, key: { id: key.id, from: keys ? 'given' : 'file' }, differences };
}

function readFile(bytes: Uint8Array): SignedFile | Difference {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { at: 'file', expected: 'text in UTF-8', found: 'other bytes' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { at: 'file', expected: 'well-formed JSON', found: 'something else' };
  }
  const parsed = signedFileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      at: issue?.path.join('.') || 'file',
      expected: issue?.message,
      found: 'something else',
    };
  }
  if (`${canonicalJson(value)}\n` !== text)
    return { at: 'file', expected: 'the canonical spelling and one line feed', found: 'another' };
  return parsed.data;
}

function contentDifferences(
  document: Frozen,
  ids: readonly string[],
  load: (id: string) => Edition,
): Difference[] {
  const { id, hash, documents } = document.edition;
  if (!ids.includes(id)) return [{ at: 'document.edition.id', expected: ids, found: id }];
  const edition = load(id);
  const pins = pinnedIn(edition).map((one) => ({ key: one.key, hash: one.hash }));
  const { mode, stage, overlays } = document.assessment;
  const said = { mode, stage, facts: document.facts, answers: document.answers };
  const signedOn = dayInJapan(new Date(document.declared.at));
  const again = derived(withOverlays(edition, overlays), said, document.evidence, document.asOf);
  return [
    ...(document.asOf === undefined ? [] : differing('document.asOf', signedOn, document.asOf)),
    ...differing('document.edition.hash', edition.hash, hash),
    ...differing('document.edition.documents', pins, documents),
    ...differing('document.result', again.result, document.result),
    ...differing('document.derivation', again.derivation, document.derivation),
    ...differing('document.coverage', again.coverage, document.coverage),
  ];
}

/** The deepest places at which two plain values differ. */
function differing(at: string, expected: unknown, found: unknown): Difference[] {
  if (canonicalJson(expected ?? null) === canonicalJson(found ?? null)) return [];
  if (isPlain(expected) && isPlain(found)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    return names.flatMap((name) => differing(`${at}.${name}`, expected[name], found[name]));
  }
  return [{ at, expected: expected ?? null, found: found ?? null }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSignedBy(key: PublicKey, body: string, signature: string): boolean {
  try {
    const object = createPublicKey({
      key: Buffer.from(key.key, 'base64'),
      format: 'der',
      type: 'spki',
    });
    // The id stands for the key: a key under another's id signs nothing.
    const id = createHash('sha256').update(Buffer.from(key.key, 'base64')).digest('hex');
    return (
      id.startsWith(key.id) &&
      key.id.length === 16 &&
      verify(null, Buffer.from(body, 'utf8'), object, Buffer.from(signature, 'hex'))
    );
  } catch {
    return false;
  }
}
