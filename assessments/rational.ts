import Fraction from 'fraction.js';

/** An exact share `n/d` as plain data; `d` is positive. */
export interface Rational {
  n: number;
  d: number;
}

export function rational(n: number, d: number): Rational {
  const { s, n: top, d: bottom } = new Fraction(n, d);
  return { n: Number(s * top), d: Number(bottom) };
}

/** `"n/d"` in lowest terms: `"0/1"`, `"1/1"`, `"6/269"`. */
export function fractionText(value: Rational): string {
  const { n, d } = rational(value.n, value.d);
  return `${n}/${d}`;
}

/** What `fractionText` wrote. @throws TypeError for any other text. */
export function rationalIn(text: string): Rational {
  const found = /^(-?\d+)\/([1-9]\d*)$/.exec(text);
  if (!found) throw new TypeError(`“${text}” is no fraction.`);
  return rational(Number(found[1]), Number(found[2]));
}

/**
 * Tenths of a percent of a share between 0 and 1, rounded once, half up; what is below 1 never
 * prints as 100.0 and what is above 0 never as 0.0.
 */
export function permille({ n, d }: Rational): number {
  if (n <= 0) return 0;
  if (n >= d) return 1000;
  const rounded = Number((BigInt(n) * 2000n + BigInt(d)) / (BigInt(d) * 2n));
  return Math.min(999, Math.max(1, rounded));
}

/** `"67.3"`: a share in percent with one decimal. */
export function percentText(value: Rational): string {
  return tenthsText(permille(value));
}

export function tenthsText(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/**
 * Largest-remainder method: tenths for each part of one denominator, adding to the printed total; a
 * part above 0 gets at least one tenth while the total has one for each.
 * Ties go to the earlier part, so the same input prints the same for ever.
 */
export function apportion(parts: readonly number[], denominator: number, total: number): number[] {
  const exact = parts.map((part) => Number((BigInt(part) * 1000n) / BigInt(denominator)));
  const rest = parts.map((part) => (BigInt(part) * 1000n) % BigInt(denominator));
  const given = exact.map((tenths, at) => (tenths === 0 && (parts[at] ?? 0) > 0 ? 1 : tenths));
  let missing = total - given.reduce((sum, tenths) => sum + tenths, 0);
  const byRest = rest
    .map((value, at) => ({ value, at }))
    .sort((a, b) => (a.value === b.value ? a.at - b.at : a.value > b.value ? -1 : 1));
  for (const { at } of byRest) {
    if (missing <= 0) break;
    if (given[at] !== exact[at]) continue;
    given[at] = (given[at] ?? 0) + 1;
    missing -= 1;
  }
  // What is too much comes back from the largest, so that no part falls to 0.0 before it must.
  while (missing < 0) {
    const largest = given.lastIndexOf(Math.max(...given));
    if ((given[largest] ?? 0) <= 1) break;
    given[largest] = (given[largest] ?? 0) - 1;
    missing += 1;
  }
  for (const { at } of byRest.toReversed()) {
    if (missing >= 0) break;
    if ((given[at] ?? 0) === 0) continue;
    given[at] = (given[at] ?? 0) - 1;
    missing += 1;
  }
  return given;
}
