import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isExisting, isMissing } from './places.ts';
import { Refusal } from './refusal.ts';

export type Keys = {
  /** The key of that name, made at its first use; always the same bytes afterwards. */
  key(name: string, bytes: number): Buffer;
  /** A database password: 32 random bytes as URL-safe text. */
  password(name: string): string;
  /** What a person should mend; in production each of these is a refusal instead. */
  warnings: readonly string[];
};

/**
 * Opens the keys directory (made with 0700 when missing; files 0600). One file per key, base64url.
 * In production, refuses a directory or file that others can read. Never logs a key.
 */
export function openKeys(dir: string, options: { production: boolean }): Keys {
  const warnings: string[] = [];
  mkdirSync(dirname(dir), { recursive: true });
  if (mkdirSync(dir, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(dir, 0o700);
  expectPrivate(dir, options.production, warnings);

  const key = (name: string, bytes: number): Buffer => {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" is no name of a key.`);
    const file = join(dir, name);
    const text = readIfThere(file) ?? made(file, bytes);
    expectPrivate(file, options.production, warnings);
    const value = Buffer.from(text.trim(), 'base64url');
    if (value.length !== bytes) {
      throw new Refusal(
        'key-damaged',
        `The key file ${file} should hold ${bytes} bytes and holds ${value.length}. Put back its copy; a new key would make what was signed with the old one unreadable.`,
      );
    }
    return value;
  };
  return { key, password: (name) => key(name, 32).toString('base64url'), warnings };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

// Written aside and linked into place: whoever reads the name reads a whole key, and of two
// processes that start together both use the one that was linked first.
function made(file: string, bytes: number): string {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(bytes).toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!isExisting(error)) throw error;
  } finally {
    unlinkSync(aside);
  }
  return readFileSync(file, 'utf8');
}

function expectPrivate(path: string, production: boolean, warnings: string[]): void {
  if (process.platform === 'win32') return;
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  const sentence = `${path} can be read by others (mode ${mode.toString(8)}); run: chmod go= ${path}`;
  if (production) throw new Refusal('keys-readable', sentence);
  if (!warnings.includes(sentence)) warnings.push(sentence);
}
