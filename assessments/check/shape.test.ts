import { expect, test } from 'vitest';
import { SCHEMAS, type Kind } from '../library.ts';
import { shapeFaults } from './shape.ts';

const said = (kind: Kind, content: unknown) => shapeFaults(SCHEMAS[kind], 'file', content);

test('each fault of a shape is a sentence for an author', () => {
  const question = {
    id: 'C-1',
    kind: 'free',
    requirements: 'C-01',
    modes: [],
    condition: { fact: 'employees' },
    allowsNotApplicable: 'no',
    text: { ja: ' ', en: null },
    levels: [],
    evidence: [{ ja: '記録', en: 'Record', de: 'Beleg' }],
    minutes: 0,
  };
  const found = said('questionnaires', { id: 'facility', version: 2.5, questions: [question] });
  expect(found).toEqual([
    'file: version: expected a whole number, found 2.5.',
    'file: title: is missing.',
    'file: summary: is missing.',
    'file: domains: is missing.',
    'file: questions.0.id: is not written as it has to be: "C-1".',
    'file: questions.0.kind: expected "level", found "free".',
    'file: questions.0.requirements: expected a list, found a text.',
    'file: questions.0.modes: expected at least 1 in the list, found 0.',
    'file: questions.0.condition: has none of the forms that are allowed here.',
    'file: questions.0.allowsNotApplicable: expected true or false, found a text.',
    'file: questions.0.text.ja: is empty.',
    'file: questions.0.text.en: is empty.',
    'file: questions.0.why: is missing.',
    'file: questions.0.levels: expected at least 5 in the list, found 0.',
    'file: questions.0.evidence.0: has "de", which does not belong there.',
    'file: questions.0.todo: is missing.',
    'file: questions.0.ask: is missing.',
    'file: questions.0.minutes: expected more than 0, found 0.',
  ]);
});

test('a choice, a day and a law of one field keep their words', () => {
  expect(said('mappings', { changes: [{}, { type: 'moved' }] }).slice(-2)).toEqual([
    'file: changes.0.type: is missing.',
    'file: changes.1.type: expected one of "wording", "meaning", "split", "merged", "new", "retired", found "moved".',
  ]);
  expect(said('editions', { lawAsOf: '2027' })).toContain(
    'file: lawAsOf: expected a day such as 2026-11-27, found "2027".',
  );
  expect(said('actions', { actions: [{ yen: { lo: 2, hi: 1 } }] })).toContain(
    'file: actions.0.yen: lo must not exceed hi.',
  );
  expect(said('editions', ['2027-06'])).toEqual(['file: document: expected fields, found a list.']);
});
