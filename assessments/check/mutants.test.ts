import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { drawing } from '../oracle/drawing.ts';
import { SEED } from '../oracle/seed.ts';
import { MUTATIONS, mutate } from './mutants.ts';

const MUTANTS = 50;
const library = loadLibrary();
const kinds = Object.keys(MUTATIONS);

test('the library itself is refused nothing (the control)', () => {
  expect(check(library).problems).toEqual([]);
});

describe(`${MUTANTS} mutants of edition 2026-12 (seed ${SEED})`, () => {
  const all = Array.from(
    { length: MUTANTS },
    (_, at) => [at, kinds[at % kinds.length] ?? ''] as const,
  );

  test.each(all)('%i: %s is refused by name', (at, kind) => {
    const { library: mutant, names } = mutate(library, kind, drawing(SEED + at));
    const { problems } = check(mutant);
    expect(problems.join('\n')).toContain(names);
    // The lock alone finds any change; here the law that was broken has to speak.
    const spoken = problems.filter((one) => one.includes(names));
    const isLock = kind === 'a published document that changed';
    expect(spoken.some((one) => isLock || !one.startsWith('published.lock.json'))).toBe(true);
  });
});
