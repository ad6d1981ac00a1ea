import { describe, expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../library.ts';
import { hints } from '../subsidies.ts';
import { nextQuestions } from './next-questions.ts';
import { PERSONAS } from './personas.ts';
import { verified } from './verified.ts';

// What fifteen companies are told by each version of the catalogue, frozen: as it stands, and as it would
// read if a person had verified every value that very day.

const today = '2026-11-26';

describe.each(catalogueIds())('catalogue %s', (id) => {
  const catalogue = loadCatalogue(id);
  const fresh = {
    ...catalogue,
    programmes: catalogue.programmes.map((one) => ({
      ...one,
      document: verified(one.document, today),
    })),
  };

  test.each(PERSONAS)('$name', ({ facts, items }) => {
    const told = (of: typeof catalogue) =>
      hints(of, { facts, items, today }).map(({ hint }) => {
        const { programme, verdict, range, actions, missing, reasons } = hint;
        const failed = reasons.filter(({ value }) => value === false).map(({ atom }) => atom);
        return `${programme} ${verdict} ${range.lo}-${range.hi} for ${actions.join('+') || 'nothing'}${failed.length > 0 ? `, not ${failed.join(' ')}` : ''}${missing.length > 0 ? `, asks ${missing.join(' ')}` : ''}`;
      });
    const asks = nextQuestions(hints(catalogue, { facts, items, today }), catalogue.facts, facts);
    expect({ now: told(catalogue), verified: told(fresh), asks }).toMatchSnapshot();
  });

  test('the companies differ in what they are told', () => {
    const all = PERSONAS.map(({ facts, items }) =>
      JSON.stringify(hints(fresh, { facts, items, today }).map(({ hint }) => hint)),
    );
    expect(new Set(all).size).toBe(PERSONAS.length);
    expect(PERSONAS).toHaveLength(15);
    const verdicts = PERSONAS.flatMap(({ facts, items }) =>
      hints(fresh, { facts, items, today }).map(({ hint }) => hint.verdict),
    );
    expect([...new Set(verdicts)].sort()).toEqual([
      'LIKELY',
      'NEED_INFO',
      'NOT_ELIGIBLE',
      'NO_MATCHING_COST',
      'WINDOW_CLOSED',
    ]);
  });
});
