import { expect, test } from 'vitest';
import { builtRoutes, type BuiltRoute } from '../setup/built-routes.ts';
import { manifest, redirects } from './manifest.ts';

// Every page that was built has its states; a page that is added without them fails here.

function missing(routes: readonly BuiltRoute[]): string[] {
  const layouts = new Set(routes.map(({ parentId }) => parentId));
  return routes
    .filter(({ id }) => !layouts.has(id) && !redirects.includes(id) && manifest[id] === undefined)
    .map(({ id }) => id);
}

test('every page has its states empty, full and error', async () => {
  expect(missing(await builtRoutes())).toEqual([]);
});

test('a page without states is found (the control)', async () => {
  const planted = { id: 'routes/planted', parentId: 'root', module: { default: () => null } };
  expect(missing([...(await builtRoutes()), planted])).toEqual(['routes/planted']);
});

test('no states are kept for a page that is gone', async () => {
  const built = new Set((await builtRoutes()).map(({ id }) => id));
  expect(Object.keys(manifest).filter((id) => !built.has(id))).toEqual([]);
});

test('what counts as a redirect has no page', async () => {
  const built = (await builtRoutes()).filter(({ id }) => redirects.includes(id));
  expect(built.map(({ module }) => module.default)).toEqual(redirects.map(() => undefined));
});
