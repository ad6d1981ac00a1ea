import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { publish } from '#assessments/disclosure.ts';
import { BANDS, type Contribution } from '#assessments/disclosure/contribution.ts';
import type { PublishedCell } from '#assessments/disclosure/publication.ts';
import { openSolver, type Solver } from '#assessments/plan/solver.ts';
import {
  bandsPossible,
  exactlyDisclosed,
  lattice,
  liveView,
  membersOf,
  publisher,
  randomKey,
  toldPairs,
} from './disclosing.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// The attacks of security.md 5.4 on what an association is told, each beside the same attack on a weaker way.

const seed = seedOf(20_261_127);
const random = randomOf(seed);
const runs = (full: number) => Math.ceil(isFull ? full : full / 10);
const told = (cells: readonly PublishedCell[]) => cells.filter(({ status }) => status !== 'hidden');
const tells = (cells: readonly PublishedCell[]) =>
  cells.map((cell) => ({ ...cell, carried: null }));

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

describe('SDC-1: everything that is told together', () => {
  test('leaves each company two bands at least, and no two told sets closer than ten', () => {
    const counted = { companies: 0, cells: 0 };
    for (const size of [20, 30, 50, 100, 240, 500]) {
      for (let run = 0; run < runs(20); run += 1) {
        const members = membersOf(size, random);
        const published = publisher(solver, randomKey(random))(members);
        counted.cells += told(published.cells).length;
        for (const { apart, ids } of toldPairs(published))
          expect({ ids, apart: apart === 0 || apart >= 10 }).toEqual({ ids, apart: true });
        for (const member of members) {
          counted.companies += 1;
          const possible = bandsPossible(published, members, member);
          expect({ member, few: possible.length < 2 }).toEqual({ member, few: false });
        }
      }
    }
    console.log(
      `SDC-1 (seed ${seed}): ${counted.companies} companies, ${counted.cells} cells told, each with two bands left.`,
    );
  });

  test('the control: exact counts from five on disclose companies', () => {
    const disclosed = Array.from({ length: runs(20) }, () =>
      exactlyDisclosed(membersOf(50, random)),
    );
    expect(Math.max(...disclosed)).toBeGreaterThan(0);
  });
});

const target = (): Contribution => ({ ...random.pick(membersOf(1, random)), company: 'target' });
const fakes = (of: Contribution, count: number, more: (at: number) => Partial<Contribution>) =>
  Array.from({ length: count }, (_, at) => ({
    ...of,
    overall: BANDS[at % 3] ?? 'low',
    company: `fake ${at}`,
    ...more(at),
  }));
const own = (at: number) => ({ holding: `fake ${at}`, batch: `fake ${at}` });

describe('SDC-3: fakes around one company', () => {
  test.each([
    ['of one holding', () => ({ holding: 'one', batch: 'b' })],
    ['filled in at once', (at: number) => ({ ...own(at), batch: 'one' })],
    ['that joined a week ago', (at: number) => ({ ...own(at), joinedOn: '2027-12-24' })],
    ['with little answered', (at: number) => ({ ...own(at), answeredAtLeastHalf: false })],
  ])('%s lift no cell', (_, more) => {
    for (const count of [9, 10, 20, 50]) {
      const one = target();
      const published = publisher(solver, randomKey(random))([one, ...fakes(one, count, more)]);
      expect(told(published.cells)).toEqual([]);
    }
  });

  test('the control: as many companies of their own do', () => {
    const one = target();
    const published = publisher(solver, randomKey(random))([one, ...fakes(one, 20, own)]);
    expect(published.cells[0]?.status).not.toBe('hidden');
  });
});

const bandOf = (at: number, size: number, others: number) => (at < size - others ? 'low' : 'high');

test('SDC-5: where all or nearly all are in one band, that is not told', () => {
  for (const size of [20, 40, 49, 60, 120, 300])
    for (const others of [0, 1, 2])
      for (let run = 0; run < runs(50); run += 1) {
        const all = membersOf(size, random).map(
          (one, at) => ({ ...one, overall: bandOf(at, size, others) }) as const,
        );
        const { cells } = publisher(solver, randomKey(random))(all);
        for (const { status } of cells) expect(status).not.toBe('published');
      }
  // The control: the same companies in halves are told of.
  const halves = membersOf(60, random).map(
    (one, at) => ({ ...one, overall: BANDS[at % 3] ?? 'low' }) as const,
  );
  expect(publisher(solver, randomKey(random))(halves).cells[0]?.status).toBe('published');
});

