import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const CATALOGUE = 'catalogues/2026-11-22.1';
const P11 = 'subsidies/P11@2026-11-22.1';

type Path = [string, ...(string | number)[]];
const problems = (key: string, path: Path, value: unknown) =>
  check(plant(library, key, path, value)).problems;

test('the catalogue as it stands has no fault, and says how much of it is verified', () => {
  const { problems: none, summary } = check(library);
  expect(none).toEqual([]);
  expect(summary?.catalogues).toEqual([
    expect.objectContaining({ id: '2026-11-22.1', programmes: 20, verified: 0 }),
  ]);
});

test.each<[string, string, Path, unknown, string]>([
  [
    'a programme that is not there',
    CATALOGUE,
    ['programmes', 0],
    'subsidies/P99@1',
    'there is no such document of kind subsidies',
  ],
  [
    'a size table that is not there',
    P11,
    ['predicates', 'size'],
    'size-tables/none@1',
    'there is no such document of kind size-tables',
  ],
  [
    'a cost that has no answer',
    P11,
    ['costs', 0, 'categories'],
    ['UTM'],
    'answers for EDR in 0 rows instead of one',
  ],
  [
    'a cost that has two',
    P11,
    ['costs', 1, 'categories'],
    ['DRL', 'UTM'],
    'answers for UTM in 2 rows instead of one',
  ],
  [
    'a condition where there is none',
    P11,
    ['costs', 2, 'coverage'],
    'C',
    'a condition belongs to Q',
  ],
  [
    'a procedure without anything to prepare',
    P11,
    ['atoms', 'GBIZID', 'prepare'],
    undefined,
    'GBIZID: what is to be prepared belongs to a procedure',
  ],
  [
    'a fact that nobody is asked',
    P11,
    ['atoms', 'SITE', 'rule'],
    { fact: 'nothing', eq: true },
    'there is no fact nothing',
  ],
  [
    'a value that a fact can never have',
    P11,
    ['atoms', 'TWO_STARS', 'rule'],
    { fact: 'securityAction', eq: 'three-stars' },
    'compares the choice fact securityAction with something it can never be',
  ],
  [
    'a size without a table',
    P11,
    ['predicates'],
    {},
    'asks whether a company is sme, and pins no size table',
  ],
  [
    'an award of a programme that is not listed',
    P11,
    ['atoms', 'NOT_BEFORE', 'rule'],
    { awarded: ['P88'], ever: true },
    'asks for awards of P88',
  ],
  [
    'a source that is not listed',
    P11,
    ['atoms', 'SME', 'from', 'source'],
    'NOBODY',
    'names the source NOBODY',
  ],
  [
    'a value that was read nowhere',
    P11,
    ['atoms', 'SME', 'from', 'source'],
    undefined,
    'read without a source',
  ],
  [
    'a verification by nobody',
    P11,
    ['atoms', 'SME', 'from', 'verifiedOn'],
    '2026-11-25',
    'verifiedOn and verifiedBy belong together',
  ],
  [
    'a text in one language',
    P11,
    ['purpose', 'en'],
    '対策',
    'the English has Japanese outside parentheses',
  ],
  ['a promise', P11, ['notes', 0, 'text', 'ja'], 'この助成は必ず受けられます。', 'promises'],
  [
    'a word that is an agency’s',
    P11,
    ['notes', 0, 'text', 'ja'],
    'これで合格です。',
    'which only an agency may say',
  ],
  ['a name that lies', P11, ['id'], 'P12', 'says P12@2026-11-22.1 but is filed as'],
  [
    'a change to what was published',
    P11,
    ['money', 'roundDownTo'],
    1,
    'a published document never changes',
  ],
])('%s is reported', (_, key, path, value, says) => {
  expect(problems(key, path, value).join('\n')).toContain(says);
});
