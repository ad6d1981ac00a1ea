import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { MAPPING, NEXT, nextLibrary } from '../oracle/next-edition.ts';
import { plant } from './plant.ts';

const library = nextLibrary();
const QUESTIONNAIRE = 'questionnaires/facility@2';

type Path = [string, ...(string | number)[]];
const problems = (key: string, path: Path, value: unknown) =>
  check(plant(library, key, path, value)).problems;

test('a mapping of every type of change is as it should be', () => {
  expect(check(library).problems).toEqual([]);
});

describe('is refused, in a sentence that names it', () => {
  test.each<[string, string, Path, unknown, string]>([
    ['a question that was forgotten', MAPPING, ['same', 0], 'C-99.level', 'C-01.level of version 1 has no place in the mapping'],
    ['a change that was forgotten', MAPPING, ['changes', 4], { type: 'retired', from: 'F-02.level', reason: { ja: '重ねて。', en: 'Twice.' }, reviewed: '0000000000000000' }, 'F-02.level has two places'],
    ['a level that moved under wording', QUESTIONNAIRE, ['questions', 'C-02.level', 'levels', 2], { ja: '鍵の管理簿の様式だけがある', en: 'Only a form for a key register exists' }, 'says wording, but the words of its levels changed'],
    ['a condition that widened under same', QUESTIONNAIRE, ['questions', 'C-01.level', 'condition'], { fact: 'listed', eq: true }, 'its condition differs from that of requirement C-01'],
    ['a requirement that changed under same', QUESTIONNAIRE, ['questions', 'C-01.level', 'requirements'], ['C-01', 'C-07'], 'says same, but its requirements changed'],
    ['a mode that was added under wording', QUESTIONNAIRE, ['questions', 'C-02.level', 'modes'], ['full'], 'the modes that ask it changed'],
    ['該当しない that was allowed under same', QUESTIONNAIRE, ['questions', 'C-01.level', 'allowsNotApplicable'], true, 'whether it may be not applicable changed'],
    ['other words under same', QUESTIONNAIRE, ['questions', 'C-01.level', 'text'], { ja: '場所を決めていますか。', en: 'Is a place decided?' }, 'says same, but its texts changed: that is wording'],
    ['a text that changed after the review', QUESTIONNAIRE, ['questions', 'C-02.level', 'text'], { ja: '施錠を禁じていますか。', en: 'Is locking forbidden?' }, 'was changed since somebody compared both versions'],
    ['a translation that is missing', MAPPING, ['changes', 0, 'reason', 'en'], undefined, 'changes.0.reason.en'],
    ['a reason in one language', MAPPING, ['changes', 0, 'reason', 'en'], '試験です。', 'the English has Japanese'],
    ['a new question under an old id', MAPPING, ['changes', 4, 'to'], 'F-02.level', 'F-02.level is not asked by version 2'],
    ['a change of nothing', QUESTIONNAIRE, ['questions', 'C-03.level', 'levels', 4], undefined, 'levels'],
    ['a mapping that no edition pins', NEXT, ['follows', 'mappings'], [], 'no pinned mapping leads to it'],
    ['a mapping that is not there', NEXT, ['follows', 'mappings', 0], 'mappings/facility-1-2@9', 'there is no such document of kind mappings'],
    ['an edition that follows nothing', NEXT, ['follows', 'edition'], '2020-01', 'which is no edition'],
    ['a mapping between other versions', MAPPING, ['from'], 'questionnaires/governance@1', 'is called facility-1-2 but maps'],
    ['a name that lies', MAPPING, ['version'], 2, 'says facility-1-2@2 but is filed as'],
    ['a split into one', MAPPING, ['changes', 2, 'to'], ['C-04.rule'], 'changes.2.to'],
  ])('%s', (_, key, path, value, says) => {
    expect(problems(key, path, value).join('\n')).toContain(says);
  }); // prettier-ignore
});
