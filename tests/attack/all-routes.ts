import { builtRoutes, patternOf } from '../setup/built-routes.ts';

export type Route = {
  id: string;
  /** With its parameters as `:name`; a splat as `*`. */
  path: string;
  hasAction: boolean;
  isLayout: boolean;
};

/** Every route of the build, with its whole address. */
export async function allRoutes(): Promise<Route[]> {
  const routes = await builtRoutes();
  const layouts = new Set(routes.map(({ parentId }) => parentId));
  return routes.map((route) => ({
    id: route.id,
    path: patternOf(routes, route) || '/',
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
