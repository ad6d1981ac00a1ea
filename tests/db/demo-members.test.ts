import { beforeAll, expect, test } from 'vitest';
import { publish } from '#assessments/disclosure.ts';
import { BANDS, type Contribution } from '#assessments/disclosure/contribution.ts';
import { DIMENSIONS } from '#assessments/disclosure/lattice.ts';
import { RULES, type Aggregate, type Publication } from '#assessments/disclosure/publication.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { daysBetween } from '#assessments/plan/calendar.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { COHORTS } from '#db/demo/cohorts.ts';
import { demoMembers } from '#db/demo/members.ts';
import { union } from '#db/demo/people.ts';
import { quartersOver } from '#db/demo/quarters.ts';

// The association of the demo: on every installation, whose key is its own, each rule is seen somewhere.

const quarters = quartersOver(new Date('2026-11-22T23:00:00Z'));
const members = demoMembers(quarters);
const lattice = standardLattice(union.associationId);

/** What stood at the end of a quarter and was not withdrawn since. */
const standing = (asOf: string): Contribution[] =>
  members
    .filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > asOf)
    .flatMap(({ companyId: company, atLeastHalf: answeredAtLeastHalf, ...one }) => {
      const { industry, region, size, holding, batch, joinedOn } = one;
      const given = { company, holding, batch, industry, region, size, joinedOn };
      return one.releases
        .filter(({ on }) => on <= asOf)
        .slice(-1)
        .map(({ overall }) => ({ ...given, overall, answeredAtLeastHalf }));
    });

let year: Publication[];
let otherKeys: Publication[][];
beforeAll(async () => {
  const solver = await openSolver();
  const patterns = new Map();
  const published = (key: string) => {
    let previous: Aggregate['previous'] = null;
    return quarters.map(({ period, asOf }) => {
      const input = { period, lattice, key, asOf, contributions: standing(asOf), previous };
      const one = publish(input, solver, patterns);
      previous = { cells: one.cells, state: one.state };
      return one;
    });
  };
  year = published('0a'.repeat(32));
  otherKeys = ['17', '5c', '9b', 'e4'].map((byte) => published(byte.repeat(32)));
});

const fired = ({ report }: Publication) => report.rules.map(({ rule }) => rule);
const hiddenBy = ({ report }: Publication, rule: (typeof RULES)[number]) =>
  report.rules.find((one) => one.rule === rule)?.cells ?? [];
const cell = ({ cells }: Publication, id: string) => cells.find((one) => one.id === id);

const inTotal = ({ state }: Publication) => Object.keys(state.cells['total']?.members ?? {}).length;

test('they are 240 invented companies, the same ones at every call', () => {
  expect(members).toHaveLength(240);
  expect(demoMembers(quarters)).toEqual(members);
  for (const one of ['companyId', 'name'] as const)
    expect(new Set(members.map((member) => member[one])).size).toBe(240);
  expect(members.filter(({ name }) => !/^見本\p{Script=Hiragana}+/u.test(name))).toEqual([]);
});

test('every cohort stands in groups that there are, as many in each dimension', () => {
  for (const cohort of COHORTS) {
    const sums = DIMENSIONS.map((dimension) =>
      Object.values(cohort[dimension]).reduce((sum, count) => sum + count, 0),
    );
    expect(new Set(sums).size).toBe(1);
    for (const dimension of DIMENSIONS)
      expect(lattice[dimension]).toEqual(expect.arrayContaining(Object.keys(cohort[dimension])));
  }
});

test('nobody releases before joining or after withdrawing, and each release tells something new', () => {
  const wrong = members.filter(
    ({ joinedOn, releases, withdrawnOn }) =>
      releases.some(({ on }) => on <= joinedOn || on >= (withdrawnOn ?? '9999')) ||
      releases.some(({ on, overall }, at) => {
        const before = releases[at - 1];
        return before !== undefined && (before.on >= on || before.overall === overall);
      }),
  );
  expect(wrong).toEqual([]);
});

