import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublicKey } from './audit-anchor.ts';
import { canonicalJson } from './canonical-json.ts';
import { fingerprintOfFrozen, freeze, type Frozen } from './frozen-result.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { SEED } from './oracle/seed.ts';
import { withOverlays } from './overlaid.ts';
import { hashOfText, signedFile, signText, verifySignedFile } from './signed-file.ts';

const edition = loadEdition('2026-12');
const editions = { ids: [edition.id], load: () => edition };
const overlays = ['critical-goods'];
const [sample] = fc.sample(assessmentsOf(withOverlays(edition, overlays)), {
  numRuns: 1,
  seed: SEED,
});
if (!sample) throw new Error('There is a sample.');
const said = { ...sample, mode: 'full' as const };

function keyPair(): { secret: KeyObject; published: PublicKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const id = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  return {
    secret: privateKey,
    published: { id, use: 'result', algorithm: 'Ed25519', key: spki.toString('base64') },
  };
}
const ours = keyPair();

const frozenFrom = {
  company: { id: 'c0000000-0000-4000-8000-000000000001', name: '長野金属加工株式会社' },
  assessment: { id: 'a0000000-0000-4000-8000-000000000001', title: '2026年度', overlays },
  edition: withOverlays(edition, overlays),
  said,
  evidence: [
    {
      id: 'e1',
      questions: ['C-01.level', 'C-02.level'],
      title: '取扱場所を指定した文書',
      version: '第2版',
      dated: '2026-10-01',
      ownerRole: 'facilities',
      location: 'document-system',
      sha256: null,
      covers: { from: '2026-04-01', to: null },
      validUntil: '2026-11-30',
    },
  ],
  asOf: '2026-11-27',
};
const frozen = freeze(frozenFrom);
const document = {
  ...frozen,
  prepared: { name: '佐藤', at: '2026-11-27T01:00:00.000Z' },
  declared: { name: '田中', at: '2026-11-27T02:00:00.000Z' },
};
const exported = (of: object, secret = ours.secret, key = ours.published) => {
  const body = canonicalJson(of);
  return signedFile(body, signText(body, secret), key);
};
const file = exported(document);
const bytes = Buffer.from(file, 'utf8');
const keys = [ours.published];
const verdictOf = (changed: Uint8Array) => verifySignedFile(changed, editions, keys);

test('a result as it was exported matches, with the key given and with the one it names', () => {
  expect(verdictOf(bytes)).toEqual({
    matches: true,
    key: { id: ours.published.id, from: 'given' },
    differences: [],
  });
  expect(verifySignedFile(bytes, editions, null)).toMatchObject({
    matches: true,
    key: { from: 'file' },
  });
  expect(exported(document)).toBe(file);
});

test('a document counts until its last day, and a later result of the same says so', () => {
  const at = (asOf: string) => freeze({ ...given, asOf });
  const claims = { ...said, answers: { ...said.answers, 'C-01.level': { level: 3 as const } } };
  const given = { ...frozenFrom, said: claims };
  expect(at('2026-11-30').coverage.shown).toBeGreaterThan(at('2026-12-01').coverage.shown);
  // Midnight alone changes nothing of what is signed.
  expect(fingerprintOfFrozen(at('2026-11-29'))).toBe(fingerprintOfFrozen(at('2026-11-30')));
});

test('a result of format 1 still matches, and none mixes fields of both', () => {
  const { asOf: _, evidence, ...rest } = document;
  const old = evidence.map((one) => ({ ...one, covers: undefined, validUntil: undefined }));
  const first = { ...rest, format: 1, evidence: old };
  expect(verdictOf(Buffer.from(exported(first)))).toMatchObject({ matches: true });
  for (const mixed of [
    { ...first, format: 2 },
    { ...document, format: 1 },
    { ...document, evidence: old },
  ])
    expect(() => exported(mixed)).toThrow('fields of its format');
});

const signedAt = (at: string) =>
  verdictOf(Buffer.from(exported({ ...document, declared: { name: '田中', at } }), 'utf8'));

test('documents are judged by the day of the signature in Japan, and by no other', () => {
  // 15:00 in Greenwich is midnight in Japan.
  expect(signedAt('2026-11-27T14:59:59.999Z')).toMatchObject({ matches: true });
  expect(signedAt('2026-11-27T15:00:00.000Z').differences).toEqual([
    { at: 'document.asOf', expected: '2026-11-28', found: '2026-11-27' },
  ]);
});

test('the same answers give the same fingerprint, and another fact another one', () => {
  expect(fingerprintOfFrozen(frozen)).toMatch(/^[0-9a-f]{64}$/);
  const other = { ...frozen, facts: { ...frozen.facts, employees: 999 } };
  expect(fingerprintOfFrozen(other)).not.toBe(fingerprintOfFrozen(frozen));
});

test(`each of 200 random changes of one byte is found (seed ${SEED})`, () => {
  const found = fc.sample(
    fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) }),
    { numRuns: 200, seed: SEED },
  );
  const missed = found.filter(({ at, by }) => {
    const changed = Buffer.from(bytes);
    changed[at] = ((changed[at] ?? 0) + by) % 256;
    return verdictOf(changed).matches;
  });
  expect(found).toHaveLength(200);
  expect(missed).toEqual([]);
});

