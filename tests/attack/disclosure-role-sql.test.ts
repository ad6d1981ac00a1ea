import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, attemptsAt, type Allowed } from './attempting.ts';
import { readCatalog } from './catalog.ts';
import {
  attackFrom,
  openFuzzWorld,
  opener,
  urlOf,
  type FuzzWorld,
  type Inside,
  type Login,
} from './isolating.ts';
import { CANARY } from './plant.ts';
import { isFull, seedOf } from './random.ts';

// SDC-10 of security.md 5.4, in SQL: whoever can run any statement as one of the two logins of the association's
// view, with a capability of their own or without one, sees no row of a company and changes none. What `agg` is
// given to compute from is no canary here; everything else is.

const seed = seedOf(20_261_127);
const counted = (full: number) => (isFull ? full : full / 50);

type Within = Inside | 'nothing';
interface Attacked {
  login: Login;
  /** With which capability, and how many statements of the fuzz. */
  within: readonly (readonly [inside: Within, count: number])[];
  /** Columns whose values the login is given by its functions. */
  given: readonly string[];
  /** All that is not refused. */
  may: readonly string[];
}

const columns = (table: string, names: readonly string[]) =>
  names.map((name) => `${table}.${name}`);
const LOGINS: readonly Attacked[] = [
  {
    login: 'app_assoc',
    within: [
      ['association', 40_000],
      ['company', 40_000],
      ['nothing', 20_000],
    ],
    given: [],
    may: [
      'select assoc.published_cell',
      'select assoc.published_period',
      'call ctx.association',
      'call ctx.company',
      'call ctx.joined_associations',
      'call ctx.open',
      'call ctx.open_association',
    ],
  },
  {
    login: 'agg',
    within: [
      ['association', 50_000],
      ['nothing', 50_000],
    ],
    given: [
      ...columns('assoc.contribution', ['edition_id', 'industry', 'region', 'size', 'overall']),
      ...columns('assoc.contribution', ['holding', 'batch', 'at_least_half']),
      ...columns('assoc.draft', ['period', 'as_of', 'cells', 'state']),
      ...columns('ctx.association_company', ['joined_at']),
    ],
    may: [
      'call assoc.before',
      'call assoc.contributions',
      'call assoc.put_draft',
      'call assoc.waiting',
    ],
  },
];

const namesOf = (allowed: readonly Allowed[]) => [
  ...new Set(allowed.map(({ verb, object }) => `${verb} ${object}`)),
];
const canariesIn = (allowed: readonly Allowed[]) =>
  allowed.filter(({ answer }) => CANARY.test(answer)).map(({ text }) => text);

describe.each(LOGINS.map((one) => [one.login, one] as const))('as %s', (login, attacked) => {
  let world: FuzzWorld;
  beforeAll(async () => {
    world = await openFuzzWorld(attacked.given);
  });
  afterAll(() => world.close());

  /** Everything in the catalog, tried by the login. */
  async function tried(inside: Within): Promise<{ allowed: Allowed[]; count: number }> {
    const everything = await readCatalog(world.superuser, world.superuser.user);
    const { own, foreign, owner } = world;
    const attempts = attemptsAt(everything, {
      uuids: [own, ...foreign].flatMap((ids) => Object.values(ids)),
      texts: [owner.contextDigest, '~'],
    });
    const { capability, close } = await opener(world, inside, login);
    const allowed = await attempt(urlOf(world, login), attempts, await capability());
    await close();
    return { allowed, count: attempts.length };
  }

  test.each(attacked.within)(
    'with a capability of %s every table, column and function is refused but those of the list',
    async (inside) => {
      const { allowed, count } = await tried(inside);
      expect(namesOf(allowed).toSorted()).toEqual(attacked.may.toSorted());
      expect(canariesIn(allowed)).toEqual([]);
      const read = allowed.filter(({ text }) => text.startsWith('table '));
      // Its own are there, so that the capability was one; without it there are none.
      for (const { rows, answer } of read) {
        expect(rows).toBe(inside === 'nothing' ? 0 : 2);
        expect(answer.includes(world.own.association_id)).toBe(inside !== 'nothing');
      }
      // The aggregating role is handed which companies released something, and nobody else is.
      const companies = world.foreign.map((ids) => ids.company_id);
      const isHanded = allowed.some(({ answer }) => companies.some((id) => answer.includes(id)));
      expect(isHanded).toBe(login === 'agg');
      console.log(
        `SDC-10 as ${login}, ${inside}: ${count} statements, ${count - allowed.length} refused, no canary.`,
      );
    },
  );

  test.each(attacked.within)(
    'arbitrary SQL with a capability of %s sees no canary and changes no row',
    async (inside, count) => {
      const began = performance.now();
      const report = await attackFrom(world, inside, {
        count: counted(count),
        seed: seed + 7 * attacked.within.findIndex(([one]) => one === inside),
        login,
      });
      const perSecond = Math.round(report.statements / ((performance.now() - began) / 1000));
      console.log(
        `SDC-10 fuzz as ${login}, ${inside} (seed ${seed}): ${report.statements} statements ` +
          `(${JSON.stringify(report.kinds)}, ${report.executed} executed, ${report.malformed} malformed), ` +
          `${report.hits.length} canaries, ${report.changed.length} changes, ${perSecond}/s`,
      );
      expect(report.hits).toEqual([]);
      expect(report.changed).toEqual([]);
      // The others were refused for want of a right; nearly none because it was no SQL.
      expect(report.executed / report.statements).toBeGreaterThan(0.05);
      expect(report.malformed / report.statements).toBeLessThan(0.02);
    },
  );

  test('the same statements as superuser see canaries (the control)', async () => {
    const report = await attackFrom(world, 'association', {
      count: 300,
      seed,
      login,
      asSuperuser: true,
    });
    console.log(`SDC-10, the control as superuser: ${report.hits.length} canaries in 300.`);
    expect(report.hits.length).toBeGreaterThan(40);
  });

  test('one right more is found by both attacks, what is seen and what is changed (the control)', async () => {
    const [column, table] = ['released_by_name', 'assoc.contribution'];
    await world.superuser.query(`grant select (${column}) on ${table} to ${login}`);
    const { allowed } = await tried('nothing');
    expect(namesOf(allowed)).toContain(`select ${table}`);
    expect(canariesIn(allowed)).toContain(`select "${column}" from ${table}`);
    await world.superuser.query(`grant select, update, delete on ${table} to ${login}`);
    const { hits, changed } = await attackFrom(world, 'nothing', { count: 4_000, seed, login });
    expect(hits.length).toBeGreaterThan(0);
    expect(changed.join()).toContain(table);
    await world.superuser.query(`revoke all on ${table} from ${login}`);
    expect(namesOf((await tried('nothing')).allowed).toSorted()).toEqual(attacked.may.toSorted());
  });
});
