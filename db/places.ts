import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Places = {
  /** Holds `postgres/` (the cluster), `postgres.log` and, unless moved, `keys/`. */
  dataDir: string;
  keysDir: string;
  /** The signed anchors of the access logs, outside the database. */
  anchorsFile: string;
};

/** Where root keeps what the user `postgres` must be able to enter (a 0700 home cannot be). */
export const rootHome = '/var/lib/junbi';

/**
 * The directories of this installation: JUNBI_DATA_DIR, JUNBI_KEYS_DIR and JUNBI_ANCHORS_FILE where given; else
 * `.data/` in the checkout, or for root a directory of this checkout below /var/lib/junbi.
 */
export function places(
  env: Readonly<Record<string, string | undefined>>,
  checkout: string,
  isRoot: boolean = process.getuid?.() === 0,
): Places {
  const given = env['JUNBI_DATA_DIR'];
  const dataDir = given
    ? resolve(given)
    : isRoot
      ? join(rootHome, checkoutName(checkout))
      : join(checkout, '.data');
  const keysDir = env['JUNBI_KEYS_DIR'];
  const anchorsFile = env['JUNBI_ANCHORS_FILE'];
  return {
    dataDir,
    keysDir: keysDir ? resolve(keysDir) : join(dataDir, 'keys'),
    anchorsFile: anchorsFile ? resolve(anchorsFile) : join(dataDir, 'anchors.jsonl'),
  };
}

// A name kept in the checkout, not its path: a moved checkout keeps its data, a new clone at an
// old path does not meet the data of its predecessor.
function checkoutName(checkout: string): string {
  const file = join(checkout, '.data', 'name');
  try {
    return parsedName(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  mkdirSync(join(checkout, '.data'), { recursive: true });
  try {
    writeFileSync(file, `checkout-${randomBytes(4).toString('hex')}\n`, { flag: 'wx' });
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  return parsedName(readFileSync(file, 'utf8'), file);
}

function parsedName(text: string, file: string): string {
  const name = text.trim();
  if (!/^checkout-[0-9a-f]{8}$/.test(name)) {
    throw new Error(`${file} should hold one line like checkout-1a2b3c4d.`);
  }
  return name;
}

export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

export function isExisting(error: unknown): boolean {
  return hasCode(error, 'EEXIST');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
