import { unzipSync } from 'fflate';
import type { z } from 'zod';
import {
  anchorLineSchema,
  publicKeysSchema,
  type AnchorLine,
  type PublicKey,
} from './audit-anchor.ts';
import { auditChainSchema, type AuditChain } from './audit-chain.ts';

/** Where the chain stands in an export. */
export const CHAIN_NAME = 'audit.json';

/** A file that is not what was expected; the message says where and what. */
export class FileProblem extends Error {}

/** The chain of an export: the ZIP as it was downloaded, or the `audit.json` in it. */
export function readChainFile(bytes: Uint8Array): AuditChain {
  return parsed(auditChainSchema, json(isZip(bytes) ? chainIn(bytes) : bytes), CHAIN_NAME);
}

export function readAnchorLines(bytes: Uint8Array): AnchorLine[] {
  const lines = text(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, at) =>
    parsed(anchorLineSchema, json(Buffer.from(line)), `line ${at + 1}`),
  );
}

/** Public keys as `/keys` answers them. */
export function readPublicKeys(bytes: Uint8Array): PublicKey[] {
  return parsed(publicKeysSchema, json(bytes), 'keys').keys;
}

/** A chain of a million entries takes less; a file that says more is none of ours. */
const MAX_BYTES = 1024 * 1024 * 1024;

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function chainIn(bytes: Uint8Array): Uint8Array {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === CHAIN_NAME && originalSize <= MAX_BYTES,
    });
  } catch {
    throw new FileProblem('expected a whole ZIP file');
  }
  const chain = files[CHAIN_NAME];
  if (!chain) throw new FileProblem(`expected ${CHAIN_NAME} in the ZIP file`);
  return chain;
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('expected text in UTF-8');
  }
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(
      `expected well-formed JSON (${error instanceof Error ? error.message : 'not JSON'})`,
    );
  }
}

function parsed<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new FileProblem(`${[what, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? ''}`);
}
