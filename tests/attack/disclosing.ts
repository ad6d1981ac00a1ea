import { publish } from '#assessments/disclosure.ts';
import { toldOf, type Counts } from '#assessments/disclosure/coarse.ts';
import type { Patterns } from '#assessments/disclosure/complementary.ts';
import { BANDS, type Band, type Contribution } from '#assessments/disclosure/contribution.ts';
import { DEVIATIONS, keyed } from '#assessments/disclosure/keyed.ts';
import { cellsOf, type Cell, type Lattice } from '#assessments/disclosure/lattice.ts';
import type { Aggregate, Publication, PublishedCell } from '#assessments/disclosure/publication.ts';
import type { CellState } from '#assessments/disclosure/refresh.ts';
import type { Solver } from '#assessments/plan/solver.ts';
import type { Random } from './random.ts';

// The attacker of the association's view: knows every member's attributes, every band but one, who changed
// and when, and all of the algorithm; not the key.

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);
export const lattice: Lattice = {
  association: 'association',
  industry: names('i', 10),
  region: names('r', 8),
  size: names('s', 3),
};
const byId = new Map(cellsOf(lattice).map((cell) => [cell.id, cell]));

/** Members of an association: small groups and large ones, and bands by chances of their own. */
export function membersOf(count: number, random: Random): Contribution[] {
  const [low, mid] = [random.below(100), random.below(100)].toSorted((a, b) => a - b);
  const band = (): Band => {
    const at = random.below(100);
    if (at < (low ?? 0)) return 'low';
    return at < (mid ?? 0) ? 'mid' : 'high';
  };
  const skewed = (of: readonly string[]) =>
    of[Math.min(random.below(of.length), random.below(of.length))] ?? '';
  return Array.from({ length: count }, (_, at) => ({
    company: `company ${at}`,
    holding: `holding ${at}`,
    batch: `batch ${at}`,
    industry: skewed(lattice.industry),
    region: skewed(lattice.region),
    size: random.pick(lattice.size),
    overall: band(),
    joinedOn: '2026-01-01',
    answeredAtLeastHalf: true,
  }));
}

/** What is published in a quarter, with the key, by which a test says who is meant in the state. */
export type Published = Publication & { key: string };
export type Publishing = (contributions: readonly Contribution[]) => Published;

