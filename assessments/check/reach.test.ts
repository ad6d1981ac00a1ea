import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const ACTIONS = 'actions/core@1';
const action = (id: string, raises: unknown, after: unknown) => ({
  id,
  title: { ja: '試し', en: 'A trial' },
  what: { ja: '試す。', en: 'Try it.' },
  evidence: { ja: '記録', en: 'Record' },
  raises,
  after,
  owner: 'it',
  personDays: { lo: 0, hi: 0 },
  yen: { lo: 0, hi: 0 },
  leadTimeWeeks: { lo: 1, hi: 1 },
  costCategories: [],
  noRegret: true,
});
const level = (requirement: string, reached: number) => ({ requirement, level: reached });

test('a question that no company can be asked is reported', () => {
  const never = {
    all: [
      { fact: 'employees', gte: 301 },
      { fact: 'employees', lte: 300 },
    ],
  };
  const question = plant(
    library,
    'questionnaires/governance@1',
    ['questions', 'J-06.level', 'condition'],
    never,
  );
  const both = plant(question, 'gap-models/core@1', ['requirements', 'J-06', 'condition'], never);
  expect(check(both).problems).toContain(
    'questionnaires/governance/1.yaml: question J-06.level: no company can ever be asked it.',
  );
});

test('actions that wait for each other are reported as a circle and as stuck', () => {
  const planted = plant(
    library,
    ACTIONS,
    ['actions'],
    [
      action('M801', [level('A-01', 3)], [level('A-02', 3)]),
      action('M802', [level('A-02', 3)], [level('A-01', 3)]),
    ],
  );
  const { problems } = check(planted);
  expect(problems).toContain('actions/core/1.yaml: actions wait in a circle: M801 → M802 → M801.');
  expect(problems).toContain(
    'actions/core/1.yaml: action M801: can never start, because no action brings A-02 to level 3.',
  );
});

test('a target that no action reaches is reported for the stage that asks for it', () => {
  const planted = plant(library, ACTIONS, ['actions'], [action('M801', [level('I-01', 2)], [])]);
  const { problems } = check(planted);
  expect(problems).toContain(
    'gap-models/core/1.yaml: requirement I-01: actions bring it to level 2, but stage holding asks for 3.',
  );
  expect(
    problems.some((problem) => problem.includes('I-01') && problem.includes('application')),
  ).toBe(false);
});
