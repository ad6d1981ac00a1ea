import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { places, rootHome } from '#db/places.ts';
import { passwordIn, readDatabaseSettings } from '#db/settings.ts';

const checkout = mkdtempSync(join(tmpdir(), 'junbi-settings-'));
afterAll(() => rmSync(checkout, { recursive: true, force: true }));
const read = (env: Record<string, string>) =>
  readDatabaseSettings({ JUNBI_DATA_DIR: join(checkout, 'data'), ...env }, checkout, {
    production: true,
  });

test('an ordinary user’s data live in the checkout, root’s where the server can enter', () => {
  expect(places({}, '/srv/junbi', false)).toEqual({
    dataDir: '/srv/junbi/.data',
    keysDir: '/srv/junbi/.data/keys',
    anchorsFile: '/srv/junbi/.data/anchors.jsonl',
  });
  const { dataDir } = places({}, checkout, true);
  expect(dataDir.startsWith(`${rootHome}/checkout-`)).toBe(true);
  expect(places({}, checkout, true).dataDir).toBe(dataDir);
});

test('JUNBI_DATA_DIR and JUNBI_KEYS_DIR are honoured', () => {
  expect(places({ JUNBI_DATA_DIR: '/var/lib/a', JUNBI_KEYS_DIR: '/etc/b' }, checkout)).toEqual({
    dataDir: '/var/lib/a',
    keysDir: '/etc/b',
    anchorsFile: '/var/lib/a/anchors.jsonl',
  });
  expect(places({ JUNBI_DATA_DIR: '/var/lib/a' }, checkout).keysDir).toBe('/var/lib/a/keys');
});

test('without an address the server is the embedded one, also where variables are empty', () => {
  expect(read({}).external).toBeUndefined();
  expect(read({ DATABASE_URL: '', DATABASE_OWNER_URL: '' }).external).toBeUndefined();
});

test('the login auth uses the server of DATABASE_URL and the password of the keys directory', () => {
  const settings = read({ DATABASE_URL: 'postgres://app:secret@db.example:6432/junbi' });
  const authUrl = settings.external?.authUrl ?? '';
  const { username, hostname, port, pathname } = new URL(authUrl);
  expect({ username, hostname, port, pathname }).toEqual({
    username: 'auth',
    hostname: 'db.example',
    port: '6432',
    pathname: '/junbi',
  });
  expect(passwordIn(authUrl, 'DATABASE_AUTH_URL')).toBe(settings.keys.password('database-auth'));
});

test('a wrong address is answered with a sentence that names the variable', () => {
  expect(() => read({ DATABASE_URL: 'mysql://x' })).toThrow(/^DATABASE_URL should be an address/);
  expect(() => read({ DATABASE_OWNER_URL: 'postgres://o:p@h/d' })).toThrow(/without DATABASE_URL/);
  expect(() => passwordIn('postgres://app@h/d', 'DATABASE_URL')).toThrow(/needs a password/);
});
