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

/** `weights.ts` groups names by their weight in hundredths, parted by `|`. */
function read(grouped: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(grouped).flatMap(([hundredths, names]) =>
      names.split('|').map((name): [string, number] => [name, Number(hundredths) / 100]),
    ),
  );
}

export const LEARNED: Weights = { start: START / 100, cues: read(CUES), grams: read(GRAMS) };

/** The more a passage weighs above nought, the rather it must not be kept. */
export function weightOf({ cues, grams }: Load, weights: Weights): number {
  const known = grams.filter((gram) => weights.grams.has(gram));
  const ofCues = sumOf(cues, weights.cues);
  return weights.start + ofCues + sumOf(known, weights.grams) * shareOf(known.length);
}

/** Long passages have more grams and are not worse for it. */
export function shareOf(grams: number): number {
  return 9 / Math.sqrt(grams || 1);
}

function sumOf(names: readonly string[], weights: ReadonlyMap<string, number>): number {
  return names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
}
