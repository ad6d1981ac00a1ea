import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const MODEL = 'gap-models/core@1';

test('a statutory measure that nothing covers is reported', () => {
  const planted = plant(library, MODEL, ['coverage', 'M12', 'id'], 'M13');
  expect(check(planted).problems).toContain(
    'gap-models/core/1.yaml: the measure M12 is covered by nothing.',
  );
});

test('a contract term covered only by what does not count is reported', () => {
  const planted = plant(library, MODEL, ['coverage', 'T4', 'requirements'], ['G-05', 'G-04']);
  expect(check(planted).problems).toContain(
    'gap-models/core/1.yaml: coverage T4: none of G-05, G-04 counts in the gate.',
  );
});
