import { expect, test } from 'vitest';
import { indexEdition } from './edition-index.ts';
import { loadEdition } from './library.ts';
import { codeOf, domainOf } from './question-id.ts';
import { questionList } from './question-list.ts';

const edition = loadEdition('2026-11');

test('the code of every question is its requirement, and its domain one of the edition', () => {
  const { questions, domains, requirementById } = indexEdition(edition);
  for (const { id, question } of questions) {
    expect(question.requirements).toContain(codeOf(id));
    expect(domains).toContain(domainOf(id));
    expect(requirementById.get(codeOf(id))?.domain).toBe(domainOf(id));
  }
});

test('ids may grow longer: a domain of two letters, a number of three digits', () => {
  expect([codeOf('AB-101.level'), domainOf('AB-101.level'), domainOf('AB-101')]).toEqual([
    'AB-101',
    'AB',
    'AB',
  ]);
  expect([codeOf('whole'), domainOf('whole')]).toEqual(['whole', 'whole']);
  const longer = structuredClone(edition);
  for (const { document } of longer.questionnaires) {
    for (const question of document.questions) question.id = `A${question.id}`;
  }
  for (const requirement of longer.gapModel.document.requirements) {
    requirement.id = `A${requirement.id}`;
  }
  const index = indexEdition(longer);
  expect(index.requirements[0]?.domain).toBe('AA');
  const [first] = questionList(
    index,
    { mode: 'full', facts: {}, answers: {} },
    { references: new Map(), day: '2026-11-27' },
  );
  expect(first?.domain).toBe('AA');
});
