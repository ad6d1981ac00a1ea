import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const PLACE = 'gap-models/core/1.yaml: requirement A-01, citation 1';

function cite(citation: unknown): string[] {
  return check(
    plant(library, 'gap-models/core@1', ['requirements', 'A-01', 'citations', 0], citation),
  ).problems;
}

test('a citation of no source is reported', () => {
  expect(cite({ source: 'NONE', at: '1' })).toContain(`${PLACE}: there is no source NONE.`);
});

test('a place that cannot be read is reported', () => {
  expect(cite({ source: 'ACT', at: '10(1' })).toContain(
    `${PLACE}: "10(1" is not a place in a law: "10(1" cannot be read.`,
  );
});

test('a basis above that of its source is reported, one below it is fine', () => {
  const note = { ja: '保護責任者', en: 'protection supervisor' };
  expect(cite({ source: 'OPS', note, basis: 'law' })).toContain(
    `${PLACE}: claims the basis law, but OPS only carries unverified.`,
  );
  const fine = cite({ source: 'ACT', at: '10(1)', basis: 'unverified' });
  expect(fine.filter((problem) => problem.startsWith(PLACE))).toEqual([]);
});

test('law without an article and commentary without a word on it are reported', () => {
  expect(cite({ source: 'ACT' })).toContain(`${PLACE}: cites ACT without an article.`);
  expect(cite({ source: 'JT' })).toContain(`${PLACE}: does not say what JT reports.`);
});

test('a source that nobody cites and a law without its day are reported', () => {
  const unused = plant(library, 'sources/core@1', ['sources', 'KYCC', 'id'], 'KYCC2');
  expect(check(unused).problems).toContain('sources/core/1.yaml: source KYCC2 is never cited.');
  const undated = plant(library, 'sources/core@1', ['sources', 'ACT', 'asOf'], undefined);
  expect(check(undated).problems).toContain(
    'sources/core/1.yaml: source ACT lacks its address or the day of the text.',
  );
});
