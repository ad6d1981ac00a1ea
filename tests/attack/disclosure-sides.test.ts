import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { RANGES } from '#assessments/disclosure/counted-range.ts';
import { cellsOf } from '#assessments/disclosure/lattice.ts';
import { RULES, type Publication } from '#assessments/disclosure/publication.ts';
import { figures } from '#app/messages/figures.ts';
import { file, run } from '../cli/run.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import type { Answer } from '../setup/visitor.ts';
import {
  lattice,
  openPlaces,
  requestsFor,
  sizeOf,
  stateOf,
  unlike,
  type Ask,
  type Place,
  type Request,
} from './hidden-places.ts';
import {
  ALIKE,
  FEW,
  FEW_PAIRED,
  FOLLOWING,
  HIDDEN_CASES,
  TOLD,
  type HiddenCase,
} from './hidden-worlds.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { isFull } from './random.ts';
import { inTurns, spread } from './timing.ts';

// SDC-9 of security.md 5.4: a hidden cell that is empty and one that is full answer alike: in status, headers
// and bytes, and in the full run in time. The page with the report to the officers names the rules that fired, too
// few and too much alike as one; which rules fire can differ between two such worlds, and does not in these.

const SAMPLES = isFull ? 2_000 : 20;
/** Times are compared in the full run alone: a busy machine would decide otherwise. */
const LEVEL = isFull ? 0.001 : 0;

let app: App;
let places: Awaited<ReturnType<typeof openPlaces>>;
beforeAll(async () => {
  app = await openApp();
  places = await openPlaces(app, [...HIDDEN_CASES, TOLD]);
});
afterAll(async () => {
  places.close();
  await app.close();
});

const IDS = cellsOf(lattice).map(({ id }) => id);
const idIn = (line: string) => line.split(',')[3] ?? '';
const counted = ({ rules }: Publication['report']) =>
  rules.map(({ rule, cells }) => [rule, cells.length]);

/** The rows of the cells in the tables that can be opened, in their order; heads and the trend are others. */
const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<details\b.*?<\/details>/gs)]
    .flatMap(([table]) => [...table.matchAll(/<tr\b.*?<\/tr>/gs)])
    .map(([row]) => row)
    .filter((row) => row.includes('<td'))
    .slice(0, IDS.length);

const withoutName = (row: string) => row.replace(/<th\b.*?<\/th>/, '');

describe.each(HIDDEN_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
  test('what is told is the same, though what is hidden is not', () => {
    const all = places.of(one);
    const sizes = all.map((place) => sizeOf(place, one.cell));
    expect(sizes).toEqual(one.worlds.map(({ within }) => within));
    expect(new Set(sizes).size).toBe(all.length);
    const [empty, ...others] = all.map(({ publications }) => publications);
    for (const [at, first] of (empty ?? []).entries())
      for (const other of others) {
        expect(canonicalJson(other[at]?.cells)).toBe(canonicalJson(first.cells));
        expect(other[at] && counted(other[at].report)).toEqual(counted(first.report));
      }
  });

  test('every request is answered alike, to the byte', async () => {
    const requests = requestsFor(one.cell);
    expect(await unlike(places.of(one), requests, places.ask)).toEqual([]);
    console.log(`SDC-9, ${name}: ${requests.length} requests, ${one.worlds.length} associations.`);
  });

  test('the cell stands in its place with the words of every hidden one', async () => {
    const at = IDS.indexOf(one.cell);
    for (const place of places.of(one)) {
      const csv = await places.ask(place, { page: 'figures.csv' });
      const lines = csv.text.trimEnd().split('\r\n').slice(1);
      expect(lines.map(idIn)).toEqual(IDS);
      expect(lines[at]?.split(',').slice(7).join()).toBe('hidden,,,,,,,,false');
      const rows = rowsOf((await places.ask(place, { page: 'figures?pairs=all' })).text);
      expect(plain(rows[at] ?? '')).toContain(figures.ja.hidden);
      const hidden = rows.filter((row) => row.includes(figures.ja.hidden));
      expect(new Set(hidden.map(withoutName)).size).toBe(1);
      expect(hidden.length).toBe(lines.filter((line) => line.includes(',hidden,')).length);
    }
  });

  test('`aggregate` prints the same of its cells', async () => {
    const printed: unknown[] = [];
    for (const { contributions } of one.worlds.slice(0, 2)) {
      const given = { period: '2026-Q1', lattice, key: 'ab'.repeat(32), asOf: '2026-03-31' };
      const input = JSON.stringify({ ...given, contributions, previous: null });
      const { code, out } = await run('aggregate', file(input));
      expect(code).toBe(0);
      printed.push(/"cells":\[.*?\],"period"/.exec(out.join('\n'))?.[0]);
    }
    expect(printed[0]).toContain(one.cell);
    expect(printed[1]).toBe(printed[0]);
  });
});

test('no answer may be kept on the way, and no cell has an address of its own', async () => {
  const [place] = places.of(FEW);
  if (!place) throw new Error('There is no place.');
  for (const request of requestsFor(place.cell)) {
    const { headers } = await places.ask(place, request);
    const { etag, 'last-modified': modified, 'cache-control': cached } = headers;
    expect([request.page, cached, etag, modified]).toEqual([
      request.page,
      'no-store',
      undefined,
      undefined,
    ]);
  }
  const newest = await places.ask(place, { page: 'figures.csv' });
  for (const cell of [place.cell, 'industry:machining', 'industry:nowhere']) {
    for (const page of [`figures/${cell}`, `figures.csv/${cell}`])
      expect((await places.ask(place, { page })).status).toBe(404);
    // What is no quarter that was published shows the newest.
    const asked = await places.ask(place, { page: `figures.csv?period=${cell}` });
    expect([asked.status, asked.text]).toEqual([200, newest.text]);
  }
});

