import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from './answer.ts';
import { factsOf } from './condition.ts';
import type { Edition } from './edition.ts';
import type { Facts, FactValue } from './fact.ts';
import { STAGES } from './gap-model.ts';
import { editionIds, loadEdition } from './library.ts';
import { MODES } from './questionnaire.ts';
import { score, type Assessment } from './score.ts';
import { slimEdition } from './slim-edition.ts';
import { worklist } from './worklist.ts';

const editions = editionIds().map((id) => loadEdition(id));

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>(
    { level: 0 },
    { level: 1 },
    { level: 2 },
    { level: 3 },
    { level: 4 },
    { unknown: true },
  ),
  fc.constant<Answer>({ notApplicable: 'We have no such relation.' }),
);

function listed(from: Edition, given: Assessment) {
  const { items, totals } = worklist(from, score(from, given), given.facts);
  return { totals, items: items.map(({ action, ...item }) => ({ ...item, id: action.id })) };
}

describe.each(editions)('The slim form of edition $id', (edition) => {
  const slim = slimEdition(edition);
  const questions = edition.questionnaires.flatMap(({ document }) => document.questions);
  const conditions = [
    ...edition.gapModel.document.requirements,
    ...questions,
    ...edition.actions.document.actions,
  ].flatMap(({ condition }) => factsOf(condition ?? null));
  const factValue = (id: string): fc.Arbitrary<FactValue> => {
    const fact = edition.profile.document.facts.find((entry) => entry.id === id);
    if (fact?.type === 'boolean') return fc.constantFrom<FactValue>(true, false, 'unknown');
    if (fact?.type === 'choice')
      return fc.constantFrom(...fact.options.map((option) => option.id), 'unknown');
    return fc.integer({ min: 0, max: 600 });
  };
  const facts: fc.Arbitrary<Facts> = fc.record<Record<string, FactValue>>(
    Object.fromEntries([...new Set(conditions)].map((id) => [id, factValue(id)])),
    { requiredKeys: [] },
  );
  const answers: fc.Arbitrary<Answers> = fc.record(
    Object.fromEntries(questions.map(({ id }) => [id, answer])),
    {
      requiredKeys: [],
    },
  );
  const assessment: fc.Arbitrary<Assessment> = fc.record({
    stage: fc.constantFrom(...STAGES),
    mode: fc.constantFrom(...MODES),
    facts,
    answers,
  });

  it('scores every assessment as the full edition does', () => {
    fc.assert(
      fc.property(assessment, (given) => {
        expect(score(slim, given)).toEqual(score(edition, given));
      }),
      { numRuns: 1000 },
    );
  });

  it('lists the same work in the same order, with the same totals', () => {
    fc.assert(
      fc.property(assessment, (given) => {
        expect(listed(slim, given)).toEqual(listed(edition, given));
      }),
      { numRuns: 200 },
    );
  });

  it('carries no text, no citation and no hash', () => {
    expect(JSON.stringify(slim)).not.toMatch(/[぀-ヿ一-鿿]/);
    expect(JSON.stringify(edition)).toMatch(/[぀-ヿ一-鿿]/);
    expect(JSON.stringify(slim)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('is the same after it has travelled as JSON', () => {
    const travelled: unknown = JSON.parse(JSON.stringify(slim));
    expect(travelled).toEqual(slim);
  });
});
