import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../library.ts';
import { drawing } from '../oracle/drawing.ts';
import { SEED } from '../oracle/seed.ts';
import { lacking } from './lacking.ts';
import {
  draftsOf,
  EDITION,
  MAPPING,
  nextEdition,
  QUESTIONNAIRE,
  type NextEdition,
} from './next-edition.ts';

const { files } = loadLibrary();
const REMOVALS = 25;
const OPTIONAL = ['evidenceNote', 'condition'];

/** What each draft lacks, after a change to complete ones. */
function missing(change: (drafts: NextEdition) => void = () => {}): Record<string, string[]> {
  const drafts = nextEdition(files);
  change(drafts);
  return Object.fromEntries(lacking(files, draftsOf(drafts)).map((one) => [one.key, one.missing]));
}

const question = ({ questionnaire }: NextEdition, id: string) =>
  questionnaire.questions.find((one) => one['id'] === id) ?? {};

const waits = (file: string) =>
  `${file}: waits for questionnaires/facility@3, which is not complete.`;

const COMPLETE = {
  'editions/2027-06': [],
  'mappings/facility-2-3@1': [],
  'questionnaires/facility@3': [],
};

test('drafts that keep every law lack nothing (the control)', () => {
  expect(missing()).toEqual(COMPLETE);
  expect(lacking(files, [])).toEqual([]);
});

test('what a skeleton lacks is named file by file, and what rests on it waits', () => {
  const found = missing(({ questionnaire, edition }) => {
    questionnaire.questions = questionnaire.questions.slice(0, 10);
    questionnaire.questions[4] = {
      ...questionnaire.questions[4],
      text: { ja: '録音機' },
      todo: { ja: '', en: null },
    };
    delete questionnaire['summary'];
    delete edition['publishedOn'];
  });
  const own = [
    `${QUESTIONNAIRE}: summary: is missing.`,
    `${QUESTIONNAIRE}: questions.4.text.en: is missing.`,
    `${QUESTIONNAIRE}: questions.4.todo.ja: is empty.`,
    `${QUESTIONNAIRE}: questions.4.todo.en: is empty.`,
  ];
  expect(found).toEqual({
    'editions/2027-06': [`${EDITION}: publishedOn: is missing.`, waits(EDITION)],
    'mappings/facility-2-3@1': [waits(MAPPING)],
    'questionnaires/facility@3': own,
  });
});

test('a law that an edition breaks through its drafts is told where it is broken', () => {
  const found = missing((drafts) => {
    question(drafts, 'C-01.level')['text'] = { ja: '分けていますか。', en: '分けていますか。' };
    drafts.mapping['same'] = drafts.questionnaire.questions.map(({ id }) => id).slice(1);
  });
  expect(found['questionnaires/facility@3']).toContain(
    `${QUESTIONNAIRE}: question C-01.level, text: Japanese and English are identical.`,
  );
  expect(found['mappings/facility-2-3@1']).toContain(
    `${MAPPING}: question C-01.level of version 2 has no place in the mapping.`,
  );
});

test('what shows in a published document stands with the draft that brings it about', () => {
  const found = missing(({ questionnaire }) => {
    questionnaire['retired'] = ['C-09.level'];
    questionnaire.questions = questionnaire.questions.filter(({ id }) => id !== 'C-09.level');
  });
  expect(found['editions/2027-06']).toContain(
    `${EDITION}: with it, gap-models/core/2.yaml: requirement C-09: is asked by no question.`,
  );
});

test('an edition speaks of its own title under the path of its draft', () => {
  const found = missing(({ edition }) => {
    edition['title'] = { ja: 'June', en: 'June' };
  });
  expect(found['editions/2027-06']?.[0]).toBe(
    `${EDITION}: edition, title: Japanese and English are identical.`,
  );
});

test('a draft that is half done keeps no other from being judged', () => {
  const other = {
    file: 'drafts/sources/core/9.yaml',
    kind: 'sources' as const,
    key: 'sources/core@9',
    content: {},
  };
  const drafts = nextEdition(files);
  drafts.mapping['same'] = [];
  const found = lacking(files, [...draftsOf(drafts), other]);
  expect(found.find(({ key }) => key === 'mappings/facility-2-3@1')?.missing).toHaveLength(40);
  expect(found.find(({ key }) => key === other.key)?.missing).toEqual([
    'drafts/sources/core/9.yaml: id: is missing.',
    'drafts/sources/core/9.yaml: version: is missing.',
    'drafts/sources/core/9.yaml: sources: is missing.',
  ]);
});

describe(`${REMOVALS} fields taken away, one at a time (seed ${SEED})`, () => {
  const draw = drawing(SEED);
  const fields = fieldsIn(nextEdition(files).questionnaire);
  const drawn = Array.from({ length: REMOVALS }, () => draw(fields));

  test.each(drawn.map((path) => [path.join('.'), path] as const))('without %s', (place, path) => {
    let id: unknown;
    const found = missing((drafts) => {
      id = drafts.questionnaire.questions[Number(path[1])]?.['id'];
      removeAt(drafts.questionnaire, path);
    });
    // An optional field is missed by a law, which knows the question by its id.
    const isOptional = OPTIONAL.includes(path.at(-1) ?? '');
    const named = isOptional ? `${String(id)}: ` : `${QUESTIONNAIRE}: ${place}: is missing.`;
    expect(Object.values(found).flat().join('\n')).toContain(named);
  });
});

function fieldsIn(node: unknown, path: readonly string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const here = [...path, name];
    if (Array.isArray(node)) return fieldsIn(value, here);
    // A condition is one field: half of it is no condition.
    return name === 'condition' ? [here] : [here, ...fieldsIn(value, here)];
  });
}

function removeAt(node: unknown, [name = '', ...rest]: readonly string[]): void {
  if (typeof node !== 'object' || node === null) throw new Error(`There is no ${name}.`);
  if (rest.length > 0) removeAt(Reflect.get(node, name), rest);
  else Reflect.deleteProperty(node, name);
}
