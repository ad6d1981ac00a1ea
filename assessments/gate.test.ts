import { expect, test } from 'vitest';
import { toFindOut } from './gate.ts';
import { editionOf, questionOf, requirementOf } from './oracle/editions.ts';
import { score } from './score.ts';

test('what to find out: mandatory and conditional before expected, then weight, then id', () => {
  const expected = requirementOf('A-01', { obligation: 'expected' });
  const mandatory = [requirementOf('C-03'), requirementOf('B-02')];
  const conditional = requirementOf('A-04', {
    obligation: 'conditional',
    condition: { fact: 'listed', eq: true },
  });
  const all = [expected, ...mandatory, conditional];
  const edition = editionOf(
    all,
    all.map((own) => questionOf(`${own.id}.level`, [own])),
    { mandatory: 3, conditional: 4, expected: 9, recommended: 1 },
  );
  const { gate, requirements } = score(edition, {
    stage: 'application',
    mode: 'full',
    facts: {},
    answers: {},
  });
  const byId = new Map(requirements.map((entry) => [entry.id, entry]));
  expect(toFindOut(gate, byId).map(({ id }) => id)).toEqual(['A-04', 'B-02', 'C-03', 'A-01']);
});
