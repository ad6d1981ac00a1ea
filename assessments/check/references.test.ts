import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const FACILITY = 'questionnaires/facility@1';
const MODEL = 'gap-models/core@1';

test('a requirement that nobody asks, and a question about no requirement, are reported', () => {
  const planted = plant(library, FACILITY, ['questions', 'C-01.level', 'requirements'], ['C-99']);
  const { problems } = check(planted);
  expect(problems).toContain(
    'questionnaires/facility/1.yaml: question C-01.level: there is no requirement C-99.',
  );
  expect(problems).toContain('gap-models/core/1.yaml: requirement C-01: is asked by no question.');
});

test('a question in the wrong questionnaire is reported', () => {
  const planted = plant(library, FACILITY, ['domains'], ['C']);
  expect(check(planted).problems).toContain(
    'questionnaires/facility/1.yaml: question F-01.level: domain F does not belong to facility.',
  );
});

test('a condition on no fact, or on a value that the fact cannot have, is reported', () => {
  const nowhere = plant(library, MODEL, ['requirements', 'B-08', 'condition'], {
    fact: 'hasUncle',
    eq: true,
  });
  expect(check(nowhere).problems).toContain(
    'gap-models/core/1.yaml: requirement B-08: there is no fact hasUncle.',
  );
  const never = plant(library, MODEL, ['requirements', 'B-08', 'condition'], {
    any: [{ fact: 'prefecture', in: ['atlantis'] }],
  });
  expect(check(never).problems).toContain(
    'gap-models/core/1.yaml: requirement B-08: compares the choice fact prefecture with something it can never be.',
  );
});

test('a question whose condition differs from its requirement is reported', () => {
  const planted = plant(library, MODEL, ['requirements', 'J-06', 'condition'], {
    fact: 'employees',
    gte: 300,
  });
  expect(check(planted).problems).toContain(
    'questionnaires/governance/1.yaml: question J-06.level: its condition differs from that of requirement J-06.',
  );
});

test('coverage by a requirement that does not exist is reported', () => {
  const planted = plant(library, MODEL, ['coverage', 'M1', 'requirements'], ['A-02', 'A-99']);
  expect(check(planted).problems).toContain(
    'gap-models/core/1.yaml: coverage M1: there is no requirement A-99.',
  );
});

test('an action that raises or scales by what does not exist is reported', () => {
  const raises = [{ requirement: 'Z-01', level: 3 }];
  const planted = plant(library, 'actions/core@1', ['actions', 0, 'raises'], raises);
  const scaled = plant(planted, 'actions/core@1', ['actions', 0, 'yen'], {
    lo: 0,
    hi: 0,
    per: 'listed',
  });
  const { problems } = check(scaled);
  expect(problems.some((problem) => problem.endsWith('there is no requirement Z-01.'))).toBe(true);
  expect(
    problems.some((problem) =>
      problem.endsWith('is scaled by listed, which is no number in the profile.'),
    ),
  ).toBe(true);
});
