import type { Bilingual } from '../bilingual.ts';
import type { Kleene } from '../kleene.ts';
import type { Day } from '../plan/calendar.ts';
import type { Subsidy } from '../subsidy.ts';
import type { ItemCoverage } from './coverage.ts';
import type { Judgement } from './judgement.ts';
import type { Support } from './money.ts';
import type { Provenance } from './provenance.ts';
import { ageDays, budgetDays, firstDayOf } from './staleness.ts';
import { listOf, TEXTS } from './texts.ts';
import type { Window } from './window.ts';

/** One sentence of a hint, with what it rests on. */
export interface Reason {
  /** The condition, or a code of its own: COST, ORDER, WINDOW, MONEY … */
  atom: string;
  /** `note`: it says something and decides nothing. */
  value: Kleene | 'note';
  text: Bilingual;
  source: string | null;
  verifiedOn: Day | null;
}

export interface Deadline {
  at: string;
  /** Whole days from today until then. */
  daysLeft: number;
  what: Bilingual;
}

/** What a sentence rests on. */
export const originOf = ({ source, verifiedOn }: Provenance) => ({
  source: source ?? null,
  verifiedOn,
});

/** A sentence that decides nothing. */
export const note = (atom: string, text: Bilingual, from: Provenance | null = null): Reason => ({
  atom,
  value: 'note',
  text,
  ...(from ? originOf(from) : { source: null, verifiedOn: null }),
});

/** One sentence for each row of the programme that covers something, naming what. */
export function costReasons(
  items: readonly ItemCoverage[],
  { names }: Subsidy,
  titles: ReadonlyMap<string, Bilingual>,
): Reason[] {
  if (items.length === 0) return [{ ...note('COST', TEXTS.costNone(names)), value: false }];
  const named = (of: readonly ItemCoverage[]) =>
    listOf(of.flatMap(({ item }) => titles.get(item.id) ?? []));
  const rows = [...new Set(items.flatMap((one) => one.rows))];
  const byRow = rows.flatMap((row): Reason[] => {
    const own = items.filter((one) => one.rows.includes(row));
    const covered = own.filter(({ coverage }) => coverage === 'C');
    if (covered.length > 0)
      return [{ ...note('COST', TEXTS.costCovered(named(covered), names), row.from), value: true }];
    if (!row.condition) return [];
    return [
      {
        ...note('COST', TEXTS.costCondition(named(own), row.condition.title), row.from),
        value: 'unknown',
      },
    ];
  });
  const partly = items.filter(
    (one) => one.coverage === 'Q' && one.rows.every(({ condition }) => !condition),
  );
  if (partly.length === 0) return byRow;
  return [...byRow, { ...note('COST', TEXTS.costPartly(named(partly))), value: 'unknown' }];
}

export function orderReasons(
  items: readonly ItemCoverage[],
  { order, names }: Subsidy,
  titles: ReadonlyMap<string, Bilingual>,
): Reason[] {
  const ordered = items.flatMap(({ item, isTooEarly }): Reason[] => {
    const title = titles.get(item.id);
    if (isTooEarly === false || !title) return [];
    return isTooEarly === true
      ? [{ ...note('ORDER', TEXTS.ordered(title, names), order.from), value: false }]
      : [{ ...note('ORDER', TEXTS.begun(title, names), order.from), value: 'unknown' }];
  });
  const isOpen = items.some(({ isTooEarly }) => isTooEarly !== true);
  if (!isOpen) return ordered;
  if (order.beforeDecision === 'excluded')
    return [...ordered, { ...note('ORDER', TEXTS.notYet(), order.from), value: 'unknown' }];
  if (order.beforeDecision === 'plan-first')
    return [...ordered, { ...note('ORDER', TEXTS.planFirst(), order.from), value: 'unknown' }];
  return ordered;
}

export function windowReasons(
  { until }: Subsidy,
  { isOpen, round, last }: Window,
  deadline: Deadline | undefined,
  todo: readonly Judgement[],
): Reason[] {
  if (isOpen === 'unknown') return [{ ...note('WINDOW', TEXTS.windowUnknown()), value: 'unknown' }];
  if (!isOpen)
    return [
      {
        ...note(
          'WINDOW',
          TEXTS.windowClosed(last?.closesAt ?? null),
          last?.from ?? until?.from ?? null,
        ),
        value: false,
      },
    ];
  if (!round) return [];
  const extra = round.extraDeadlines?.[0] ?? null;
  const needed = todo.reduce((sum, { atom }) => sum + (atom.prepare?.days.lo ?? 0), 0);
  const isTight = deadline !== undefined && needed > deadline.daysLeft;
  return [
    { ...note('WINDOW', TEXTS.deadline(round.closesAt, extra), round.from), value: true },
    ...(isTight ? [note('TIGHT', TEXTS.tight(needed, deadline.daysLeft))] : []),
  ];
}

export function moneyReasons(
  { mode, money }: Subsidy,
  items: readonly ItemCoverage[],
  { range, rates, caps, reachesFloor }: Support,
): Reason[] {
  if (mode === 'tax') return [note('TAX', TEXTS.tax())];
  if (mode === 'in_kind') return [note('IN_KIND', TEXTS.inKind())];
  if (items.length === 0) return [];
  const [rate] = money.rates;
  if (!rate) return [note('MONEY', TEXTS.noFigure())];
  if (reachesFloor !== true && money.floor)
    return [
      { ...note('FLOOR', TEXTS.floorNot(money.floor.yen), money.floor.from), value: reachesFloor },
    ];
  const ratios = [...new Set(rates.map(({ num, den }) => `${num}/${den}`))];
  return [
    note(
      'MONEY',
      TEXTS.money(range, ratios, caps.at(-1) ?? null, mode === 'competitive'),
      rate.from,
    ),
  ];
}

/** Items whose papers describe the protected place. */
const DRAWN = ['FAC', 'NSG', 'SRV'];

export function cautions(items: readonly ItemCoverage[], waiting: ReadonlySet<string>): Reason[] {
  const isDrawn = items.some(({ item }) => item.categories.some((each) => DRAWN.includes(each)));
  return [
    ...(isDrawn ? [note('DRAWINGS', TEXTS.drawings())] : []),
    ...(items.some(({ item }) => waiting.has(item.id)) ? [note('NEED', TEXTS.needFirst())] : []),
  ];
}

export function freshness(
  document: Subsidy,
  provenances: readonly Provenance[],
  stale: readonly Provenance[],
  today: Day,
): Reason[] {
  const [oldest] = stale.toSorted((a, b) => ageDays(b, today) - ageDays(a, today));
  const day = oldest && (oldest.verifiedOn ?? firstDayOf(oldest.asOf));
  return [
    ...(day ? [note('STALE', TEXTS.stale(day, budgetDays(document)), oldest)] : []),
    ...(provenances.some(({ verifiedOn }) => verifiedOn === null)
      ? [note('UNVERIFIED', TEXTS.unverified())]
      : []),
  ];
}