test('a byte less, a byte more and another spelling are found', () => {
  for (const changed of [
    bytes.subarray(0, -1),
    Buffer.concat([bytes, Buffer.from(' ')]),
    Buffer.concat([Buffer.from('\uFEFF'), bytes]),
    Buffer.from(JSON.stringify(JSON.parse(file), null, 2)),
  ])
    expect(verdictOf(changed)).toMatchObject({ matches: false, differences: [{ at: 'file' }] });
});

// Somebody who knows the format recomputes every hash inside, but has no key.
const forgeries: [string, (one: Frozen) => unknown][] = [
  ['another level', (one) => ({ ...one, answers: { ...one.answers, 'A-01.level': { level: 4 } } })],
  ['another fact', (one) => ({ ...one, facts: { ...one.facts, listed: true, employees: 12 } })],
  [
    'another stage',
    (one) => ({
      ...one,
      assessment: {
        ...one.assessment,
        stage: one.assessment.stage === 'holding' ? 'application' : 'holding',
      },
    }),
  ],
  ['another mode', (one) => ({ ...one, assessment: { ...one.assessment, mode: 'quick' } })],
  ['another title', (one) => ({ ...one, assessment: { ...one.assessment, title: '2027年度' } })],
  ['another company', (one) => ({ ...one, company: { ...one.company, name: '別の会社' } })],
  ['another id of the company', (one) => ({ ...one, company: { ...one.company, id: 'c0' } })],
  ['another preparer', (one) => ({ ...one, prepared: { ...one.prepared, name: '鈴木' } })],
  ['another declarer', (one) => ({ ...one, declared: { ...one.declared, name: '鈴木' } })],
  [
    'another day',
    (one) => ({ ...one, declared: { ...one.declared, at: '2027-01-01T00:00:00.000Z' } }),
  ],
  ['a reference less', (one) => ({ ...one, evidence: [] })],
  [
    'another document date',
    (one) => ({ ...one, evidence: one.evidence.map((each) => ({ ...each, dated: '2020-01-01' })) }),
  ],
  [
    'another hash of a document',
    (one) => ({
      ...one,
      evidence: one.evidence.map((each) => ({ ...each, sha256: '0'.repeat(64) })),
    }),
  ],
  ['an overlay less', (one) => ({ ...one, assessment: { ...one.assessment, overlays: [] } })],
  [
    'an answer less',
    (one) => ({ ...one, answers: Object.fromEntries(Object.entries(one.answers).slice(1)) }),
  ],
  ['another edition', (one) => ({ ...one, edition: { ...one.edition, id: '2026-11' } })],
  [
    'another hash of the edition',
    (one) => ({ ...one, edition: { ...one.edition, hash: '1'.repeat(64) } }),
  ],
  [
    'a pinned document less',
    (one) => ({ ...one, edition: { ...one.edition, documents: one.edition.documents.slice(1) } }),
  ],
  ['another engine', (one) => ({ ...one, engine: one.engine + 1 })],
  [
    'a better result alone',
    (one) => ({ ...one, result: { gate: { status: 'clear', blockers: [], undetermined: [] } } }),
  ],
];

describe('each of 20 changes whose inner hashes were recomputed is found', () => {
  test('there are 20', () => expect(forgeries).toHaveLength(20));

  test.each(forgeries)('%s', (_, forge) => {
    const forged = forge({ ...document });
    const body = canonicalJson(forged);
    // The signature is the old one: without the key there is no other.
    const signature = signText(canonicalJson(document), ours.secret);
    const text = `${canonicalJson({ document: forged, hash: hashOfText(body), signature, key: ours.published })}\n`;
    const { matches, differences } = verdictOf(Buffer.from(text, 'utf8'));
    expect(matches).toBe(false);
    expect(differences.map(({ at }) => at)).toContain('signature');
    expect(differences.map(({ at }) => at)).not.toContain('hash');
  });
});

test('a whole file signed with another key is found where the key was given', () => {
  const theirs = keyPair();
  const forged = exported(
    { ...document, company: { ...document.company, name: '別の会社' } },
    theirs.secret,
    theirs.published,
  );
  const bytesOfTheirs = Buffer.from(forged, 'utf8');
  expect(verdictOf(bytesOfTheirs)).toMatchObject({ matches: false });
  // The file alone cannot tell; the verdict says that the key is only the file's own.
  expect(verifySignedFile(bytesOfTheirs, editions, null)).toMatchObject({
    matches: true,
    key: { id: theirs.published.id, from: 'file' },
  });
});

test('an honest signature over a result that the engine does not get is found', () => {
  const wrong = { ...document, coverage: { shown: 90, of: 90 } };
  expect(verdictOf(Buffer.from(exported(wrong), 'utf8'))).toMatchObject({
    matches: false,
    differences: [{ at: 'document.coverage.shown' }, { at: 'document.coverage.of' }],
  });
});
