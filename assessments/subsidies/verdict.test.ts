import { describe, expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../library.ts';
import type { Subsidy } from '../subsidy.ts';
import { hints } from '../subsidies.ts';
import type { Catalogue } from './catalogue.ts';
import type { CompanyFacts } from './company.ts';
import type { Asked } from './hint.ts';
import { nextQuestions } from './next-questions.ts';
import { hintDisclaimer } from './texts.ts';
import { verified } from './verified.ts';

const catalogue = loadCatalogue(catalogueIds()[0] ?? '');
const today = '2026-11-26';

const ITEM: Asked['items'][number] = {
  id: 'M1',
  title: { ja: '侵入を見つける機器', en: 'Intrusion detection' },
  categories: ['UTM'],
  yen: { lo: 1_100_000, hi: 3_300_000 },
  isOrdered: false,
  waitsForNeed: false,
};

const costing = (lo: number, hi: number) => [{ ...ITEM, yen: { lo, hi } }];

const ELIGIBLE: CompanyFacts = {
  legalForm: { value: 'company' },
  sizeIndustry: { value: 'manufacturing' },
  employees: { value: 48 },
  capital: { value: 30_000_000 },
  prefecture: { value: 'tokyo' },
  yearsAtOffice: { value: 10 },
  taxesPaid: { value: true },
  siteInTokyo: { value: true },
  awards: { awards: [] },
  owners: { owners: [{ share: 10_000, kind: 'individual' }] },
  officers: { value: 3 },
  officersFromLarge: { value: 0 },
  gbizid: { value: 'prime' },
  securityAction: { value: 'two-stars' },
};

/** P11, verified by a person some days ago. */
function tokyo(verifiedOn: string | null, changed: Partial<Subsidy> = {}): Catalogue {
  const programmes = catalogue.programmes
    .filter(({ document }) => document.id === 'P11')
    .map((programme) => ({
      ...programme,
      document: { ...verified(programme.document, verifiedOn), ...changed },
    }));
  return { ...catalogue, programmes };
}

function hint(of: Catalogue, facts: CompanyFacts, items: Asked['items'] = [ITEM], on = today) {
  const [assessed] = hints(of, { facts, items, today: on });
  if (!assessed) throw new Error('There is no programme.');
  return assessed.hint;
}

describe('the verdict', () => {
  const fresh = tokyo('2026-11-25');

  test('is LIKELY where everything is known, fresh and fits', () => {
    expect(hint(fresh, ELIGIBLE)).toMatchObject({
      verdict: 'LIKELY',
      modifiers: ['PREP_REQUIRED', 'COMPETITIVE'],
      range: { lo: 500_000, hi: 1_500_000 },
      missing: [],
    });
  });

  test('is never LIKELY while a value is not verified, and says so', () => {
    const { verdict, modifiers, reasons } = hint(tokyo(null), ELIGIBLE);
    expect(verdict).toBe('NEED_INFO');
    expect(modifiers).toContain('UNVERIFIED');
    expect(reasons.map(({ atom }) => atom)).toEqual(
      expect.arrayContaining(['STALE', 'UNVERIFIED']),
    );
  });

  test('asks where a fact is not known, from nothing on', () => {
    const { taxesPaid: _, ...facts } = ELIGIBLE;
    expect(hint(fresh, facts)).toMatchObject({
      verdict: 'NEED_INFO',
      missing: ['taxesPaid'],
      range: { lo: 0 },
    });
  });

  test('does not ask again what a person will not say', () => {
    const facts: CompanyFacts = { ...ELIGIBLE, taxesPaid: { state: 'declined' } };
    expect(hint(fresh, facts)).toMatchObject({ verdict: 'NEED_INFO', missing: [] });
  });

  test('is out where one condition fails, and a stale rule does not say so', () => {
    const facts: CompanyFacts = {
      ...ELIGIBLE,
      prefecture: { value: 'nagano' },
      branchPrefectures: { value: [] },
    };
    expect(hint(fresh, facts)).toMatchObject({ verdict: 'NOT_ELIGIBLE', range: { lo: 0, hi: 0 } });
    expect(hint(tokyo('2026-11-01'), facts).verdict).toBe('NEED_INFO');
  });

  test('a procedure that is open is to be done and is no refusal', () => {
    const facts: CompanyFacts = { ...ELIGIBLE, securityAction: { value: 'none' } };
    const { verdict, modifiers, prepare } = hint(fresh, facts);
    expect([verdict, modifiers.includes('PREP_REQUIRED')]).toEqual(['LIKELY', true]);
    expect(prepare.length).toBe(hint(fresh, ELIGIBLE).prepare.length + 1);
  });

  test('names no cost where nothing that is planned is covered', () => {
    expect(hint(fresh, ELIGIBLE, [{ ...ITEM, categories: ['FAC'] }]).verdict).toBe(
      'NO_MATCHING_COST',
    );
    expect(hint(fresh, ELIGIBLE, []).verdict).toBe('NO_MATCHING_COST');
  });

  test('what is ordered before the decision is lost, and nothing mends it', () => {
    const { verdict, reasons } = hint(fresh, ELIGIBLE, [{ ...ITEM, isOrdered: true }]);
    expect(verdict).toBe('NO_MATCHING_COST');
    expect(reasons).toContainEqual(expect.objectContaining({ atom: 'ORDER', value: false }));
  });

  test('what is under way may have been ordered: it asks', () => {
    const { verdict, reasons } = hint(fresh, ELIGIBLE, [{ ...ITEM, isOrdered: 'unknown' }]);
    expect(verdict).toBe('NEED_INFO');
    const said = reasons.filter(({ atom }) => atom === 'ORDER');
    expect(said.some(({ text }) => text.ja.includes('進められています'))).toBe(true);
  });

  test('below the floor it is out; where the range crosses it, it asks', () => {
    expect(hint(fresh, ELIGIBLE, costing(100_000, 219_000)).verdict).toBe('NOT_ELIGIBLE');
    expect(hint(fresh, ELIGIBLE, costing(100_000, 500_000)).verdict).toBe('NEED_INFO');
  });

  test('after the last round it is closed', () => {
    const closed = { ...tokyo('2027-01-16') };
    expect(hint(closed, ELIGIBLE, [ITEM], '2027-01-17').verdict).toBe('WINDOW_CLOSED');
  });

  test('too little time for what is to be prepared is said', () => {
    const facts: CompanyFacts = {
      ...ELIGIBLE,
      gbizid: { value: 'none' },
      securityAction: { value: 'none' },
    };
    const late = hint(tokyo('2027-01-13'), facts, [ITEM], '2027-01-14');
    expect(late.reasons.map(({ atom }) => atom)).toContain('TIGHT');
    expect(hint(fresh, facts).reasons.map(({ atom }) => atom)).not.toContain('TIGHT');
  });

  test('papers that describe the protected place are warned of, and that the need comes first', () => {
    const { reasons } = hint(fresh, ELIGIBLE, [
      { ...ITEM, categories: ['NSG'], waitsForNeed: true },
    ]);
    expect(reasons.map(({ atom }) => atom)).toEqual(expect.arrayContaining(['DRAWINGS', 'NEED']));
    expect(hint(fresh, ELIGIBLE).reasons.map(({ atom }) => atom)).not.toContain('DRAWINGS');
  });
});

describe('over the whole catalogue', () => {
  const all = hints(catalogue, { facts: {}, items: [ITEM], today });

  test('every hint of an unverified catalogue carries UNVERIFIED, and none is LIKELY', () => {
    expect(all).toHaveLength(20);
    for (const { hint: one } of all) {
      expect(one.modifiers).toContain('UNVERIFIED');
      expect(one.verdict).not.toBe('LIKELY');
    }
  });

  test('tax, advice and contracts never count as yen', () => {
    const modes = new Map(catalogue.programmes.map(({ document }) => [document.id, document.mode]));
    const none = all.filter(({ hint: { programme } }) =>
      ['tax', 'in_kind', 'contract'].includes(modes.get(programme) ?? ''),
    );
    expect(none.length).toBe(7);
    expect(none.every(({ support }) => support.range.hi === 0)).toBe(true);
  });

  test('each reason that rests on a source names one that is listed', () => {
    const sources = all.flatMap(({ hint: one }) =>
      one.reasons.flatMap(({ source }) => source ?? []),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((source) => !catalogue.sources.has(source))).toEqual([]);
  });

  test('no text is stronger than a possibility', () => {
    const strong = /対象です|受けられます|もらえます|支給されます|確実|保証します|必ず受/;
    const texts = all.flatMap(({ hint: one }) => one.reasons.map(({ text }) => text.ja));
    expect(texts.filter((text) => strong.test(text))).toEqual([]);
    expect(strong.test('この補助は対象です')).toBe(true);
  });

  test('at most three questions are asked, those that settle most first', () => {
    const questions = nextQuestions(all, catalogue.facts, {});
    expect(questions).toHaveLength(3);
    const weights = questions.map(
      ({ programmes, upToYen }) => programmes.length * Math.max(1, upToYen),
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    const declined = Object.fromEntries(
      questions.map(({ fact }) => [fact, { state: 'declined' as const }]),
    );
    const again = nextQuestions(
      hints(catalogue, { facts: declined, items: [ITEM], today }),
      catalogue.facts,
      declined,
    );
    expect(again.filter(({ fact }) => fact in declined)).toEqual([]);
  });
});

test('the footer names the catalogue and promises nothing', () => {
  const { ja, en } = hintDisclaimer('2026-11-22.1');
  expect(ja).toContain('受給を保証しません');
  expect(en).toContain('no support is promised');
  for (const text of [ja, en]) expect(text).toContain('2026-11-22.1');
});
