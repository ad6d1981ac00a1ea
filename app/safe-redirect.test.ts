import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safePath } from './safe-redirect.ts';

const SITE = 'https://site.example';

/** Where a browser on this site goes, and where it goes from there if it is sent on to the same path. */
function leadsAway(path: string): boolean {
  const once = new URL(path, SITE);
  const next = once.pathname + once.search + once.hash;
  return once.origin !== SITE || !URL.canParse(next, SITE) || new URL(next, SITE).origin !== SITE;
}

const PIECES = '/ // \\ . .. /../ /./ : @ ? # %2f %5c %2e http: javascript: evil.example a'.split(
  ' ',
);
const pathLike = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((parts) => `/${parts.join('')}`)
  .filter((path) => URL.canParse(path, SITE));

test('whatever is asked for, the path stays on this site', () => {
  const stays = fc.property(pathLike, (path) => !leadsAway(safePath(path, '/')));
  const { counterexample } = fc.check(stays, { seed: 20_261_126, numRuns: 20_000 });
  expect(counterexample).toBeNull();
});

test('some of those asked for lead away, and some are taken (the controls)', () => {
  const sample = fc.sample(pathLike, { seed: 1, numRuns: 2_000 });
  expect(sample.filter(leadsAway).length).toBeGreaterThan(100);
  expect(sample.filter((path) => safePath(path, '') !== '').length).toBeGreaterThan(100);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2fx',
])('%s is not followed', (path) => expect(safePath(path, '/companies')).toBe('/companies'));

test.each(['/', '/o/1?saved=A-01#q-A-01', '/check#result', '/questions?q=%E9%8D%B5'])(
  '%s is followed',
  (path) => expect(safePath(path, 'none')).toBe(path),
);
