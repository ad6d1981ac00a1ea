import { createHmac, createSecretKey } from 'node:crypto';

/** What only the holder of the association's key can compute. */
export interface Keyed {
  /** Stands for a company in the state; another key gives another. */
  digest: (company: string) => string;
  /** The record key of the cell-key method: the first 32 bits of the digest. */
  record: (digest: string) => number;
  /** The noise of a count, from the sum of its record keys: the same set, the same noise. */
  noise: (sum: number) => number;
}

/**
 * Chances of each deviation in hundredths, from −3 to +3 (security.md 5.2, step 7). Whoever reads the source
 * knows them; which deviation a count has is known to the holder of the key alone.
 */
export const DEVIATIONS: readonly (readonly [by: number, chance: number])[] = [
  [-3, 10],
  [-2, 12],
  [-1, 15],
  [0, 26],
  [1, 15],
  [2, 12],
  [3, 10],
];
export const MOST_NOISE = 3;

/** `key`: 32 bytes in hex. */
export function keyed(key: string, association: string): Keyed {
  const secret = createSecretKey(key, 'hex');
  const mac = (use: string, text: string) =>
    createHmac('sha256', secret).update(`${use}\0${association}\0${text}`, 'utf8').digest();
  const digest = remembered((company) => mac('company', company).toString('hex', 0, 12));
  return {
    digest,
    record: (of) => Number.parseInt(of.slice(0, 8), 16),
    noise: (sum) => deviation(mac('noise', String(sum)).readUInt32BE(0)),
  };
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}

/** Of 32 even bits, the deviation in whose share they fall. */
function deviation(bits: number): number {
  let left = Math.floor((bits / 2 ** 32) * 100);
  for (const [by, chance] of DEVIATIONS) {
    if (left < chance) return by;
    left -= chance;
  }
  return 0;
}
