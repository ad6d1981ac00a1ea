import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary, type Library } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();

test('an id that stands there twice is reported', () => {
  const planted = plant(library, 'gap-models/core@1', ['requirements', 'A-02', 'id'], 'A-01');
  expect(check(planted).problems).toContain(
    'gap-models/core/1.yaml: requirement A-01 stands there twice.',
  );
});

test('a question named after another requirement is reported', () => {
  const planted = plant(
    library,
    'questionnaires/facility@1',
    ['questions', 'C-01.level', 'requirements'],
    ['C-02'],
  );
  expect(check(planted).problems).toContain(
    'questionnaires/facility/1.yaml: question C-01.level: is named after another requirement than C-02.',
  );
});

test('a document that says another version than its file is reported', () => {
  const planted = plant(library, 'sources/core@1', ['version'], 2);
  expect(check(planted).problems).toEqual([
    'sources/core/1.yaml: says core@2 but is filed as sources/core@1.',
  ]);
});

test.each([2, 3])(
  'an id that vanishes from version %s, the next one there is, is reported',
  (to) => {
    expect(check(withoutLevel(to)).problems).toContain(
      `questionnaires/separation/${to}.yaml: question E-01.level of version 1 has vanished; keep its id, or name it under retired.`,
    );
  },
);

test('an id that a version retires has not vanished', () => {
  const key = 'questionnaires/separation@2';
  const { problems } = check(plant(withoutLevel(2), key, ['retired'], ['E-01.level']));
  expect(problems.filter((problem) => problem.includes('vanished'))).toEqual([]);
});

/** The library with a further version of a questionnaire that asks E-01 under another id. */
function withoutLevel(version: number): Library {
  const [first] = library.files.filter((file) => file.key === 'questionnaires/separation@1');
  const key = `questionnaires/separation@${version}`;
  const next = structuredClone({
    ...first,
    file: `questionnaires/separation/${version}.yaml`,
    kind: 'questionnaires' as const,
    key,
    content: first?.content,
  });
  const both: Library = { ...library, files: [...library.files, next] };
  const renamed = plant(both, key, ['questions', 'E-01.level', 'id'], 'E-01.other');
  return plant(renamed, key, ['version'], version);
}

test('an edition that pins what is not there is reported', () => {
  const planted = plant(library, 'editions/2026-11', ['actions'], 'actions/core@9');
  expect(check(planted).problems).toEqual([
    'editions/2026-11.yaml: pins actions/core@9, but there is no such document of kind actions.',
  ]);
});
