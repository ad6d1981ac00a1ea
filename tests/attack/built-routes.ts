import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../setup/checkout.ts';

type BuiltModule = { loader?: unknown; action?: unknown; default?: unknown };
type BuiltRoute = {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  module: BuiltModule;
};

export type Route = {
  id: string;
  /** With its parameters as `:name`; a splat as `*`. */
  path: string;
  hasAction: boolean;
  isLayout: boolean;
};

/** Every route of the build, with its whole address. */
export async function builtRoutes(): Promise<Route[]> {
  const file = pathToFileURL(join(checkout, 'build/server/index.js')).href;
  const build: { routes: Record<string, BuiltRoute> } = await import(/* @vite-ignore */ file);
  const layouts = new Set(Object.values(build.routes).map(({ parentId }) => parentId));
  const wholePath = ({ parentId, path }: BuiltRoute): string => {
    const parent = parentId === undefined ? undefined : build.routes[parentId];
    return [parent ? wholePath(parent) : '', path ?? ''].filter((part) => part !== '').join('/');
  };
  return Object.values(build.routes)
    .filter(({ id }) => id !== 'root')
    .map((route) => ({
      id: route.id,
      path: `/${wholePath(route)}`,
      hasAction: route.module.action !== undefined,
      isLayout: layouts.has(route.id),
    }));
}

/** The address with a value for each parameter; throws for one that nobody has told a value of. */
export function addressOf(path: string, values: Record<string, string>): string {
  return path
    .replaceAll(/:([a-z]+)/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`No value is known for the parameter ${name} of ${path}: add one.`);
      return value;
    })
    .replace('*', 'no/such/page');
}

export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/:([a-z]+)/g)].map(([, name = '']) => name);
