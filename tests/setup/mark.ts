import { randomUUID } from 'node:crypto';

/**
 * A word of its own, to be found again in what is stored. Consonants alone: the guard of free text
 * takes some digits for a number of somebody, and some syllables for a name.
 */
export function freshMark(): string {
  return randomUUID()
    .slice(0, 13)
    .replaceAll(/[-\dae]/g, 'x');
}