/** Publishes quarter after quarter, under one key. */
export function publisher(solver: Solver, key: string, patterns: Patterns = new Map()): Publishing {
  let previous: Aggregate['previous'] = null;
  let quarter = 0;
  return (contributions) => {
    const period = `${2027 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
    quarter += 1;
    const asOf = '2027-12-31';
    const input = { period, lattice, key, asOf, contributions: [...contributions], previous };
    const published = publish(input, solver, patterns);
    previous = { cells: published.cells, state: published.state };
    return { ...published, key };
  };
}

/** The weakened way: every quarter anew, with fresh noise. */
export function liveView(solver: Solver, random: Random, patterns?: Patterns): Publishing {
  return (contributions) => publisher(solver, randomKey(random), patterns)(contributions);
}

export const randomKey = (random: Random): string =>
  Array.from({ length: 64 }, () => random.below(16).toString(16)).join('');

const cached = new Map<string, ReadonlyMap<string, number>>();

/** With which chance a cell tells what, for somebody who knows its counts and not the key. */
function chancesOf({ kind }: Cell, counts: Counts): ReadonlyMap<string, number> {
  const id = `${kind} ${counts.low} ${counts.mid} ${counts.high}`;
  const known = cached.get(id);
  if (known) return known;
  const n = counts.low + counts.mid + counts.high;
  const chances = new Map<string, number>();
  for (const [low, p] of DEVIATIONS)
    for (const [mid, q] of DEVIATIONS)
      for (const [high, r] of DEVIATIONS) {
        const noisy = { low: counts.low + low, mid: counts.mid + mid, high: counts.high + high };
        const floored = {
          low: Math.max(0, noisy.low),
          mid: Math.max(0, noisy.mid),
          high: Math.max(0, noisy.high),
        };
        const told = textOf(toldOf({ kind }, n, floored));
        chances.set(told, (chances.get(told) ?? 0) + (p * q * r) / 1_000_000);
      }
  cached.set(id, chances);
  return chances;
}

function textOf(told: object): string {
  const { status, word, shares }: Partial<PublishedCell> = told;
  return JSON.stringify([status, word ?? null, shares ?? null]);
}

/** What two publications tell of which of two bands a company is in now: log odds of the first. */
export function evidenceFor(
  [one, other]: readonly [Band, Band],
  { before, now, company }: { before: Published; now: Published; company: string },
): number {
  let odds = 0;
  const digest = keyed(now.key, lattice.association).digest(company);
  const unsaid = new Set(
    now.report.rules.flatMap(({ rule, cells }) => (rule === 'few-or-alike' ? [] : cells)),
  );
  for (const published of now.cells) {
    const state = now.state.cells[published.id];
    const cell = byId.get(published.id);
    if (!state || !cell || !(digest in state.members)) continue;
    if (state === before.state.cells[published.id] || unsaid.has(published.id)) continue;
    const told = textOf(published);
    const chance = (band: Band) => chancesOf(cell, countsOf(state, digest, band)).get(told) ?? 0;
    odds += Math.log(chance(one) || 1e-9) - Math.log(chance(other) || 1e-9);
  }
  return odds;
}

function countsOf({ members }: CellState, digest: string, band: Band): Counts {
  const counts = { low: 0, mid: 0, high: 0 };
  for (const [who, one] of Object.entries(members)) counts[who === digest ? band : one] += 1;
  return counts;
}

export interface Guessed {
  isRight: boolean;
  /** How sure the attacker was of the band that they guessed. */
  posterior: number;
  /** Quarters in which a cell with the target was computed anew. */
  draws: number;
}

const QUARTERS = 12;
const COLLUDERS = 9;
/** Of so many ways to answer, the colluders take the one that tells most. */
const THOUGHTS = 8;

/**
 * Twelve quarters: the target changes to one of the two other bands; nine colluders of its own groups answer
 * anew in every quarter, so that it tells most, and one more company; all but the target's new band is known.
 */
export function timeAttack(
  members: readonly Contribution[],
  { random, publishing }: { random: Random; publishing: (key: string) => Publishing },
): Guessed {
  const key = randomKey(random);
  const next = publishing(key);
  const all = members.map((one) => ({ ...one }));
  const [target, ...colluders] = all.slice(0, COLLUDERS + 1);
  if (!target) throw new Error('There is nobody.');
  let before = next(all);
  const others = BANDS.filter((band) => band !== target.overall);
  const [one, other] = others;
  if (!one || !other) throw new Error('There are three bands.');
  const truth = random.pick(others);
  target.overall = truth;
  let odds = 0;
  let draws = 0;
  for (let quarter = 1; quarter < QUARTERS; quarter += 1) {
    colluded(all, colluders, [one, other], random);
    change(all[COLLUDERS + 1 + random.below(Math.max(1, all.length - COLLUDERS - 1))], random);
    const now = next(all);
    const told = evidenceFor([one, other], { before, now, company: target.company });
    draws += told === 0 ? 0 : 1;
    odds += told;
    before = now;
  }
  const isRight = odds === 0 ? random.chance(0.5) : (odds > 0 ? one : other) === truth;
  return { isRight, posterior: 1 / (1 + Math.exp(-Math.abs(odds))), draws };
}

/** Colluders answer so that the total tells the two bands of the target apart best. */
function colluded(
  all: readonly Contribution[],
  colluders: readonly Contribution[],
  [one, other]: readonly [Band, Band],
  random: Random,
): void {
  const rest = all.filter((member) => !colluders.includes(member)).slice(1);
  const counts = { low: 0, mid: 0, high: 0 };
  for (const { overall } of rest) counts[overall] += 1;
  const total = { kind: 'total', id: 'total', where: {}, isPool: false } as const;
  const thoughts = Array.from({ length: THOUGHTS }, () => {
    const bands = colluders.map(({ overall }) =>
      random.pick(BANDS.filter((band) => band !== overall)),
    );
    const known = { ...counts };
    for (const band of bands) known[band] += 1;
    const [a, b] = [one, other].map((band) =>
      chancesOf(total, { ...known, [band]: known[band] + 1 }),
    );
    let apart = 0;
    for (const told of new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]))
      apart += Math.abs((a?.get(told) ?? 0) - (b?.get(told) ?? 0));
    return { bands, apart };
  });
  const best = thoughts.toSorted((x, y) => y.apart - x.apart)[0];
  for (const [at, colluder] of colluders.entries())
    colluder.overall = best?.bands[at] ?? colluder.overall;
}

function change(member: Contribution | undefined, random: Random): void {
  if (member) member.overall = random.pick(BANDS.filter((band) => band !== member.overall));
}

/** Members whose first ten share all their groups: the target and its colluders. */
export function withColluders(members: readonly Contribution[], random: Random): Contribution[] {
  const target = random.pick(members);
  const rest = members.filter((one) => one !== target);
  const { industry, region, size } = target;
  return [
    target,
    ...rest.map((one, at) => (at < COLLUDERS ? { ...one, industry, region, size } : one)),
  ];
}

/** Which bands a company may have, for some noise and some bands of all others: each with a witness. */
export function bandsPossible(
  now: Published,
  members: readonly Contribution[],
  { company, overall, industry, region, size }: Contribution,
): Band[] {
  const digest = keyed(now.key, lattice.association).digest(company);
  const isTwin = (one: Contribution) =>
    one.company !== company &&
    one.industry === industry &&
    one.region === region &&
    one.size === size;
  const isTold = (published: PublishedCell) =>
    published.status === 'published' && digest in (now.state.cells[published.id]?.members ?? {});
  return BANDS.filter((band) => {
    // The two change places: every count is what it was.
    if (band === overall || members.some((one) => isTwin(one) && one.overall === band)) return true;
    // Only this company has it: every cell could have told the same.
    return now.cells.filter(isTold).every((published) => {
      const cell = byId.get(published.id);
      const state = now.state.cells[published.id];
      return cell && state && chancesOf(cell, countsOf(state, digest, band)).has(textOf(published));
    });
  });
}

/** How many companies each two told sets do not share. */
export function toldPairs(now: Published): { ids: string; apart: number }[] {
  const sets = now.cells
    .filter(({ status }) => status !== 'hidden')
    .map(({ id }) => ({ id, members: Object.keys(now.state.cells[id]?.members ?? {}) }));
  return sets.flatMap((one, at) =>
    sets.slice(at + 1).map((other) => {
      const shared = new Set(one.members);
      const both = other.members.filter((member) => shared.has(member)).length;
      const apart = one.members.length + other.members.length - 2 * both;
      return { ids: `${one.id} ${other.id}`, apart };
    }),
  );
}

/** The weakened way that many tools have: exact counts of every cell of five and more. */
export function exactlyDisclosed(members: readonly Contribution[]): number {
  const groups = cellsOf(lattice).filter(({ isPool }) => !isPool);
  const sets = groups.map(({ where }) =>
    members.filter((one) =>
      Object.entries(where).every(([name, group]) =>
        Object.entries(one).some(([field, value]) => field === name && value === group),
      ),
    ),
  );
  const told = sets.filter(({ length }) => length >= 5);
  const disclosed = new Set<string>();
  for (const large of told)
    for (const small of told) {
      const inSmall = new Set(small.map(({ company }) => company));
      if (!small.every((one) => large.includes(one))) continue;
      const rest = large.filter(({ company }) => !inSmall.has(company));
      // The difference of two exact counts is exact: of one company, or of several that are alike.
      if (rest.length > 0 && new Set(rest.map(({ overall }) => overall)).size === 1)
        for (const { company } of rest) disclosed.add(company);
    }
  return disclosed.size;
}
