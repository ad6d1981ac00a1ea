import { readFileSync } from 'node:fs';
import { FileProblem, readPublicKeys } from '../audit-file.ts';
import { verifySignedFile } from '../signed-file.ts';
import { BadInput, flags, oneFile, type Editions, type Terminal } from './input.ts';

/** Recomputes an exported signed result: 0 and 一致, or 1 and where it differs. */
export function runVerify(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { values, positionals } = flags(args, { key: { type: 'string' } });
  const bytes = bytesOf(oneFile('verify', positionals));
  const keys = values.key === undefined ? null : keysIn(values.key);
  const { matches, key, differences } = verifySignedFile(bytes, editions, keys);
  const verdict = matches ? { ja: '一致', en: 'match' } : { ja: '相違', en: 'differs' };
  terminal.out(JSON.stringify({ verdict, key, differences }, null, 2));
  for (const { at } of differences) terminal.err(`相違 / differs: ${at}`);
  return matches ? 0 : 1;
}

function keysIn(file: string) {
  try {
    return readPublicKeys(bytesOf(file));
  } catch (error) {
    if (error instanceof FileProblem) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new BadInput(`${file}: cannot be read`);
  }
}