test('the report to the officers has rules, cells and ranges, and no count', () => {
  const names = ['rules', 'rule', 'cells', 'cell', 'intervals', 'open', '0-4', '5-9'];
  const known = new Set<string>([...names, ...RULES, ...RANGES, ...IDS]);
  for (const { report } of places.all().flatMap(({ publications }) => publications)) {
    const text = canonicalJson(report);
    const words = [...text.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
    expect(words.filter((word) => !known.has(word))).toEqual([]);
    expect(text.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\d/);
  }
});

const emptyAndFull = (one: HiddenCase): readonly [Place, Place] => {
  const [empty, full] = [places.of(one)[0], places.of(one).at(-1)];
  if (!empty || !full) throw new Error('Two associations are compared.');
  return [empty, full];
};

/** How probable times as different as these are where both take alike. */
async function timed(what: string, one: HiddenCase, ask: (place: Place) => Promise<unknown>) {
  const [empty, full] = emptyAndFull(one);
  const times = await inTurns(SAMPLES, [() => ask(empty), () => ask(full)]);
  const { distance, probability } = kolmogorovSmirnov(...times);
  console.log(
    `SDC-9 ${what} (${one.name}): D ${distance.toFixed(3)}, p ${probability.toFixed(3)}, ` +
      `empty ${spread(times[0])} ms, full ${spread(times[1])} ms`,
  );
  return probability;
}

const WAYS: [string, HiddenCase][] = [
  ['figures', FEW],
  ['figures.csv', FEW],
  ['publications', FEW],
  ['figures', FOLLOWING],
  ['figures.csv', FOLLOWING],
];
test.each(WAYS)(
  `%s takes alike (${SAMPLES} times each; judged in the full run)`,
  async (page, one) => {
    const probability = await timed(page, one, (place) => places.ask(place, { page }));
    expect(probability).toBeGreaterThanOrEqual(LEVEL);
  },
);

const CSV: Request = { page: 'figures.csv' };
const ruleOf = ({ publications }: Place, cell: string) =>
  publications.at(-1)?.report.rules.find(({ cells }) => cells.includes(cell))?.rule ?? '';
const withLines = (answer: Answer, change: (lines: string[]) => string[]): Answer => ({
  ...answer,
  text: change(answer.text.split('\r\n')).join('\r\n'),
});

/** Answers as they could be written, too: each is found where the true one is alike. */
const LEAKS: [string, HiddenCase, (answer: Answer, place: Place) => Answer][] = [
  [
    'leaves out empty rows',
    FEW,
    (answer, place) =>
      withLines(answer, (lines) => lines.filter((line) => sizeOf(place, idIn(line)) > 0)),
  ],
  [
    'says why a row is hidden',
    ALIKE,
    (answer, place) =>
      withLines(answer, (lines) => lines.map((line) => `${line},${ruleOf(place, idIn(line))}`)),
  ],
  [
    'puts the rows in the order of their sizes',
    FEW_PAIRED,
    (answer, place) =>
      withLines(answer, (lines) =>
        lines.toSorted((a, b) => sizeOf(place, idIn(a)) - sizeOf(place, idIn(b))),
      ),
  ],
  [
    'draws a bar as long as the count',
    FOLLOWING,
    (answer, place) =>
      withLines(answer, (lines) =>
        lines.map((line) => `${line}<rect width="${sizeOf(place, idIn(line))}"/>`),
      ),
  ],
  [
    'has an ETag of all that it was computed from',
    FEW,
    (answer, place) => {
      const etag = createHash('sha256')
        .update(canonicalJson(stateOf(place)))
        .digest('hex');
      return { ...answer, headers: { ...answer.headers, etag } };
    },
  ],
  [
    'does not find what is empty',
    FEW,
    (answer, place) => ({ ...answer, status: sizeOf(place, place.cell) === 0 ? 404 : 200 }),
  ],
];

describe('the controls', () => {
  test.each(LEAKS)('an answer that %s is found', async (_, one, leak) => {
    const leaky: Ask = async (place, request) => leak(await places.ask(place, request), place);
    expect(await unlike(places.of(one), [CSV], leaky)).toEqual(['figures.csv']);
  });

  test('a cell of which something is told is found, on the page and in the file', async () => {
    const [empty] = emptyAndFull(FEW);
    const [told] = emptyAndFull(TOLD);
    const found = await unlike([empty, told], requestsFor(TOLD.cell), places.ask);
    for (const page of ['figures', 'figures.data', 'figures.csv']) expect(found).toContain(page);
    const { text } = await places.ask(told, CSV);
    const own = text.split('\r\n').find((line) => idIn(line) === TOLD.cell);
    expect(own?.split(',').slice(7, 9)).toEqual(['count-only', '10-19']);
  });

  test('an answer that does more for each company of a hidden cell is found by its time', async () => {
    const probability = await timed('the control', FEW, async (place) => {
      await places.ask(place, CSV);
      for (let nth = 0; nth < place.within; nth += 1) await look(place);
    });
    expect(probability).toBeLessThan(0.01);
  });
});

/** A little where it is judged by many; much where few have to show it on a busy machine. */
function look(place: Place): Promise<unknown> {
  if (!isFull) return places.ask(place, CSV);
  return app.superuser.query(
    `select state -> 'cells' -> $2 -> 'members' from assoc.draft where association_id = $1`,
    [place.association, place.cell],
  );
}
