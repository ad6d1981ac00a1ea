import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeze, type Frozen } from './frozen-result.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { SEED } from './oracle/seed.ts';
import { changesSince } from './signed-changes.ts';

const edition = loadEdition('2026-12');
const [said] = fc.sample(assessmentsOf(edition), { numRuns: 1, seed: SEED });
if (!said) throw new Error('There is a sample.');
const reference = {
  id: 'e1',
  questions: ['C-01.level'],
  title: '取扱場所を指定した文書',
  version: null,
  dated: null,
  ownerRole: 'facilities',
  location: 'document-system',
  sha256: null,
  covers: { from: null, to: null },
  validUntil: null,
};
const frozenWith = (changes: Partial<typeof reference>) =>
  freeze({
    company: { id: 'c', name: '見本精機株式会社' },
    assessment: { id: 'a', title: '2026年度', overlays: [] },
    edition,
    said,
    evidence: [{ ...reference, ...changes }],
    asOf: '2026-11-27',
  });
const by = { name: '佐藤', at: '2026-11-27T01:00:00.000Z' };
const signed: Frozen = { ...frozenWith({}), prepared: by, declared: by };

test('what was signed and did not change is no change, on whatever day', () => {
  expect(changesSince(signed, { ...frozenWith({}), asOf: '2027-01-01' })).toEqual([]);
});

test('a result of format 1 said nothing of periods and last days: that is no change', () => {
  const { asOf: _, ...rest } = signed;
  const { covers: __, validUntil: ___, ...old } = reference;
  const first: Frozen = { ...rest, format: 1, evidence: [old] };
  expect(changesSince(first, frozenWith({}))).toEqual([]);
  expect(changesSince(first, frozenWith({ title: '別の文書' }))).toMatchObject([
    { kind: 'evidence', id: 'e1' },
  ]);
});

test('a document that stands beside one more answer is a change', () => {
  const now = frozenWith({ questions: ['C-01.level', 'C-02.level'] });
  expect(changesSince(signed, now)).toMatchObject([{ kind: 'evidence', id: 'e1' }]);
});
