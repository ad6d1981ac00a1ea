import Fraction from 'fraction.js';
import { rational, type Rational } from './rational.ts';

/** Whether a factor is taken from before or from after. */
export type Side = 0 | 1;

export interface Shares<Factor> {
  part: (factor: Factor) => Rational;
  total: Rational;
}

/**
 * Shares the difference between two values among factors: each part is its mean step over all orders in
 * which the factors can move (Shapley), so that the parts add to the total exactly.
 */
export function shapley<Factor extends string>(
  factors: readonly Factor[],
  value: (side: (factor: Factor) => Side) => Fraction,
): Shares<Factor> {
  const known = new Map<string, Fraction>();
  const at = (moved: readonly Factor[]): Fraction => {
    const key = factors.filter((factor) => moved.includes(factor)).join(' ');
    const found = known.get(key) ?? value((factor) => (moved.includes(factor) ? 1 : 0));
    known.set(key, found);
    return found;
  };
  const orders = ordersOf(factors);
  const step = (order: readonly Factor[], factor: Factor): Fraction => {
    const before = order.slice(0, order.indexOf(factor));
    return at([...before, factor]).sub(at(before));
  };
  return {
    part: (factor) =>
      plain(
        orders
          .reduce((sum, order) => sum.add(step(order, factor)), new Fraction(0))
          .div(orders.length),
      ),
    total: plain(at(factors).sub(at([]))),
  };
}

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    ordersOf(items.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

function plain(value: Fraction): Rational {
  return rational(Number(value.s * value.n), Number(value.d));
}
