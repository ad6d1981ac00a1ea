/**
 * The two-sample Kolmogorov–Smirnov test: the greatest distance between the two empirical distributions,
 * and how probable one as great is where both samples come from one distribution (the asymptotic series
 * with Stephens' correction, good from some twenty values on).
 */
export function kolmogorovSmirnov(
  one: readonly number[],
  other: readonly number[],
): { distance: number; probability: number } {
  const [a, b] = [one.toSorted((x, y) => x - y), other.toSorted((x, y) => x - y)];
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    const least = Math.min(x, y);
    while (i < a.length && (a[i] ?? 0) <= least) i += 1;
    while (j < b.length && (b[j] ?? 0) <= least) j += 1;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const effective = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { distance, probability: tail((effective + 0.12 + 0.11 / effective) * distance) };
}

/** The probability that the limit distribution exceeds this. */
function tail(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1)
    sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, sum));
}
