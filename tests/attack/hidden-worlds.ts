import { BANDS, type Band, type Contribution } from '#assessments/disclosure/contribution.ts';

// Associations of which the same is told, though one of their hidden cells is empty in one and full in another:
// companies of two hidden cells change places, so that every set that is told has the same members.

export interface HiddenWorld {
  /** How many stand in the hidden cell. */
  within: number;
  contributions: Contribution[];
}
export interface HiddenCase {
  name: string;
  /** The id of the cell. */
  cell: string;
  worlds: readonly HiddenWorld[];
}

type Where = Pick<Contribution, 'industry' | 'region' | 'size'>;
type Part = readonly [count: number, where: Partial<Where>, bands?: readonly Band[]];

/** Companies part by part: the same parts in the same order are the same companies. */
function membersOf(parts: readonly Part[]): Contribution[] {
  const places = parts.flatMap(([count, where, bands = BANDS]) =>
    Array.from({ length: count }, (_, at) => ({ ...where, overall: bands[at % bands.length] })),
  );
  return places.map(({ overall = 'low', ...where }, at) => ({
    company: `company ${at}`,
    holding: `holding ${at}`,
    batch: `batch ${at}`,
    industry: 'machining',
    region: 'kanto',
    size: 'below-50',
    ...where,
    overall,
    joinedOn: '2025-01-15',
    answeredAtLeastHalf: true,
  }));
}

const world = (within: number, ...parts: readonly Part[]): HiddenWorld => ({
  within,
  contributions: membersOf(parts),
});

const AROUND: readonly Part[] = [
  [30, {}],
  [30, { industry: 'electronics', region: 'kinki', size: 'from-50' }],
  [9, { industry: 'instruments' }],
  [9, { industry: 'materials', region: 'kinki', size: 'from-50' }],
  [9, { industry: 'software' }],
];

/** So many of nine in one small group, the others in another. */
const few = (within: number): HiddenWorld =>
  world(
    within,
    ...AROUND,
    [within, { industry: 'energy' }],
    [9 - within, { industry: 'logistics' }],
  );

/** Forty with one band, in one group or in another. */
const alike = (industry: 'energy' | 'logistics'): HiddenWorld =>
  world(industry === 'energy' ? 40 : 0, ...AROUND, [40, { industry }, ['low']]);

/** Two regions of so many, each of one industry. */
const crossed = (count: number, regions: readonly [machining: string, electronics: string]) =>
  world(
    regions[0] === 'hokkaido' ? count : 0,
    [60, {}],
    [60, { region: 'kinki', size: 'from-50' }],
    [60, { industry: 'electronics' }],
    [60, { industry: 'electronics', region: 'kinki', size: 'from-50' }],
    [count, { region: regions[0] }],
    [count, { industry: 'electronics', region: regions[1] }],
  );
const bothWays = (count: number) => [
  crossed(count, ['tohoku', 'hokkaido']),
  crossed(count, ['hokkaido', 'tohoku']),
];

export const FEW: HiddenCase = {
  name: 'a group of none, and of up to nine',
  cell: 'industry:energy',
  worlds: [0, 1, 2, 5, 7, 9].map(few),
};
export const ALIKE: HiddenCase = {
  name: 'a group of none, and of forty that are all alike',
  cell: 'industry:energy',
  worlds: [alike('logistics'), alike('energy')],
};
export const FEW_PAIRED: HiddenCase = {
  name: 'two groups together: none, and seven',
  cell: 'industry:machining/region:hokkaido',
  worlds: bothWays(7),
};
export const FOLLOWING: HiddenCase = {
  name: 'two groups together: none, and twelve that would follow from the sums',
  cell: 'industry:machining/region:hokkaido',
  worlds: bothWays(12),
};
export const HIDDEN_CASES = [FEW, ALIKE, FEW_PAIRED, FOLLOWING];

/** The control: twelve stand in the group, and how many is told. */
export const TOLD: HiddenCase = {
  name: 'a group of twelve',
  cell: 'industry:energy',
  worlds: [world(12, ...AROUND, [12, { industry: 'energy' }])],
};
