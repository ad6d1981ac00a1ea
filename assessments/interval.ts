import type { Level } from './gap-model.ts';

/** A level that is known to lie between two ends; equal ends mean it is known. */
export interface LevelInterval {
  lo: Level;
  hi: Level;
}

/** Unknown and unanswered alike: any level is possible. */
export const ANY_LEVEL: LevelInterval = { lo: 0, hi: 4 };

/** The weakest link: minima of the lower and of the upper ends. */
export function weakest(a: LevelInterval, b: LevelInterval): LevelInterval {
  return { lo: a.lo < b.lo ? a.lo : b.lo, hi: a.hi < b.hi ? a.hi : b.hi };
}

/** Exact shares `lo/of` and `hi/of` over one common denominator, all integers. */
export interface Share {
  lo: number;
  hi: number;
  of: number;
}
