import { createHash } from 'node:crypto';
import type { Band } from '#assessments/disclosure/contribution.ts';
import { DIMENSIONS, type Dimension } from '#assessments/disclosure/lattice.ts';
import { addDays, daysBetween, type Day } from '#assessments/plan/calendar.ts';
import { chance } from './chance.ts';
import { COHORTS, type Cohort } from './cohorts.ts';
import { bandAfter, bandAtFirst } from './member-bands.ts';
import { memberName } from './member-names.ts';
import type { Quarter } from './quarters.ts';
import { stableId } from './stable-id.ts';

type Groups = Record<Dimension, string>;

/** An invented member company, and what it releases to the association. */
export interface DemoMember extends Groups {
  companyId: string;
  name: string;
  joinedOn: Day;
  holding: string;
  batch: string;
  atLeastHalf: boolean;
  /** In order; the later takes the place of the earlier. */
  releases: { on: Day; overall: Band }[];
  withdrawnOn: Day | null;
}

/** The same members for the same four quarters. */
export function demoMembers(quarters: readonly Quarter[]): DemoMember[] {
  const named = new Map<string, number>();
  return COHORTS.flatMap(dealt).map((one, at) => {
    const { as, industry, region, size } = one;
    const drafted = { ...one, number: at + 1 };
    const inIndustry = named.get(industry) ?? 0;
    named.set(industry, inIndustry + 1);
    const joinedOn = dayOfJoining(drafted, quarters);
    return {
      companyId: stableId(`member ${drafted.number}`),
      name: memberName(industry, inIndustry),
      joinedOn,
      industry,
      region,
      size,
      holding: opaque(as === 'one-holding' ? 'the holding' : `holding ${drafted.number}`),
      batch: opaque(as === 'one-batch' ? 'the batch' : `batch ${drafted.number}`),
      atLeastHalf: as !== 'half-answered',
      releases: releasesOf(drafted, quarters, joinedOn),
      withdrawnOn: as === 'withdrawn' ? dayIn(quarters[WITHDRAWN_IN], drafted.number) : null,
    };
  });
}

type Dealt = Groups & Pick<Cohort, 'as' | 'quarter'>;
type Drafted = Dealt & { number: number };

/** The third quarter: until then they count. */
const WITHDRAWN_IN = 2;

/** The members of a cohort: how many stand in a group is given, which of them is drawn. */
function dealt(cohort: Cohort, at: number): Dealt[] {
  const { as, quarter } = cohort;
  const decks = DIMENSIONS.map((dimension) =>
    Object.entries(cohort[dimension])
      .flatMap(([group, count]) => Array.from({ length: count }, () => group))
      .map((group, place) => ({ group, by: chance(`${dimension} ${at} ${place}`) }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ group }) => group),
  );
  return Array.from({ length: decks[0]?.length ?? 0 }, (_, place) => {
    const [industry = '', region = '', size = ''] = decks.map((deck) => deck[place]);
    return { as, quarter, industry, region, size };
  });
}

/** Long ago; of those who come later one in five at the end of the quarter before, too late to count in it. */
function dayOfJoining({ as, number, quarter }: Drafted, quarters: readonly Quarter[]): Day {
  const drawn = chance(`joined ${number}`);
  const late = as === 'joined-late' ? quarters[quarter] : quarters[quarter - 1];
  if (late && (as === 'joined-late' || number % 5 === 0))
    return addDays(late.asOf, -3 - Math.floor(drawn * 25));
  return addDays(quarters[0]?.from ?? '', -30 - Math.floor(drawn * 600));
}

/** A release where the band is another one than before. */
function releasesOf(
  { as, quarter, number, ...groups }: Drafted,
  quarters: readonly Quarter[],
  joinedOn: Day,
): DemoMember['releases'] {
  const releases: DemoMember['releases'] = [];
  for (const [at, one] of quarters.entries()) {
    if (as === 'never-released' || at < quarter) continue;
    if (as === 'withdrawn' && at >= WITHDRAWN_IN) continue;
    const before = releases.at(-1)?.overall;
    const overall = before ? bandAfter(before, number, at) : bandAtFirst(number, groups);
    if (overall === before) continue;
    const day = dayIn(one, number);
    releases.push({ on: day > joinedOn ? day : addDays(joinedOn, 1), overall });
  }
  return releases;
}

function dayIn(quarter: Quarter | undefined, number: number): Day {
  if (!quarter) throw new Error('A year has four quarters.');
  const { period, from, asOf } = quarter;
  return addDays(
    from,
    Math.floor(chance(`day ${number} ${period.slice(5)}`) * daysBetween(from, asOf)),
  );
}

/** As a keyed hash looks like. */
const opaque = (name: string) => createHash('sha256').update(`junbi demo ${name}`).digest('hex');
