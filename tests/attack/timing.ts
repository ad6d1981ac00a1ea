/** Milliseconds of each of two ways, in turns, so that what else the machine does meets both alike. */
export async function inTurns(
  samples: number,
  ways: readonly [one: () => Promise<unknown>, other: () => Promise<unknown>],
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<[number[], number[]]> {
  const [first, second]: [number[], number[]] = [[], []];
  const took = async (way: () => Promise<unknown>, into: number[]) => {
    await before();
    const began = performance.now();
    await way();
    into.push(performance.now() - began);
  };
  for (let nth = -5; nth < samples; nth += 1) {
    // The first few warm everything up.
    const [a, b] = nth < 0 ? [[], []] : [first, second];
    const turns = [() => took(ways[0], a), () => took(ways[1], b)];
    for (const turn of nth % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  return [first, second];
}

/** The tenth, the half and the nine tenths of the times, in milliseconds. */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.1, 0.5, 0.9].map((at) => sorted[Math.floor(at * values.length)]?.toFixed(1)).join('/');
}
