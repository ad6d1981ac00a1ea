import { LEAST_COUNTED } from './counted-range.ts';

/**
 * Which groups of a dimension are told apart and which are counted together (security.md 5.2, step 6):
 * those below ten, and of the others the smallest, until the rest is ten or nobody. `null` where nothing of
 * the dimension may be told. Sizes in the order of the lattice.
 */
export function pooledGroups(
  sizes: ReadonlyMap<string, number>,
): { apart: string[]; pooled: string[] } | null {
  const apart = [...sizes].filter(([, n]) => n >= LEAST_COUNTED);
  const pooled = [...sizes].filter(([, n]) => n < LEAST_COUNTED);
  const pooledSize = () => pooled.reduce((sum, [, n]) => sum + n, 0);
  while (pooledSize() > 0 && pooledSize() < LEAST_COUNTED) {
    const smallest = apart.toSorted(([, a], [, b]) => a - b)[0];
    if (!smallest) return null;
    apart.splice(apart.indexOf(smallest), 1);
    pooled.push(smallest);
  }
  if (apart.length === 0) return null;
  return { apart: apart.map(([group]) => group), pooled: pooled.map(([group]) => group) };
}
