import { reviewOf } from '../fingerprint.ts';
import {
  assembleEdition,
  loadLibrary,
  publishedHashes,
  type Library,
  type LibraryFile,
} from '../library.ts';
import { extendLock } from '../lock.ts';
import type { Mapping, ReviewedChange } from '../mapping.ts';
import { questionnaireSchema, type Question } from '../questionnaire.ts';

// For the tests: an edition that follows 2026-11, with a change of every type in one questionnaire.

const REASON = { ja: '試験のための変更です。', en: 'A change for a test.' };
const FROM = 'questionnaires/facility@1';
const TO = 'questionnaires/facility@2';
export const MAPPING = 'mappings/facility-1-2@1';
export const NEXT = 'editions/2026-12';

const renamed = (question: Question, id: string, ja: string, en: string): Question => ({
  ...question,
  id,
  text: { ja, en },
});

/**
 * C-02 worded anew, the levels of C-03 changed, C-04 split in two, C-05 and C-06 merged, F-01 asked in a new
 * question as well, F-02 asked no more.
 */
export function nextLibrary(): Library {
  const { files, lock } = loadLibrary();
  const old = contentOf(files, FROM);
  const byId = new Map(old.questions.map((one) => [one.id, one]));
  const q = (id: string): Question => {
    const found = byId.get(id);
    if (!found) throw new Error(`There is no ${id}.`);
    return found;
  };
  const c02 = { ...q('C-02.level'), text: { ja: '出入口を施錠し、鍵を管理していますか。', en: 'Are the entrances locked and the keys under control?' } }; // prettier-ignore
  const [zero, one, two, three] = q('C-03.level').levels;
  const four = { ja: '3に加え、年に一度は第三者が確かめている', en: 'In addition to level 3, somebody else checks once a year' }; // prettier-ignore
  const c03: Question = { ...q('C-03.level'), levels: [zero, one, two, three, four] };
  const halves = [
    renamed(q('C-04.level'), 'C-04.rule', '定めがありますか。', 'Is there a rule?'),
    renamed(q('C-04.level'), 'C-04.practice', '行っていますか。', 'Is it practised?'),
  ];
  const merged: Question = {
    ...renamed(q('C-05.level'), 'C-05.both', '二つとも行っていますか。', 'Are both practised?'),
    requirements: ['C-05', 'C-06'],
  };
  const added = renamed(q('F-01.level'), 'F-01.check', '確かめていますか。', 'Is it checked?');
  const gone = new Set(['C-02.level', 'C-03.level', 'C-04.level', 'C-05.level', 'C-06.level', 'F-02.level']); // prettier-ignore
  const kept = old.questions.filter(({ id }) => !gone.has(id));
  const f02 = { ...q('F-02.level'), id: 'F-02.kept' };
  const questions = [...kept, c02, c03, ...halves, merged, added, f02];
  const changes: ReviewedChange[] = [
    { type: 'wording', question: 'C-02.level', ...noted([q('C-02.level')], [c02]) },
    { type: 'meaning', question: 'C-03.level', ...noted([q('C-03.level')], [c03]) },
    { type: 'split', from: 'C-04.level', to: ['C-04.rule', 'C-04.practice'], ...noted([q('C-04.level')], halves) }, // prettier-ignore
    { type: 'merged', from: ['C-05.level', 'C-06.level'], to: 'C-05.both', ...noted([q('C-05.level'), q('C-06.level')], [merged]) }, // prettier-ignore
    { type: 'new', to: 'F-01.check', ...noted([], [added]) },
    { type: 'new', to: 'F-02.kept', ...noted([], [f02]) },
    { type: 'retired', from: 'F-02.level', ...noted([q('F-02.level')], []) },
  ];
  const mapping: Mapping = {
    id: 'facility-1-2',
    version: 1,
    from: FROM,
    to: TO,
    same: kept.map(({ id }) => id),
    changes,
  };
  const [edition] = files.filter(({ key }) => key === 'editions/2026-11');
  const retired = [...gone].filter((id) => !questions.some((each) => each.id === id));
  const all = [
    ...files,
    file('questionnaires', TO, { ...old, version: 2, questions, retired }),
    file('mappings', MAPPING, mapping),
    file('editions', NEXT, {
      ...Object(edition?.content),
      id: '2026-12',
      title: { ja: '2026年12月版', en: 'December 2026 edition' },
      questionnaires: ['questionnaires/governance@1', TO, 'questionnaires/personnel@1', 'questionnaires/separation@1'], // prettier-ignore
      follows: { edition: '2026-11', mappings: [MAPPING] },
    }),
  ];
  return { files: all, lock: extendLock(lock, publishedHashes(all)) };
}

function file(kind: LibraryFile['kind'], key: string, content: unknown): LibraryFile {
  return { file: `${key.replace('@', '/')}.yaml`, kind, key, content };
}

/** The edition that follows 2026-11 in these tests. */
export const nextEdition = () => assembleEdition(nextLibrary().files, '2026-12');

function noted(before: readonly Question[], after: readonly Question[]) {
  return { reason: REASON, reviewed: reviewOf(before, after) };
}

function contentOf(files: readonly LibraryFile[], key: string) {
  const found = files.find((one) => one.key === key);
  return questionnaireSchema.parse(found?.content);
}
