/** One line of the table: a figure beside what it is held against, in one run. */
export type Row = {
  name: string;
  /** In the unit of the row. */
  figure: number;
  reference: number | null;
  unit: 'µs' | 'ms' | 'KB' | 'MB' | 's';
  /** How far it may go: times the reference, the reference plus so much, or so much in all. */
  limit: { times: number } | { plus: number } | { most: number } | null;
};

/** Null where nothing is promised of the figure. */
export function isWithin({ figure, reference, limit }: Row): boolean | null {
  if (limit === null) return null;
  if ('most' in limit) return figure <= limit.most;
  if (reference === null) return false;
  return 'times' in limit ? figure <= reference * limit.times : figure <= reference + limit.plus;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Medians in milliseconds of several pieces of work that take turns, so that what else the machine
 * does falls on all of them alike.
 */
export async function inTurns(
  work: Record<string, () => Promise<unknown>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<string, number>> {
  const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const began = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
}
