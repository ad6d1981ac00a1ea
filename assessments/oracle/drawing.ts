/** Draws one of these. */
export type Draw = <T>(from: readonly T[]) => T;

/** A small generator of our own, so that a seed names what it draws on every machine. For tests. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const found = from[Math.floor((state / 2 ** 32) * from.length)];
    if (found === undefined) throw new Error('There is nothing to draw from.');
    return found;
  };
}
