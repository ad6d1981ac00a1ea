import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from './check.ts';
import { lacking } from './check/lacking.ts';
import {
  EDITION,
  MAPPING,
  nextEdition,
  QUESTIONNAIRE,
  writeDraft,
  writeDrafts,
} from './check/next-edition.ts';
import { loadDrafts } from './draft.ts';
import { catalogueIds, CONTENT, editionIds, loadEdition, loadLibrary, publish } from './library.ts';

const library = loadLibrary();

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'junbi-drafts-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

/** A copy of the content with nothing in its drafts. */
function content(): string {
  const directory = folder();
  cpSync(CONTENT, directory, { recursive: true });
  rmSync(join(directory, 'drafts'), { recursive: true, force: true });
  return directory;
}

/** What is said of one file among the drafts. */
function refused(file: string, text: string): string[] {
  const directory = folder();
  writeDraft(directory, file, text);
  const found = loadDrafts(library, directory);
  expect(found.drafts).toEqual([]);
  return found.refused;
}

test('no folder of drafts and an empty one are both no drafts', () => {
  const directory = folder();
  expect(loadDrafts(library, directory)).toEqual({ drafts: [], refused: [] });
  mkdirSync(join(directory, 'drafts/questionnaires'), { recursive: true });
  expect(loadDrafts(library, directory)).toEqual({ drafts: [], refused: [] });
});

test('a name and fields are enough for a draft', () => {
  const directory = folder();
  writeDraft(directory, QUESTIONNAIRE, 'title:\n  ja: 施設\n');
  writeDraft(directory, EDITION, 'id:\nquestionnaires: [questionnaires/facility@3]\n');
  expect(loadDrafts(library, directory)).toEqual({
    refused: [],
    drafts: [
      {
        file: EDITION,
        kind: 'editions',
        key: 'editions/2027-06',
        content: { id: null, questionnaires: ['questionnaires/facility@3'] },
      },
      {
        file: QUESTIONNAIRE,
        kind: 'questionnaires',
        key: 'questionnaires/facility@3',
        content: { title: { ja: '施設' } },
      },
    ],
  });
});

test.each([
  [
    'broken YAML',
    QUESTIONNAIRE,
    'id: facility\ntitle: {ja: 施設\n',
    'is no readable YAML: Flow map in block collection must be sufficiently indented and end with a } at line 3, column 1.',
  ],
  [
    'what holds itself',
    QUESTIONNAIRE,
    'title: &it\n  ja: *it\n',
    'is no readable YAML: Converting circular structure to JSON.',
  ],
  ['a list', QUESTIONNAIRE, '- C-01.level\n', 'document: expected fields, found a list.'],
  ['nothing at all', QUESTIONNAIRE, '# to come\n', 'document: is empty.'],
  [
    'another id',
    QUESTIONNAIRE,
    'id: governance\n',
    'says governance@3 but is filed as questionnaires/facility@3.',
  ],
  [
    'another version',
    QUESTIONNAIRE,
    'id: facility\nversion: 2\n',
    'says facility@2 but is filed as questionnaires/facility@3.',
  ],
  ['another edition', EDITION, 'id: 2027-07\n', 'says 2027-07 but is filed as editions/2027-06.'],
  [
    'a published key',
    'drafts/questionnaires/facility/2.yaml',
    'id: facility\n',
    'questionnaires/facility@2 is published already and never changes; make a new version.',
  ],
  [
    'an unknown kind',
    'drafts/questionaires/facility/3.yaml',
    'id: facility\n',
    'stands in the folder of no kind of document.',
  ],
  [
    'no folder at all',
    'drafts/3.yaml',
    'id: facility\n',
    'stands in the folder of no kind of document.',
  ],
  [
    'no version',
    'drafts/questionnaires/facility.yaml',
    'id: facility\n',
    'expected drafts/questionnaires/<id>/<version>.yaml.',
  ],
  [
    'a version too many',
    'drafts/editions/2027-06/1.yaml',
    'id: 2027-06\n',
    'expected drafts/editions/<id>.yaml.',
  ],
  [
    'another ending',
    'drafts/editions/2027-06.yml',
    'id: 2027-06\n',
    'expected drafts/editions/<id>.yaml.',
  ],
])('%s is refused', (_, file, text, sentence) => {
  expect(refused(file, text)).toEqual([`${file}: ${sentence}`]);
});

test('a key of the lock whose file is gone is no key for a draft either', () => {
  const directory = folder();
  writeDraft(directory, QUESTIONNAIRE, 'id: facility\n');
  const lock = { ...library.lock, 'questionnaires/facility@3': '0'.repeat(64) };
  expect(loadDrafts({ ...library, lock }, directory).refused).toHaveLength(1);
});

test('editions, the lock and the strict check never see a draft', () => {
  const directory = content();
  writeDrafts(directory, nextEdition(library.files));
  expect(loadLibrary(directory)).toEqual(library);
  expect([editionIds(directory), catalogueIds(directory)]).toEqual([editionIds(), catalogueIds()]);
  expect(() => loadEdition('2027-06', directory)).toThrow('There is no editions/2027-06');
  expect(publish(directory)).toEqual([]);
  expect(loadLibrary(directory).lock).toEqual(library.lock);
});

test('what was a skeleton is filled out, moved to its place, checked and locked', () => {
  const directory = content();
  const missing = () =>
    lacking(library.files, loadDrafts(library, directory).drafts).flatMap((one) => one.missing);
  const complete = nextEdition(library.files);
  const { text: _, ...first } = complete.questionnaire.questions[0] ?? {};
  writeDrafts(directory, {
    ...complete,
    questionnaire: { ...complete.questionnaire, questions: [first] },
  });
  expect(missing()).toContain(`${QUESTIONNAIRE}: questions.0.text: is missing.`);
  writeDrafts(directory, complete);
  expect(missing()).toEqual([]);

  for (const file of [EDITION, MAPPING, QUESTIONNAIRE]) {
    const place = join(directory, file.replace('drafts/', ''));
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(directory, file), place);
  }
  const keys = ['editions/2027-06', 'mappings/facility-2-3@1', 'questionnaires/facility@3'];
  expect(check(loadLibrary(directory)).problems.toSorted()).toEqual(
    keys.map((key) => `published.lock.json: ${key} is pinned but not in the lock; publish it.`),
  );
  expect(publish(directory)).toEqual(keys);
  expect(check(loadLibrary(directory)).problems).toEqual([]);
});
