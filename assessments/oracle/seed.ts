import { env } from 'node:process';

/** The seed of all random tests; fixed so that a red run stays red, and free to vary by hand. */
export const SEED = Number(env['JUNBI_SEED'] ?? 20_261_101);

/** Runs of each law. */
export const RUNS = 1000;
