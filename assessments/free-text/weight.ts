import { CUES, GRAMS, START } from './weights.ts';

export interface Weights {
  start: number;
  cues: ReadonlyMap<string, number>;
  grams: ReadonlyMap<string, number>;
}

/** A passage as what is weighed of it. */
export interface Load {
  cues: readonly string[];
  grams: readonly string[];
}

/** `weights.ts` groups names by their weight in tenths, parted by `|`. */
function read(grouped: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(grouped).flatMap(([tenths, names]) =>
      names.split('|').map((name): [string, number] => [name, Number(tenths) / 10]),
    ),
  );
}

const LEARNED: Weights = { start: START / 10, cues: read(CUES), grams: read(GRAMS) };

/** Above nought a passage rather speaks of somebody's vetting, below it of a rule. */
export function weightOf({ cues, grams }: Load, weights: Weights = LEARNED): number {
  const ofCues = sumOf(cues, weights.cues);
  return weights.start + ofCues + sumOf(grams, weights.grams) * shareOf(grams);
}

/** Long passages have more grams and are not worse for it. */
export function shareOf(grams: readonly string[]): number {
  return 1 / Math.sqrt(grams.length || 1);
}

function sumOf(names: readonly string[], weights: ReadonlyMap<string, number>): number {
  return names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
}
