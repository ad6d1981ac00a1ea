import type { Bilingual } from '../bilingual.ts';
import { daysBetween, type Day } from '../plan/calendar.ts';
import type { Subsidy } from '../subsidy.ts';
import type { Span } from '../worklist.ts';
import type { Programme } from './catalogue.ts';
import type { CompanyFacts } from './company.ts';
import { coverageOf, type CostItem, type ItemCoverage } from './coverage.ts';
import { judge, type Judgement } from './judgement.ts';
import { supportOf, type Support } from './money.ts';
import { factsIn, type Ground } from './rule.ts';
import {
  cautions,
  costReasons,
  freshness,
  moneyReasons,
  note,
  orderReasons,
  originOf,
  windowReasons,
  type Deadline,
  type Reason,
} from './reasons.ts';
import { isStale } from './staleness.ts';
import { TEXTS } from './texts.ts';
import { endOf, windowAt, type Window } from './window.ts';

export const VERDICTS = [
  'LIKELY',
  'NEED_INFO',
  'WINDOW_CLOSED',
  'NO_MATCHING_COST',
  'NOT_ELIGIBLE',
] as const;
export type Verdict = (typeof VERDICTS)[number];
export type Modifier = 'PREP_REQUIRED' | 'UNVERIFIED' | 'COMPETITIVE';

export interface Preparation {
  what: Bilingual;
  days: Span;
  source: string | null;
  verifiedOn: Day | null;
}

/** What one programme may mean to a company: a possibility with its reasons, never a promise. */
export interface Hint {
  programme: string;
  version: string;
  verdict: Verdict;
  modifiers: Modifier[];
  /** Yen of support; 0 for tax, advice and contracts, which never count as yen. */
  range: Span;
  /** Facts that would settle more, and those that were used; by id. */
  missing: string[];
  used: string[];
  reasons: Reason[];
  /** The actions whose costs it may cover, by id. */
  actions: string[];
  deadline?: Deadline;
  prepare: Preparation[];
}

/** What a hint was reckoned from, for packages and trade-offs. */
export interface Assessed {
  hint: Hint;
  programme: Programme;
  items: readonly ItemCoverage[];
  support: Support;
  window: Window;
  /** Whether a condition that nothing can mend fails, however fresh the rule is. */
  isOut: boolean;
  /** Facts that would settle whether and how much, by id; what is only to be prepared is no part. */
  settling: string[];
}

export interface Asked {
  facts: CompanyFacts;
  items: readonly (CostItem & { title: Bilingual; waitsForNeed: boolean })[];
  today: Day;
  industries: ReadonlyMap<string, Bilingual>;
}

/** Looks at one programme for a company and what it plans to buy. */
export function assess(programme: Programme, asked: Asked): Assessed {
  const { document } = programme;
  const { today } = asked;
  const ground: Ground = {
    facts: asked.facts,
    size: programme.size,
    deemedLarge: programme.deemedLarge,
    today,
  };
  const judgements = judge(document, ground, asked.industries);
  const covered = asked.items.map((item) => coverageOf(item, document, ground));
  const items = covered.filter(({ coverage }) => coverage === 'C' || coverage === 'Q');
  const support = supportOf(document, items, ground);
  const window = windowAt(document, `${today}T00:00:00+09:00`);
  const provenances = provenancesOf(document, items);
  const stale = provenances.filter((from) => isStale(document, from, today));
  const verdict = verdictOf(judgements, items, support, window, stale.length > 0);
  const todo = judgements.filter(
    ({ atom, value }) => atom.class === 'procedural' && value !== true,
  );
  const deadline = deadlineOf(document, window, today);
  const modifiers: Modifier[] = [
    ...(todo.some(({ atom }) => atom.prepare) ? ['PREP_REQUIRED' as const] : []),
    ...(stale.length > 0 || provenances.some(({ verifiedOn }) => verifiedOn === null)
      ? ['UNVERIFIED' as const]
      : []),
    ...(document.mode === 'competitive' ? ['COMPETITIVE' as const] : []),
  ];
  const { missing, used, settling } = factsOf(judgements, items, document, ground);
  const hint: Hint = {
    programme: document.id,
    version: document.version,
    verdict,
    modifiers,
    range: rangeOf(verdict, support),
    missing,
    used,
    reasons: reasonsOf(),
    actions: items.map(({ item }) => item.id),
    ...(deadline && { deadline }),
    prepare: todo.flatMap(({ atom }) =>
      atom.prepare ? [{ ...atom.prepare, ...originOf(atom.from) }] : [],
    ),
  };
  return { hint, programme, items, support, window, isOut: isOut(judgements), settling };

  function reasonsOf(): Reason[] {
    const titles = new Map(asked.items.map(({ id, title }) => [id, title]));
    const waiting = new Set(asked.items.flatMap((one) => (one.waitsForNeed ? [one.id] : [])));
    return [
      ...judgements.map(({ atom, value, text }): Reason => ({
        atom: atom.id,
        value: atom.class === 'duty' ? 'note' : value,
        text,
        ...originOf(atom.from),
      })),
      ...(judgements.some(({ atom }) => atom.class === 'duty')
        ? [note('DUTY', TEXTS.duties())]
        : []),
      ...costReasons(items, document, titles),
      ...orderReasons(items, document, titles),
      ...windowReasons(document, window, deadline, todo),
      ...moneyReasons(document, items, support),
      ...document.notes.map(({ text, from }): Reason => note('NOTE', text, from)),
      ...cautions(items, waiting),
      ...freshness(document, provenances, stale, today),
    ];
  }
}