test('which rules fire in which quarter', () => {
  expect(year.map(fired)).toEqual([
    ['few-or-alike', 'pooled', 'pairs-need-200'],
    ['few-or-alike', 'pooled', 'pairs-need-200', 'ten-changes'],
    ['few-or-alike', 'pooled', 'pairs-need-200', 'ten-changes'],
    ['few-or-alike', 'pooled', 'complementary', 'ten-apart', 'ten-changes'],
  ]);
  expect(new Set(year.flatMap(fired))).toEqual(new Set(RULES));
  // Another installation has another key, and shows the same.
  for (const other of otherKeys) expect(other.map(fired)).toEqual(year.map(fired));
});

test('a word, shares, a number alone and nothing: each is seen in the newest quarter, of old and of new', () => {
  for (const one of [year, ...otherKeys]) {
    const [, , , newest] = one;
    const told = (newest?.cells ?? []).map(({ word, shares, status, carried }) =>
      [word ? 'word' : shares ? 'shares' : status, ...(carried ? ['as before'] : [])].join(' '),
    );
    expect([...new Set(told)].toSorted()).toEqual(
      expect.arrayContaining([
        'count-only',
        'count-only as before',
        'hidden',
        'shares',
        'word',
        'word as before',
      ]),
    );
  }
});

test('what is seen of whom', () => {
  const [first, second, third, newest] = year;
  if (!first || !second || !third || !newest) throw new Error('Four quarters.');
  // The total goes up, and stands still where too few have changed.
  expect(year.map((one) => cell(one, 'total'))).toMatchObject([
    { n: '100-199', shares: { low: 50, mid: 30, high: 20 }, carried: false },
    { n: '100-199', shares: { low: 40, mid: 30, high: 30 }, carried: false },
    { n: '100-199', shares: { low: 40, mid: 30, high: 30 }, carried: true },
    { n: '200+', shares: { low: 30, mid: 40, high: 30 }, carried: false },
  ]);
  // A small group is told with the others that are small.
  expect(hiddenBy(newest, 'pooled')).toContain('region:hokkaido');
  expect(cell(newest, 'region:other')).toMatchObject({ status: 'published', n: '20-49' });
  // Makers of software are alike.
  expect(hiddenBy(second, 'few-or-alike')).toContain('industry:software');
  // Of two groups together only what is large enough, not worked out from others, and ten apart.
  expect(cell(newest, 'region:kanto/size:below-50')).toMatchObject({ n: '50-99', word: 'mixed' });
  expect(hiddenBy(newest, 'complementary')).toEqual(['region:kanto/size:from-50']);
  expect(hiddenBy(newest, 'ten-apart')).toEqual(['industry:transport/region:chubu']);
});

test('who does not count is among the members', () => {
  expect(year.map(inTotal)).toEqual([122, 164, 164, 216]);
  const asOf = quarters.at(-1)?.asOf ?? '';
  const stands = standing(asOf);
  const late = stands.filter(({ joinedOn }) => daysBetween(joinedOn, asOf) < 30);
  const sharing = (key: 'holding' | 'batch') =>
    stands.length - new Set(stands.map((one) => one[key])).size;
  expect({
    withoutRelease: members.filter(({ releases }) => releases.length === 0).length,
    withdrawn: members.filter(({ withdrawnOn }) => withdrawnOn !== null).length,
    lessThanHalf: stands.filter(({ answeredAtLeastHalf }) => !answeredAtLeastHalf).length,
    lessThanThirtyDays: late.length,
    oneHolding: sharing('holding'),
    oneBatch: sharing('batch'),
  }).toEqual({
    withoutRelease: 4,
    withdrawn: 4,
    lessThanHalf: 5,
    lessThanThirtyDays: 5,
    oneHolding: 3,
    oneBatch: 3,
  });
});

test('from quarter to quarter some move up, fewer down', () => {
  const steps = members.flatMap(({ releases }) =>
    releases.slice(1).map(({ overall }, at) => {
      const before = releases[at]?.overall ?? overall;
      return BANDS.indexOf(overall) - BANDS.indexOf(before);
    }),
  );
  const [up, down] = [1, -1].map((by) => steps.filter((step) => step === by).length);
  expect(up).toBeGreaterThan(3 * (down ?? 0));
  expect(down).toBeGreaterThan(0);
});
