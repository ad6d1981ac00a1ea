import { expect, test } from 'vitest';
import { indexEdition } from '../edition-index.ts';
import { freeze } from '../frozen-result.ts';
import { loadEdition } from '../library.ts';
import { bandOf, releasable } from './band.ts';

const edition = loadEdition('2026-12');

/** A signed result in which the first so many questions stand at a level. */
function signed(
  count: number,
  level: 0 | 4,
  more: { mode?: 'full' | 'standard'; stage?: 'application' | 'holding' } = {},
) {
  const { questions } = indexEdition(edition);
  const answers = Object.fromEntries(
    questions.slice(0, count).map(({ id }) => [id, { level }] as const),
  );
  const said = {
    mode: 'full' as const,
    stage: 'application' as const,
    facts: {},
    answers,
    ...more,
  };
  const person = { name: '佐藤', at: '2026-11-27T01:00:00.000Z' };
  return {
    ...freeze({
      company: { id: 'c', name: '会社' },
      assessment: { id: 'a', title: '点検', overlays: [] },
      edition,
      said,
      evidence: [],
      asOf: '2026-11-27',
    }),
    prepared: person,
    declared: person,
  };
}

test('a third and two thirds belong to the band above', () => {
  expect(bandOf({ n: 1, d: 3 })).toBe('mid');
  expect(bandOf({ n: 332, d: 999 })).toBe('low');
  expect(bandOf({ n: 2, d: 3 })).toBe('high');
  expect(bandOf({ n: 665, d: 999 })).toBe('mid');
  expect(bandOf({ n: 0, d: 1 })).toBe('low');
});

test('the band is that of what is known alone, and half must be answered', () => {
  const all = indexEdition(edition).questions.length;
  expect(releasable(signed(all, 4), edition)).toEqual({
    ok: true,
    overall: 'high',
    answeredAtLeastHalf: true,
  });
  expect(releasable(signed(all, 0), edition)).toEqual({
    ok: true,
    overall: 'low',
    answeredAtLeastHalf: true,
  });
  expect(releasable(signed(3, 4), edition)).toEqual({
    ok: true,
    overall: 'low',
    answeredAtLeastHalf: false,
  });
});

test('only what was signed in full mode for the application has one', () => {
  expect(releasable(signed(9, 4, { mode: 'standard' }), edition)).toEqual({
    ok: false,
    reason: 'not-full',
  });
  expect(releasable(signed(9, 4, { stage: 'holding' }), edition)).toEqual({
    ok: false,
    reason: 'not-application',
  });
});