const isHard = ({ atom }: Judgement) => ['status', 'purpose', 'history'].includes(atom.class);
const isOut = (judgements: readonly Judgement[]) =>
  judgements.filter(isHard).some(({ value }) => value === false);
const unique = (ids: readonly string[]) => [...new Set(ids)].sort();

function verdictOf(
  judgements: readonly Judgement[],
  items: readonly ItemCoverage[],
  { reachesFloor }: Support,
  { isOpen }: Window,
  isStale: boolean,
): Verdict {
  const hard = judgements.filter(isHard);
  const open = items.filter(({ isTooEarly }) => isTooEarly !== true);
  const fails = isOut(judgements) || (open.length > 0 && reachesFloor === false);
  if (fails && !isStale) return 'NOT_ELIGIBLE';
  if (open.length === 0) return 'NO_MATCHING_COST';
  // A stale rule may ask and inform; it neither raises hopes nor ends them.
  if (fails) return 'NEED_INFO';
  if (isOpen === false) return 'WINDOW_CLOSED';
  const isOpenQuestion =
    isOpen === 'unknown' ||
    reachesFloor === 'unknown' ||
    hard.some(({ value }) => value === 'unknown') ||
    open.every(({ coverage, isTooEarly }) => coverage !== 'C' || isTooEarly !== false);
  return isStale || isOpenQuestion ? 'NEED_INFO' : 'LIKELY';
}

/** What may be had: nothing where the company is out, and from nothing on where that is not settled. */
function rangeOf(verdict: Verdict, { range }: Support): Span {
  if (verdict === 'NOT_ELIGIBLE' || verdict === 'NO_MATCHING_COST') return { lo: 0, hi: 0 };
  return verdict === 'LIKELY' ? range : { lo: 0, hi: range.hi };
}

/** Every value on which the verdict rests. */
function provenancesOf(
  { atoms, money, order, rounds, until }: Subsidy,
  items: readonly ItemCoverage[],
) {
  return [
    ...atoms.map(({ from }) => from),
    ...items.flatMap(({ rows }) => rows.map(({ from }) => from)),
    ...money.rates.map(({ from }) => from),
    ...money.caps.map(({ from }) => from),
    order.from,
    ...rounds.map(({ from }) => from),
    ...(until ? [until.from] : []),
  ];
}

function factsOf(
  judgements: readonly Judgement[],
  items: readonly ItemCoverage[],
  { money }: Subsidy,
  ground: Ground,
) {
  const variants = [...money.rates, ...money.caps].flatMap(({ when }) => (when ? [when] : []));
  const conditions = items.flatMap(({ rows }) =>
    rows.flatMap(({ condition }) => condition?.rule ?? []),
  );
  const asked =
    items.length > 0 ? [...variants, ...conditions].flatMap((rule) => factsIn(rule, ground)) : [];
  const isKnown = (id: string) => ground.facts[id] !== undefined;
  const open = asked.filter((id) => !isKnown(id));
  const missing = [...judgements.flatMap((one) => one.missing), ...open];
  const settling = [...judgements.filter(isHard).flatMap((one) => one.missing), ...open];
  const used = [...judgements.flatMap((one) => one.used), ...asked.filter(isKnown)];
  return { missing: unique(missing), used: unique(used), settling: unique(settling) };
}

function deadlineOf(
  { until }: Subsidy,
  { isOpen, round }: Window,
  today: Day,
): Deadline | undefined {
  const what = { ja: '申請の締切', en: 'Deadline of the application' };
  const first = round?.extraDeadlines
    ?.toSorted((a, b) => endOf(a.at) - endOf(b.at))
    .find(({ at }) => at.slice(0, 10) >= today);
  const next =
    first ?? (round ? { at: round.closesAt, what } : isOpen === true ? until : undefined);
  if (!next) return undefined;
  return { at: next.at, what: next.what, daysLeft: daysBetween(today, next.at.slice(0, 10)) };
}
