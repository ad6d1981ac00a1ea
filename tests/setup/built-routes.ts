import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from './checkout.ts';

export type BuiltRoute = {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  module: { default?: unknown; loader?: unknown; action?: unknown };
};

/** Every route that was built, but the root. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const file = pathToFileURL(join(checkout, 'build/server/index.js')).href;
  const build: { routes: Record<string, BuiltRoute> } = await import(/* @vite-ignore */ file);
  return Object.values(build.routes).filter(({ id }) => id !== 'root');
}

/** The address of a route with its parameters, e.g. `/o/:org/profile`. */
export function patternOf(
  routes: readonly BuiltRoute[],
  { path = '', parentId }: BuiltRoute,
): string {
  const parent = routes.find(({ id }) => id === parentId);
  const above = parent ? patternOf(routes, parent) : '';
  return path === '' ? above : `${above}/${path}`;
}
