import { expect, test } from 'vitest';
import { editionSchema } from './edition.ts';
import { pinnedIn } from './edition-pins.ts';
import { editionIds, loadEdition, loadLibrary } from './library.ts';

test('an edition carries everything it pins, in the shape that others rely on', () => {
  expect(editionIds()).toContain('2026-11');
  const edition = loadEdition('2026-11');
  expect(editionSchema.parse(edition)).toEqual(edition);
  expect(pinnedIn(edition).map(({ key }) => key)).toEqual([
    'profiles/company@1',
    'sources/core@1',
    'questionnaires/governance@1',
    'questionnaires/facility@1',
    'questionnaires/personnel@1',
    'questionnaires/separation@1',
    'gap-models/core@1',
    'actions/core@1',
  ]);
});

test('loading twice gives the same hashes, and they stand in the lock', () => {
  const edition = loadEdition('2026-11');
  expect(loadEdition('2026-11').hash).toBe(edition.hash);
  const { lock } = loadLibrary();
  expect(lock['editions/2026-11']).toBe(edition.hash);
  for (const { key, hash } of pinnedIn(edition)) expect(lock[key]).toBe(hash);
});

test('an edition that does not exist is a bug of the caller', () => {
  expect(() => loadEdition('1999-01')).toThrow('There is no editions/1999-01 in the library.');
});
