import type { CostRow, Subsidy } from '../subsidy.ts';
import type { Day } from '../plan/calendar.ts';
import type { Span } from '../worklist.ts';
import type { ItemCoverage } from './coverage.ts';
import { evaluate, type Ground, type Rule } from './rule.ts';

export interface Support {
  /** Yen; what is surely covered at the lowest rate and cap, to all that may be at the highest. */
  range: Span;
  /** Whether the floor is reached: false where even the high end stays below. */
  reachesFloor: boolean | 'unknown';
  /** The rates that may apply, lowest first. */
  rates: readonly { num: number; den: number }[];
  /** The caps that may apply, lowest first; empty where there is none. */
  caps: readonly number[];
}

/** What a programme may pay for some items (subsidies.md 7.5): caps come before comparisons. */
export function supportOf(
  { money }: Pick<Subsidy, 'money'>,
  items: readonly ItemCoverage[],
  ground: Ground,
): Support {
  const eligible = items.filter(({ isTooEarly }) => isTooEarly !== true);
  const sure = eligible.filter(({ coverage }) => coverage === 'C');
  const possible = eligible.filter(({ coverage }) => coverage === 'C' || coverage === 'Q');
  const rates = possibleOf(money.rates, ground).toSorted((a, b) => a.num * b.den - b.num * a.den);
  const caps = possibleOf(money.caps, ground)
    .map(({ yen }) => yen)
    .toSorted((a, b) => a - b);
  const alone = capAlone(possible.flatMap(({ rows }) => rows));
  const [low, high] = [rates[0], rates.at(-1)];
  if (!low || !high) return { range: { lo: 0, hi: 0 }, reachesFloor: true, rates, caps };
  const amount = (of: readonly ItemCoverage[], end: 'lo' | 'hi', rate: typeof low) => {
    const cap = Math.min(alone, (end === 'lo' ? caps[0] : caps.at(-1)) ?? Infinity);
    const inclusive = of.reduce((sum, { item }) => sum + item.yen[end], 0);
    return roundedDown(inclusive, rate, cap, money.roundDownTo);
  };
  const hi = amount(possible, 'hi', high);
  const lo = Math.min(hi, amount(sure, 'lo', low));
  const floor = money.floor?.yen ?? 0;
  if (hi < floor) return { range: { lo: 0, hi: 0 }, reachesFloor: false, rates, caps };
  if (lo < floor)
    return { range: { lo: 0, hi }, reachesFloor: floor > 0 ? 'unknown' : true, rates, caps };
  return { range: { lo, hi }, reachesFloor: true, rates, caps };
}

/** Rate × (yen with ten per cent of tax, taken out), capped, then rounded down: in whole numbers throughout. */
function roundedDown(
  inclusive: number,
  { num, den }: { num: number; den: number },
  cap: number,
  step: number,
): number {
  const exact = (BigInt(inclusive) * 10n * BigInt(num)) / (11n * BigInt(den));
  const capped = Math.min(Number(exact), cap);
  return Math.floor(capped / step) * step;
}

/** A cap that holds where nothing else is applied for. */
function capAlone(rows: readonly CostRow[]): number {
  const covered = rows.filter(({ coverage }) => coverage === 'C' || coverage === 'Q');
  const caps = covered.flatMap(({ capAloneYen }) => capAloneYen ?? []);
  return covered.length > 0 && caps.length === covered.length ? Math.max(...caps) : Infinity;
}

interface Variant {
  when?: Rule | undefined;
  validFrom?: Day | undefined;
  validTo?: Day | undefined;
}

/** Of the variants in force: the first that surely holds, and before it all that may. */
function possibleOf<T extends Variant>(variants: readonly T[], ground: Ground): T[] {
  const possible: T[] = [];
  for (const variant of variants) {
    if ((variant.validFrom ?? '') > ground.today || (variant.validTo ?? '9999') < ground.today)
      continue;
    const holds = variant.when ? evaluate(variant.when, ground) : true;
    if (holds === false) continue;
    possible.push(variant);
    if (holds === true) return possible;
  }
  return possible;
}
