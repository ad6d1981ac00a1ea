import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const GOVERNANCE = 'questionnaires/governance@1';
const FILE = 'questionnaires/governance/1.yaml: question A-01.level';

function problems(path: [string, ...(string | number)[]], value: unknown): string[] {
  return check(plant(library, GOVERNANCE, path, value)).problems;
}

test('an empty text is reported with file and path', () => {
  expect(problems(['questions', 'A-01.level', 'text', 'en'], '  ')[0]).toMatch(
    /^questionnaires\/governance\/1\.yaml: questions\.0\.text\.en: /,
  );
});

test('a missing language is reported', () => {
  expect(problems(['questions', 'A-01.level', 'todo', 'en'], undefined)[0]).toContain(
    'questions.0.todo.en',
  );
});

test('a text that was copied instead of translated is reported', () => {
  const same = '取締役会などの議事録';
  const found = problems(['questions', 'A-01.level', 'evidence', 0, 'en'], same);
  expect(found).toContain(`${FILE}, evidence 1: Japanese and English are identical.`);
});

test('Japanese in the English is reported unless it stands in parentheses', () => {
  const path: [string, ...(string | number)[]] = ['questions', 'A-01.level', 'levels', 0, 'en'];
  expect(problems(path, 'The 規程 is missing')).toContain(
    `${FILE}, level 0: the English has Japanese outside parentheses: The 規程 is missing`,
  );
  const allowed = problems(path, 'The rules (規程) are missing');
  expect(allowed.filter((problem) => problem.startsWith(FILE))).toEqual([]);
});

test('English in the Japanese is reported', () => {
  expect(problems(['questions', 'A-01.level', 'levels', 0, 'ja'], 'Nothing')).toContain(
    `${FILE}, level 0: the Japanese has no Japanese in it: Nothing`,
  );
});

test('a question that does not ask and an open parenthesis are reported', () => {
  const found = problems(['questions', 'A-01.level', 'text'], {
    ja: '決めています（経営として。',
    en: 'Management has decided.',
  });
  expect(found).toContain(`${FILE}, text: the Japanese is no question.`);
  expect(found).toContain(`${FILE}, text: the English is no question.`);
  expect(found).toContain(`${FILE}, text: a parenthesis is not closed.`);
});
