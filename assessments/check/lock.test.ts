import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary, publish, publishedHashes } from '../library.ts';
import { compareLock, extendLock } from '../lock.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const CONTENT = join(import.meta.dirname, '../content');

test('a published document that was changed is reported, and its edition with it', () => {
  const planted = plant(
    library,
    'questionnaires/governance@1',
    ['questions', 'A-01.level', 'minutes'],
    7,
  );
  const changed = check(planted).problems.filter((one) => one.startsWith('published.lock.json'));
  expect(changed).toHaveLength(2);
  expect(changed[0]).toMatch(/^published\.lock\.json: editions\/2026-11 was published with hash/);
  expect(changed[1]).toMatch(/^published\.lock\.json: questionnaires\/governance@1 was published/);
});

test('what an edition pins must be in the lock', () => {
  const { ['sources/core@1']: _, ...rest } = library.lock;
  expect(check({ ...library, lock: rest }).problems).toEqual([
    'published.lock.json: sources/core@1 is pinned but not in the lock; publish it.',
  ]);
});

test('a published document that is gone is reported', () => {
  const lock = { ...library.lock, 'sources/core@0': '0'.repeat(64) };
  expect(check({ ...library, lock }).problems).toEqual([
    'published.lock.json: sources/core@0 was published and is missing now.',
  ]);
});

test('extending adds what is new and never changes what is there', () => {
  const a = 'a'.repeat(64);
  const b = 'b'.repeat(64);
  expect(extendLock({ x: a }, { x: b, y: b })).toEqual({ x: a, y: b });
  expect(compareLock({ x: a }, { x: b })[0]).toContain('a published document never changes');
});

test('the order of keys in a document does not change its hash', () => {
  const turned = structuredClone(library.files).map((file) => ({
    ...file,
    content: Object.fromEntries(Object.entries(file.content ?? {}).toReversed()),
  }));
  expect(publishedHashes(turned)).toEqual(publishedHashes(library.files));
});

test('publishing writes the new keys, once, and leaves a clean library', () => {
  const directory = mkdtempSync(join(tmpdir(), 'junbi-content-'));
  try {
    cpSync(CONTENT, directory, { recursive: true });
    writeFileSync(join(directory, 'published.lock.json'), '{}');
    expect(publish(directory)).toEqual(Object.keys(publishedHashes(library.files)).toSorted());
    expect(publish(directory)).toEqual([]);
    expect(check(loadLibrary(directory)).problems).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
