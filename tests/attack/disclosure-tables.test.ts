import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '#assessments/disclosure.ts';
import { suppressed } from '#assessments/disclosure/complementary.ts';
import { BANDS, type Contribution } from '#assessments/disclosure/contribution.ts';
import { openSolver, type Solver } from '#assessments/plan/solver.ts';
import {
  countAt,
  rangeOf,
  triedRangeOf,
  type Counts,
  type Pattern,
  type Place,
  type Range,
} from './suppression-oracle.ts';
import { TABLES } from './suppression-tables.ts';

// SDC-12 of security.md 5.4 asks for a cross-check against sdcTable or τ-ARGUS. It is not that: neither is a
// package where this is built and tested, so there are no golden files of theirs and no comparison with their
// choices. What stands here is an oracle of our own that shares nothing with what it checks: the greatest flow
// instead of linear programmes, itself checked against trying every table. It says whether what must be hidden
// is (below ten, and whatever else would tell a hidden count to five or to three tenths of it), for twenty fixed
// tables, each by itself. It does not say that little is hidden, nor what several tables tell together.

const LEAST_COUNTED = 10;
const isSmall = (count: number) => count < LEAST_COUNTED;
const isWide = ([low, high]: Range, count: number) =>
  high - low >= 5 && (high - low) * 10 >= count * 3;

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const cellsOf = (counts: Counts) =>
  counts.flatMap((row, r) => row.map((count, c) => ({ place: [r, c] as Place, count })));
const patternOf = (counts: Counts, isHidden: (count: number, place: Place) => boolean): Pattern =>
  counts.map((row, r) => row.map((count, c) => isHidden(count, [r, c])));
const named = (prefix: string, of: readonly unknown[]) => of.map((_, at) => `${prefix}${at}`);

/** What is hidden of a table, and how wide that is said to stay. */
function suppressedOf(counts: Counts) {
  const rows = named('r', counts);
  const columns = named('c', counts[0] ?? []);
  const count = (row: string, column: string) =>
    counts[rows.indexOf(row)]?.[columns.indexOf(column)] ?? 0;
  const { hidden, intervals } = suppressed({ rows, columns, count }, solver);
  const names = new Set(hidden.map((place) => place.join()));
  const said = new Map(
    intervals.map(({ place, interval }) => [place.join(), interval.high - interval.low]),
  );
  return {
    pattern: patternOf(counts, (_, [r, c]) => names.has(`r${r},c${c}`)),
    said: ([r, c]: Place) => said.get(`r${r},c${c}`),
  };
}

const everything = (counts: Counts) => patternOf(counts, () => true);

/** Hidden cells that somebody can tell too well, though hiding more would have prevented it. */
function toldTooWell(counts: Counts, pattern: Pattern): Place[] {
  return cellsOf(counts).flatMap(({ place, count }) => {
    if (!pattern[place[0]]?.[place[1]] || isWide(rangeOf(counts, pattern, place), count)) return [];
    return isWide(rangeOf(counts, everything(counts), place), count) ? [place] : [];
  });
}

test('there are twenty tables', () => {
  expect(new Set(TABLES.map(([name]) => name)).size).toBe(20);
});

test('of each table, what must be hidden is', () => {
  const total = { cells: 0, small: 0, hidden: 0, bySums: 0 };
  for (const [name, counts] of TABLES) {
    const { pattern, said } = suppressedOf(counts);
    const cells = cellsOf(counts);
    const small = cells.filter(({ count }) => isSmall(count));
    const hidden = cells.filter(({ place: [r, c] }) => pattern[r]?.[c]);
    expect([name, small.filter((one) => !hidden.includes(one))]).toEqual([name, []]);
    expect([name, toldTooWell(counts, pattern)]).toEqual([name, []]);
    const ranges = hidden.map(({ place, count }) => {
      const range = rangeOf(counts, pattern, place);
      return { place, range, count, wide: range[1] - range[0] };
    });
    // What the report says of a cell may have been found before more was hidden: it never says too much.
    const promised = ranges.filter(({ place, wide }) => (said(place) ?? Infinity) > wide);
    expect([name, promised]).toEqual([name, []]);
    total.cells += cells.length;
    total.small += small.length;
    total.hidden += hidden.length;
    total.bySums += ranges.filter(({ range, count }) => !isWide(range, count)).length;
  }
  console.log(
    `SDC-12: ${TABLES.length} tables, ${total.cells} cells, ${total.small} below ten, ${total.hidden} hidden; ` +
      `${total.bySums} of these are told by the sums alone, whatever is hidden; no other is told too well.`,
  );
});

