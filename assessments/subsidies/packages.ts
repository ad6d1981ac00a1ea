import type { Row, Solver, Terms } from '../plan/solver.ts';
import type { Span } from '../worklist.ts';
import type { ItemCoverage } from './coverage.ts';
import type { Assessed } from './hint.ts';
import { supportOf } from './money.ts';
import type { Ground } from './rule.ts';

/** Programmes that can be applied for together, each item given to one of them. */
export interface Package {
  kind: 'most-support' | 'least-effort';
  parts: { programme: string; items: string[]; support: Span }[];
  /** What may come back; from 0 on where anything in it is selected among applicants. */
  support: Span;
  /** Tax included: all of it is paid first. */
  cashFirst: Span;
  net: Span;
}

/** Of the most support that can be had, a package of less effort must bring at least this share. */
const WORTH_HALF = 2;

/**
 * At most two coherent packages: the most support, and the least effort that still brings half of it.
 * One item, one programme; of programmes that exclude each other one. Tax, advice and contracts are no part.
 */
export function packagesOf(
  assessed: readonly Assessed[],
  ground: Pick<Ground, 'facts' | 'today'>,
  solver: Solver,
): Package[] {
  const candidates = assessed.filter(
    ({ hint, support }) => support.range.hi > 0 && ['LIKELY', 'NEED_INFO'].includes(hint.verdict),
  );
  if (candidates.length === 0) return [];
  const model = modelOf(candidates);
  const most = solver.solve({ ...model, goal: 'max', objective: model.support });
  if (most.status !== 'optimal' || most.value < 1) return [];
  const least = solver.solve({
    ...model,
    rows: [
      ...model.rows,
      {
        terms: model.support.map(([name, factor]) => [name, factor * WORTH_HALF]),
        is: '>=',
        than: Math.floor(most.value),
      },
    ],
    goal: 'min',
    objective: model.effort,
  });
  const first = packageOf('most-support', candidates, most.values, ground);
  const second =
    least.status === 'optimal' ? packageOf('least-effort', candidates, least.values, ground) : null;
  return second === null || isSame(first, second) ? [first] : [first, second];
}

const applied = (programme: number) => `y${programme}`;
const paid = (programme: number) => `s${programme}`;
const given = (programme: number, item: number) => `x${programme}i${item}`;

function modelOf(candidates: readonly Assessed[]) {
  const rows: Row[] = [];
  const binaries: string[] = [];
  const byItem = new Map<string, Terms[number][]>();
  const byGroup = new Map<string, Terms[number][]>();
  candidates.forEach(({ programme, items, support }, p) => {
    const { exclusive, money } = programme.document;
    const rate = support.rates.at(-1) ?? { num: 0, den: 1 };
    const cap = support.caps.at(-1) ?? support.range.hi;
    binaries.push(applied(p));
    // Nothing is paid above rate × cost without tax, above the cap or below the floor.
    const costs: Terms = items.map(({ item }, i) => [
      given(p, i),
      (-10 * rate.num * item.yen.hi) / (11 * rate.den),
    ]);
    rows.push({ terms: [[paid(p), 1], ...costs], is: '<=', than: 0 });
    rows.push({
      terms: [
        [paid(p), 1],
        [applied(p), -Math.min(cap, support.range.hi)],
      ],
      is: '<=',
      than: 0,
    });
    rows.push({
      terms: [
        [paid(p), 1],
        [applied(p), -(money.floor?.yen ?? 0)],
      ],
      is: '>=',
      than: 0,
    });
    items.forEach(({ item, isTooEarly }, i) => {
      binaries.push(given(p, i));
      rows.push({
        terms: [
          [given(p, i), 1],
          [applied(p), -1],
        ],
        is: '<=',
        than: 0,
      });
      if (isTooEarly === true) rows.push({ terms: [[given(p, i), 1]], is: '=', than: 0 });
      byItem.set(item.id, [...(byItem.get(item.id) ?? []), [given(p, i), 1]]);
    });
    for (const { group, scope } of exclusive) {
      if (scope === 'applicant')
        byGroup.set(group, [...(byGroup.get(group) ?? []), [applied(p), 1]]);
    }
  });
  for (const terms of [...byItem.values(), ...byGroup.values()])
    if (terms.length > 1) rows.push({ terms, is: '<=', than: 1 });
  const support: Terms = candidates.map((_, p) => [paid(p), 1]);
  const effort: Terms = candidates.map(({ hint }, p) => [
    applied(p),
    1 + hint.prepare.reduce((sum, { days }) => sum + days.hi, 0),
  ]);
  return { rows, binaries, support, effort };
}

function packageOf(
  kind: Package['kind'],
  candidates: readonly Assessed[],
  values: ReadonlyMap<string, number>,
  { facts, today }: Pick<Ground, 'facts' | 'today'>,
): Package {
  const is = (name: string) => (values.get(name) ?? 0) > 0.5;
  const chosen = candidates.flatMap(({ programme, items }, p) => {
    const own = is(applied(p)) ? items.filter((_, i) => is(given(p, i))) : [];
    if (own.length === 0) return [];
    const { document, size, deemedLarge } = programme;
    const { range } = supportOf(document, own, { facts, today, size, deemedLarge });
    const isSure = document.mode === 'entitlement';
    return [
      {
        own,
        part: {
          programme: document.id,
          items: own.map(({ item }) => item.id),
          support: isSure ? range : { lo: 0, hi: range.hi },
        },
      },
    ];
  });
  const support = sumOf(chosen.map(({ part }) => part.support));
  const cashFirst = sumOf(
    chosen.flatMap(({ own }) => own.map(({ item }: ItemCoverage) => item.yen)),
  );
  const net = { lo: Math.max(0, cashFirst.lo - support.hi), hi: cashFirst.hi - support.lo };
  return { kind, parts: chosen.map(({ part }) => part), support, cashFirst, net };
}

function sumOf(spans: readonly Span[]): Span {
  return {
    lo: spans.reduce((sum, { lo }) => sum + lo, 0),
    hi: spans.reduce((sum, { hi }) => sum + hi, 0),
  };
}

function isSame(a: Package, b: Package): boolean {
  return JSON.stringify(a.parts) === JSON.stringify(b.parts);
}
