import { expect, test } from 'vitest';
import { evidenceCoverage } from './coverage.ts';

test('evidence counts beside answers of level 3 and 4 alone', () => {
  const answers = {
    a: { level: 4 },
    b: { level: 3 },
    c: { level: 2 },
    d: { unknown: true },
    e: undefined,
  } as const;
  expect(evidenceCoverage(answers, new Set(['a', 'c', 'd', 'x']))).toEqual({ shown: 1, of: 2 });
  expect(evidenceCoverage({}, new Set())).toEqual({ shown: 0, of: 0 });
});
