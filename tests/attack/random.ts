/** A tenth of the counts in `npm test`, all of them by `npm run attack`. */
export const isFull = process.env['JUNBI_ATTACK'] === 'full';

/** The seed of a suite: fixed in `npm test`, fresh in an attack, given to repeat what failed. */
export function seedOf(fixed: number): number {
  const given = process.env['JUNBI_SEED'];
  if (given) return Number(given);
  return isFull ? Math.floor(Math.random() * 2 ** 31) : fixed;
}

/** mulberry32: the same numbers for the same seed, each at least 0 and below 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Choices that repeat for a seed. */
export type Random = ReturnType<typeof randomOf>;

export function randomOf(seed: number) {
  const next = seeded(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(of: readonly T[]): T => {
    const at = below(of.length);
    const chosen = of[at];
    if (at >= of.length || chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  };
  /** One of several makers, by weight. */
  const weighted = <T>(makers: readonly (readonly [number, () => T])[]): T => {
    let left = next() * makers.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of makers) {
      left -= weight;
      if (left < 0) return make();
    }
    throw new Error('The weights are wrong.');
  };
  return { below, pick, weighted, chance: (share: number) => next() < share };
}
