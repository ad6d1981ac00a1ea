import { z } from 'zod';
import type { Contribution } from './contribution.ts';

/** By what the members are told apart, lowest first in every list. */
export const DIMENSIONS = ['industry', 'region', 'size'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Small groups are counted together under this name. */
export const OTHER = 'other';

const groups = (most: number) =>
  z
    .array(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected an id of lower-case letters, digits and -')
        .refine((id) => id !== OTHER, `“${OTHER}” stands for the small groups`),
    )
    .min(1)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'expected each group once');

/** Declared when an association joins, and fixed from then on. */
export const latticeSchema = z.strictObject({
  association: z.string().min(1).max(200),
  industry: groups(10),
  region: groups(8),
  size: groups(3),
});
export type Lattice = z.infer<typeof latticeSchema>;

/** A set of members of which something may be published. */
export interface Cell {
  id: string;
  where: Partial<Record<Dimension, string>>;
  kind: 'total' | 'group' | 'pair';
  /** The small groups of a dimension together. */
  isPool: boolean;
}

/** Every cell that can ever be published, always in this order. */
export function cellsOf(lattice: Lattice): Cell[] {
  const groupCells = DIMENSIONS.flatMap((dimension) =>
    [...lattice[dimension], OTHER].map((group) => cellOf({ [dimension]: group })),
  );
  const pairCells = PAIRS.flatMap(([one, two]) =>
    lattice[one].flatMap((a) => lattice[two].map((b) => cellOf({ [one]: a, [two]: b }))),
  );
  return [cellOf({}), ...groupCells, ...pairCells];
}

export const PAIRS = [
  ['industry', 'region'],
  ['industry', 'size'],
  ['region', 'size'],
] as const satisfies readonly (readonly [Dimension, Dimension])[];

/** `total`, `industry:machining`, `industry:machining/size:s30-49`. */
export function cellOf(where: Cell['where']): Cell {
  const parts = DIMENSIONS.flatMap((one) =>
    where[one] === undefined ? [] : [`${one}:${where[one]}`],
  );
  const kind = parts.length === 0 ? 'total' : parts.length === 1 ? 'group' : 'pair';
  const isPool = Object.values(where).includes(OTHER);
  return { id: parts.join('/') || 'total', where, kind, isPool };
}

/** Whether a contribution falls into the lattice at all. */
export function isIn(lattice: Lattice, one: Pick<Contribution, Dimension>): boolean {
  return DIMENSIONS.every((dimension) => lattice[dimension].includes(one[dimension]));
}