const away = (all: readonly Contribution[], count: number) => all.slice(count);
const moved = (all: readonly Contribution[], count: number) =>
  all.map((one, at) => (at < count ? { ...one, industry: 'i9', region: 'r7', size: 's2' } : one));
const turned = (all: readonly Contribution[], count: number) =>
  all.map((one, at) => (at < count ? { ...one, overall: random.pick(BANDS) } : one));

describe('SDC-6 and SDC-7: up to nine that leave, join or change their group', () => {
  test.each([
    ['leave', away],
    ['change their groups', moved],
    ['change their band', turned],
  ])('%s: nothing that is told changes', (_, change) => {
    for (const size of [20, 50, 100, 240])
      for (let run = 0; run < runs(30); run += 1) {
        const next = publisher(solver, randomKey(random));
        const members = membersOf(size, random);
        const before = next(members);
        const after = next(change(members, 1 + random.below(9)));
        expect(tells(after.cells)).toEqual(tells(before.cells));
      }
  });

  test.each([
    ['leave', away],
    ['change their band', turned],
  ])('%s: the control: a live view changes', (_, change) => {
    const changes = Array.from({ length: 20 }, () => {
      const next = liveView(solver, random);
      const members = membersOf(100, random);
      const before = tells(next(members).cells);
      return canonicalJson(tells(next(change(members, 9)).cells)) !== canonicalJson(before);
    });
    expect(changes).toContain(true);
  });

  test('groups that were declared anew begin a new series', () => {
    const members = membersOf(100, random);
    const { cells, state } = publisher(solver, randomKey(random))(members);
    const other = { ...lattice, industry: [...lattice.industry.slice(1), 'new'] };
    const given = {
      period: '2027-Q2',
      key: randomKey(random),
      asOf: '2027-12-31',
      contributions: members,
      previous: { cells, state },
    };
    expect(() => publish({ ...given, lattice: other }, solver)).toThrow('new series');
  });
});

test('SDC-8: asked again and again, in whatever order, the bytes are the same', () => {
  const members = membersOf(60, random);
  const key = randomKey(random);
  const bytes = () => canonicalJson(publisher(solver, key)(shuffled(members)));
  const first = bytes();
  for (let run = 0; run < runs(10_000); run += 1) expect(bytes() === first).toBe(true);
  // The control: another key gives other bytes.
  expect(canonicalJson(publisher(solver, randomKey(random))(members))).not.toBe(first);
});

function shuffled<T>(all: readonly T[]): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(random.below(left.length), 1));
}

test('SDC-11: who has which band inside a hidden cell changes nothing told of others', () => {
  for (let run = 0; run < runs(10_000); run += 1) {
    const members = membersOf(80, random);
    const key = randomKey(random);
    const before = publisher(solver, key)(members);
    const hidden = random.pick(
      before.cells.filter(({ id, status }) => status === 'hidden' && id.includes('/')),
    );
    const isWithin = (one: Contribution) =>
      Object.entries(hidden.where).every(([name, group]) =>
        Object.entries(one).some(([field, value]) => field === name && value === group),
      );
    const within = members.filter(isWithin);
    const bands = shuffled(within.map(({ overall }) => overall));
    const after = publisher(
      solver,
      key,
    )(
      members.map((one) => (isWithin(one) ? { ...one, overall: bands.pop() ?? one.overall } : one)),
    );
    const touched = (cell: PublishedCell) =>
      Object.entries(cell.where).every(([name, group]) => {
        if (name in hidden.where)
          return (
            Object.entries(hidden.where).some(
              ([field, value]) => field === name && value === group,
            ) || group === 'other'
          );
        return true;
      });
    const others = (cells: readonly PublishedCell[]) => cells.filter((cell) => !touched(cell));
    expect(others(after.cells)).toEqual(others(before.cells));
    expect(after.cells.find(({ id }) => id === hidden.id)).toEqual(hidden);
  }
});
