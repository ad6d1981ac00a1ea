import { array, assert, constantFrom, integer, option, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../library.ts';
import { subsidySchema } from '../subsidy.ts';
import { draftsFrom } from './drafts.ts';
import { ExportProblem, inJapan, readExport } from './jgrants.ts';

const catalogue = loadCatalogue(catalogueIds()[0] ?? '');
const today = '2026-11-26';

const TOKYO = {
  id: 'a0WJ200000CDR9HMAX',
  name: 'S-00007777',
  title: '令和８年度 サイバーセキュリティ対策促進助成金（第３回）',
  subsidy_max_limit: 5_000_000,
  subsidy_rate: '1/2以内',
};

/** As the second version answers: the rounds stand in a workflow. */
const second = (start: string, end: string, changed: object = {}) => ({
  metadata: { type: 'detail' },
  result: [
    {
      ...TOKYO,
      workflow: [
        {
          id: 'w1',
          fiscal_year_round: '3回',
          acceptance_start_datetime: start,
          acceptance_end_datetime: end,
        },
      ],
      ...changed,
    },
  ],
});

/** As the first version answers: one round, beside the texts. */
const first = {
  result: [
    {
      ...TOKYO,
      detail: '<p>…</p>',
      acceptance_start_datetime: '2027-01-08T00:00:00Z',
      acceptance_end_datetime: '2027-01-15T08:00:00Z',
      application_guidelines: [
        { name: '募集要項.pdf', data: Buffer.from('abc').toString('base64') },
      ],
    },
  ],
};

describe('an export is read', () => {
  test('moments are UTC there and told in Japan time', () => {
    expect(inJapan('2027-01-15T08:00:00Z')).toBe('2027-01-15T17:00+09:00');
    expect(inJapan('2027-01-14T15:00:00.000Z')).toBe('2027-01-15T00:00+09:00');
  });

  test('in both versions, with the rounds and without the texts', () => {
    const rounds = [{ opensAt: '2027-01-08T09:00+09:00', closesAt: '2027-01-15T17:00+09:00' }];
    const [one] = readExport(first);
    const [two] = readExport(second('2027-01-08T00:00:00Z', '2027-01-15T08:00:00Z'));
    expect(one?.rounds).toMatchObject(rounds);
    expect(two?.rounds).toMatchObject(rounds);
    expect(JSON.stringify(one)).not.toContain('<p>');
    expect(JSON.stringify(one)).not.toContain('1/2');
  });

  test('of a file its name, size and hash are kept, and no content', () => {
    const [one] = readExport(first);
    expect(one?.guidelines).toEqual([
      {
        name: '募集要項.pdf',
        bytes: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    ]);
  });

  test.each([
    ['nothing', null],
    ['no result', {}],
    ['an empty result', { result: [] }],
    ['a result without a title', { result: [{ id: 'x' }] }],
    ['a moment that is none', second('2027-01-08T00:00:00Z', 'soon')],
  ])('%s is refused', (_, content) => {
    expect(() => readExport(content)).toThrow(ExportProblem);
  });
});

describe('what an import proposes', () => {
  test('the same dates change nothing', () => {
    const listings = readExport(second('2027-01-08T00:00:00Z', '2027-01-15T08:00:00Z'));
    const { drafts, reviews } = draftsFrom(listings, catalogue, today);
    expect(drafts).toEqual([]);
    expect(reviews).toEqual([expect.objectContaining({ kind: 'unchanged', programme: 'P11' })]);
  });

  test('other dates make a draft of the programme with these, in the next version', () => {
    const listings = readExport(second('2026-11-20T00:00:00Z', '2026-12-01T08:00:00Z'));
    const { drafts, reviews } = draftsFrom(listings, catalogue, today);
    expect(reviews).toEqual([expect.objectContaining({ kind: 'dates', programme: 'P11' })]);
    const [draft] = drafts;
    if (draft?.kind !== 'dates') throw new Error('There is no draft with dates.');
    expect(draft.document).toMatchObject({ version: '2026-11-22.2', status: 'open' });
    expect(draft.document.rounds.map(({ closesAt }) => closesAt)).toEqual([
      '2026-12-01T17:00+09:00',
      '2027-01-15T17:00+09:00',
    ]);
    expect(subsidySchema.parse(draft.document)).toEqual(draft.document);
  });

  test('another cap is for a person to look at, and the draft keeps the old one', () => {
    const listings = readExport(
      second('2026-11-20T00:00:00Z', '2026-12-01T08:00:00Z', { subsidy_max_limit: 15_000_001 }),
    );
    const { drafts, reviews } = draftsFrom(listings, catalogue, today);
    expect(reviews.map(({ kind }) => kind)).toEqual(['dates', 'cap-differs']);
    expect(
      JSON.stringify(drafts.map((draft) => draft.kind === 'dates' && draft.document)),
    ).not.toContain('15000001');
  });

  test('a listing that nothing answers to is a draft without rules', () => {
    const listings = readExport({ result: [{ ...TOKYO, title: '市内企業の展示会出展助成' }] });
    const { drafts } = draftsFrom(listings, catalogue, today);
    expect(drafts).toEqual([{ kind: 'new', listing: listings[0] }]);
  });

  test('no import ever changes a rule, a rate or a cap', () => {
    const known = new Map(catalogue.programmes.map(({ document }) => [document.id, document]));
    const moments = integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }).map(
      (at) => new Date(at).toISOString(),
    );
    const titles = constantFrom(...[...known.values()].map(({ names }) => names.ja), '別の助成金');
    let dates = 0;
    assert(
      property(
        record({
          id: string({ minLength: 1, maxLength: 18 }),
          title: titles,
          subsidy_max_limit: option(integer({ min: 0, max: 1e9 })),
          subsidy_rate: string(),
          status: string(),
          workflow: array(
            record({
              fiscal_year_round: string(),
              acceptance_start_datetime: option(moments),
              acceptance_end_datetime: option(moments),
            }),
            { maxLength: 4 },
          ),
        }),
        (detail) => {
          const { drafts } = draftsFrom(readExport({ result: [detail] }), catalogue, today);
          for (const draft of drafts) {
            if (draft.kind === 'new') continue;
            dates += 1;
            const { rounds: _, status: __, version: ___, ...rest } = draft.document;
            const {
              rounds: ____,
              status: _____,
              version: ______,
              ...was
            } = known.get(draft.programme) ?? draft.document;
            expect(rest).toEqual(was);
          }
        },
      ),
      { numRuns: 300, seed: 20_261_126 },
    );
    expect(dates).toBeGreaterThan(100);
  });
});
