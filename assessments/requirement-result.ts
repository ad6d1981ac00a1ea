import type { Level, Obligation } from './gap-model.ts';
import type { LevelInterval } from './interval.ts';
import type { Kleene } from './kleene.ts';

export interface RequirementResult {
  id: string;
  domain: string;
  obligation: Obligation;
  weight: number;
  target: Level;
  countsInGate: boolean;
  applicable: Kleene;
  /** Why it is not applicable, else null. */
  because: 'condition' | 'not-applicable' | null;
  /** Whether the mode asks for it; only asked requirements enter the profile. */
  asked: boolean;
  /** The overlay that asks for it; then it enters that line alone. */
  overlay: string | null;
  /** Null where it is not applicable. */
  level: LevelInterval | null;
  /** Numerators over the overall denominator; null where it is not applicable. */
  loss: { lo: number; hi: number } | null;
}