/** An association whose members stand in the cells of the table, of three sizes in turn. */
function published(counts: Counts) {
  const lattice = {
    association: 'association',
    industry: named('i', counts),
    region: named('r', counts[0] ?? []),
    size: ['s0', 's1', 's2'],
  };
  const members = cellsOf(counts).flatMap(({ place: [r, c], count }) =>
    Array.from({ length: count }, () => ({ industry: `i${r}`, region: `r${c}` })),
  );
  const contributions = members.map((where, at): Contribution => ({
    ...where,
    company: `company ${at}`,
    holding: `holding ${at}`,
    batch: `batch ${at}`,
    size: `s${at % 3}`,
    overall: BANDS[at % 3] ?? 'low',
    joinedOn: '2026-01-01',
    answeredAtLeastHalf: true,
  }));
  const given = { period: '2027-Q1', key: '5c'.repeat(32), asOf: '2027-03-31', previous: null };
  const { cells } = publish({ ...given, lattice, contributions }, solver);
  const status = new Map(cells.map((cell) => [cell.id, cell.status]));
  const tables = (
    [
      ['industry', 'region'],
      ['industry', 'size'],
      ['region', 'size'],
    ] as const
  ).map(([rows, columns]) => {
    const table = lattice[rows].map((row) =>
      lattice[columns].map(
        (column) =>
          contributions.filter((one) => one[rows] === row && one[columns] === column).length,
      ),
    );
    const pattern = patternOf(table, (_, [r, c]) => {
      const id = `${rows}:${lattice[rows][r]}/${columns}:${lattice[columns][c]}`;
      return status.get(id) === 'hidden';
    });
    return { table, pattern };
  });
  return { tables, members: members.length };
}

test('what is published of associations with these tables hides at least that', () => {
  let done = 0;
  let told = 0;
  for (const [name, counts] of TABLES) {
    const { tables, members } = published(counts);
    for (const { table, pattern } of tables) {
      done += members < 200 ? 0 : 1;
      for (const { place, count } of cellsOf(table)) {
        const isHidden = pattern[place[0]]?.[place[1]];
        told += isHidden ? 0 : 1;
        expect([name, place, isHidden || (count >= LEAST_COUNTED && members >= 200)]).toEqual([
          name,
          place,
          true,
        ]);
      }
      // What is hidden for its bands alone may be counted; what is hidden for its count may not.
      const small = toldTooWell(table, pattern).filter((place) => isSmall(countAt(table, place)));
      expect([name, small]).toEqual([name, []]);
    }
  }
  console.log(`SDC-12: ${done} tables of associations of 200 and more, ${told} cells told.`);
  expect(told).toBeGreaterThan(100);
});

describe('the controls', () => {
  test('hiding what is below ten alone lets hidden counts be told', () => {
    const open = TABLES.map(([, counts]) => toldTooWell(counts, patternOf(counts, isSmall)).length);
    const cells = open.reduce((all, one) => all + one, 0);
    const tables = open.filter((count) => count > 0).length;
    console.log(
      `SDC-12, the control: ${cells} counts told in ${tables} of ${TABLES.length} tables.`,
    );
    expect(tables).toBeGreaterThan(10);
  });

  test('one cell less that is hidden is noticed where it matters', () => {
    const noticed = TABLES.flatMap(([, counts]) => {
      const { pattern } = suppressedOf(counts);
      const more = cellsOf(counts).filter(
        ({ place: [r, c], count }) => pattern[r]?.[c] && !isSmall(count),
      );
      return more.map(({ place: [row, column] }) => {
        const less = patternOf(
          counts,
          (_, [r, c]) => (pattern[r]?.[c] ?? false) && !(r === row && c === column),
        );
        return toldTooWell(counts, less).length > 0;
      });
    });
    expect(noticed.filter(Boolean).length / noticed.length).toBeGreaterThan(0.5);
  });

  test('the oracle finds what trying every table finds', () => {
    const small: Counts[] = [
      [
        [3, 1],
        [2, 4],
      ],
      [
        [0, 2, 5],
        [4, 1, 3],
      ],
      [
        [1, 0, 2],
        [3, 2, 0],
        [0, 4, 1],
      ],
      [
        [2, 2, 0],
        [0, 3, 3],
        [5, 0, 1],
      ],
    ];
    let compared = 0;
    for (const counts of small) {
      const cells = cellsOf(counts);
      for (let mask = 1; mask < 2 ** cells.length; mask += 1) {
        const width = counts[0]?.length ?? 0;
        const pattern = patternOf(counts, (_, [r, c]) => (mask & (1 << (r * width + c))) !== 0);
        for (const { place } of cells.filter(({ place: [r, c] }) => pattern[r]?.[c])) {
          compared += 1;
          expect(rangeOf(counts, pattern, place)).toEqual(triedRangeOf(counts, pattern, place));
        }
      }
    }
    console.log(`SDC-12: ${compared} ranges of the oracle are those of trying every table.`);
  });
});
