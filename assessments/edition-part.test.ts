import { expect, test } from 'vitest';
import { indexEdition } from './edition-index.ts';
import { editionPart, sectionsOf } from './edition-part.ts';
import { loadEdition } from './library.ts';
import { standingOf } from './standing.ts';

const edition = loadEdition('2026-11');
const scope = { stage: 'application', mode: 'full', facts: {} } as const;

test('a part holds its sections and nothing of the others', () => {
  const { questions, requirements, domains } = indexEdition(editionPart(edition, 'CF'));
  const letters = new Set([...questions, ...requirements].map(({ id }) => id.slice(0, 1)));
  expect([...letters].sort()).toEqual(['C', 'F']);
  expect(domains).toEqual(['C', 'F']);
});

test('a requirement has the same level and target in a part as in the whole', () => {
  const answers = Object.fromEntries(
    indexEdition(edition).questions.map(({ id }, at) => [
      id,
      { level: ([0, 2, 4] as const)[at % 3] ?? 0 },
    ]),
  );
  const whole = standingOf(edition, { ...scope, answers });
  const part = standingOf(editionPart(edition, 'BDK'), { ...scope, answers });
  expect(part.result.requirements.length).toBeGreaterThan(10);
  expect(part.result.requirements).toEqual(
    whole.result.requirements.filter(({ domain }) => 'BDK'.includes(domain)),
  );
});

test('the whole edition is itself, and a part is one object', () => {
  expect(editionPart(edition, 'ABCDEFGHIJKL')).toBe(edition);
  expect(editionPart(edition, 'A')).toBe(editionPart(edition, 'A'));
  expect(editionPart(edition, 'A')).not.toBe(edition);
});

test('the sections of questionnaires are theirs alone', () => {
  expect(sectionsOf(edition, ['facility'])).toBe('CF');
  expect(sectionsOf(edition, ['governance', 'facility', 'personnel', 'separation'])).toBe(
    'ABCDEFGHIJKL',
  );
  expect(sectionsOf(edition, [])).toBe('');
});
