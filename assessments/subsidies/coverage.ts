import type { Action } from '../action.ts';
import type { Kleene } from '../kleene.ts';
import type { CostRow, Coverage, Subsidy } from '../subsidy.ts';
import type { Span } from '../worklist.ts';
import { evaluate, type Ground } from './rule.ts';

/** Something that a plan would buy. */
export interface CostItem {
  /** The action that it belongs to. */
  id: string;
  categories: Action['costCategories'];
  /** Tax included. */
  yen: Span;
  /** Whether it is ordered, under contract or paid. */
  isOrdered: Kleene;
}

export interface ItemCoverage {
  item: CostItem;
  /** Whether a programme pays for it: `C` all of it, `Q` perhaps or a part. */
  coverage: Coverage;
  rows: readonly CostRow[];
  /** Whether it was ordered before it may be; nothing can mend that. */
  isTooEarly: Kleene;
}

/** How a programme treats an item. Of an item with several categories a part may be covered. */
export function coverageOf(item: CostItem, programme: Subsidy, ground: Ground): ItemCoverage {
  const rows = item.categories.flatMap((category) =>
    programme.costs.filter(({ categories }) => categories.includes(category)),
  );
  const codes = rows.map((row) => codeOf(row, item, ground));
  return { item, coverage: together(codes), rows, isTooEarly: isTooEarly(item, programme) };
}

function isTooEarly({ isOrdered }: CostItem, { order }: Subsidy): Kleene {
  if (isOrdered === false) return false;
  if (order.beforeDecision === 'excluded') return isOrdered;
  return order.beforeDecision === 'plan-first' || order.beforeDecision === 'differs'
    ? 'unknown'
    : false;
}

function codeOf(
  { coverage, condition, unitPriceBelow, onlyBeside }: CostRow,
  { yen, categories }: CostItem,
  ground: Ground,
) {
  if (onlyBeside && !onlyBeside.some((each) => categories.includes(each))) return 'X';
  // What costs less altogether costs less apiece; what costs more may still consist of pieces.
  if (unitPriceBelow !== undefined && 10 * yen.hi >= 11 * unitPriceBelow)
    return coverage === 'C' ? 'Q' : coverage;
  if (coverage !== 'Q' || !condition?.rule) return coverage;
  const holds = evaluate(condition.rule, ground);
  if (holds === 'unknown') return coverage;
  return holds ? 'C' : 'X';
}

/** Of several categories: all covered is covered, some is perhaps, none is the kindest of them. */
function together(codes: readonly Coverage[]): Coverage {
  if (codes.length === 0) return 'X';
  if (codes.every((code) => code === 'C')) return 'C';
  if (codes.some((code) => code === 'C' || code === 'Q')) return 'Q';
  return codes.includes('?') ? '?' : codes.includes('U') ? 'U' : 'X';
}
