import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { Refusal } from '#db/refusal.ts';

let dir = '';
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'junbi-keys-')), 'keys');
});
afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('a key is made once, and read again by the next process', () => {
  const made = openKeys(dir, { production: true }).key('session-pepper', 32);
  expect(made).toHaveLength(32);
  expect(openKeys(dir, { production: true }).key('session-pepper', 32)).toEqual(made);
  expect(openKeys(dir, { production: true }).key('another', 32)).not.toEqual(made);
});

test('the directory is for its owner alone, and so is every file, whatever the umask', () => {
  const before = process.umask(0);
  try {
    openKeys(dir, { production: true }).key('session-pepper', 32);
  } finally {
    process.umask(before);
  }
  expect(mode(dir)).toBe('700');
  expect(readdirSync(dir)).toEqual(['session-pepper']);
  expect(mode(join(dir, 'session-pepper'))).toBe('600');
});

test('in production a key that others can read is refused with a sentence; elsewhere it is a warning', () => {
  openKeys(dir, { production: true }).key('session-pepper', 32);
  chmodSync(join(dir, 'session-pepper'), 0o640);
  expect(() => openKeys(dir, { production: true }).key('session-pepper', 32)).toThrow(
    /session-pepper can be read by others \(mode 640\)/,
  );
  const keys = openKeys(dir, { production: false });
  keys.key('session-pepper', 32);
  expect(keys.warnings).toHaveLength(1);
  chmodSync(join(dir, 'session-pepper'), 0o600);
  expect(openKeys(dir, { production: true }).warnings).toEqual([]);
});

test('in production a directory that others can enter is refused', () => {
  openKeys(dir, { production: true });
  chmodSync(dir, 0o755);
  expect(() => openKeys(dir, { production: true })).toThrow(Refusal);
});

test('a damaged key is refused instead of replaced', () => {
  openKeys(dir, { production: true }).key('session-pepper', 32);
  writeFileSync(join(dir, 'session-pepper'), 'short\n');
  expect(() => openKeys(dir, { production: true }).key('session-pepper', 32)).toThrow(
    /should hold 32 bytes/,
  );
});

test('a name cannot leave the directory', () => {
  expect(() => openKeys(dir, { production: true }).key('../outside', 32)).toThrow(/no name/);
});
