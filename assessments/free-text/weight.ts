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
  let ofCues = 0;
  for (const cue of cues) ofCues += weights.cues.get(cue) ?? 0;
  let [ofGrams, known] = [0, 0];
  for (const gram of grams) {
    const weight = weights.grams.get(gram);
    if (weight === undefined) continue;
    ofGrams += weight;
    known += 1;
  }
  return weights.start + ofCues + ofGrams * shareOf(known);
}

/** Long passages have more grams and are not worse for it. */
export function shareOf(grams: number): number {
  return 9 / Math.sqrt(grams || 1);
}
