import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['app', 'assessments', 'db', 'emails'].flatMap((floor) =>
  readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\./.test(file))
    .map((file) => join(floor, file)),
);
const filesWith = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))).toSorted();

it('only one file opens connections, and only the doors take one from a pool', () => {
  expect(filesWith(/import (?!type)[^;]*\b(Pool|Client)\b[^;]*from 'pg'/)).toEqual([
    'db/client.server.ts',
  ]);
  expect(filesWith(/\bconnectionOf\b/)).toEqual(['db/client.server.ts', 'db/tenant.ts']);
});

it('nothing sets a context outside of the door, nor names a prepared statement', () => {
  expect(filesWith(/app\.capability/)).toEqual(['db/tenant.ts']);
  expect(filesWith(/\.prepare\(/)).toEqual([]);
  expect(filesWith(/set_config\(|set session/i)).toEqual([]);
});
