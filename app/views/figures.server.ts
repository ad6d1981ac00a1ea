import type { Language } from '#assessments/bilingual.ts';
import { DIMENSIONS, OTHER, type Dimension } from '#assessments/disclosure/lattice.ts';
import type { PublishedCell } from '#assessments/disclosure/publication.ts';
import { groupTitle } from '#assessments/disclosure/standard-groups.ts';
import type { readPublished } from '#db/published.ts';
import { figures as texts } from '../messages/figures.ts';
import { dateText, listText } from '../print.ts';

/** What was published for one quarter, beside the quarters before; null where nothing was. Pairs are many. */
export function figuresView(
  published: Awaited<ReturnType<typeof readPublished>>,
  { withPairs }: { withPairs: boolean },
  language: Language,
) {
  if (!published) return null;
  const { chosen, all } = published;
  const rowOf = (cell: PublishedCell) => figureRow(cell, language);
  const within = (dimension: Dimension) =>
    chosen.cells.filter(
      ({ where }) => Object.keys(where).length === 1 && where[dimension] !== undefined,
    );
  const pairs = chosen.cells.filter(({ where }) => Object.keys(where).length === 2);
  return {
    period: chosen.period,
    quarter: quarterText(chosen.period, language),
    basis: texts[language].basis(dateText(chosen.asOf, language), chosen.editionId),
    quarters: all.map(({ period }) => ({ value: period, label: quarterText(period, language) })),
    total: chosen.cells.filter(({ id }) => id === 'total').map(rowOf),
    groups: DIMENSIONS.map((dimension) => ({ dimension, rows: within(dimension).map(rowOf) })),
    pairs: {
      all: pairs.length,
      told: pairs.filter(({ status }) => status !== 'hidden').length,
      rows: withPairs ? pairs.map(rowOf) : null,
    },
    trend: all.map(({ period, editionId, total }) => ({
      ...figureRow(total, language),
      id: period,
      name: quarterText(period, language),
      edition: editionId,
    })),
    isOfOneEdition: new Set(all.map(({ editionId }) => editionId)).size === 1,
    isCarried: chosen.cells.some(({ carried }) => carried),
  };
}

/** A cell in words; every hidden one in the same. */
export function figureRow(
  { id, where, status, n, word, shares, carried }: PublishedCell,
  language: Language,
) {
  const t = texts[language];
  const told =
    word === undefined
      ? shares &&
        listText(
          Object.entries(shares).map(([band, percent]) =>
            t.share(bandText(band, language), percent),
          ),
          language,
        )
      : t.words[word];
  return {
    id,
    name: nameOf(where, language),
    shares:
      shares === undefined
        ? null
        : Object.entries(shares).map(([band, percent]) => ({
            band,
            name: bandText(band, language),
            percent,
          })),
    told: told ?? (status === 'hidden' ? t.hidden : t.countOnly),
    isTold: word !== undefined || shares !== undefined,
    n: n === undefined ? '' : n === '200+' ? t.more : t.companies(n.replace('-', '–')),
    note: carried ? t.carried : '',
  };
}
export type FigureRow = ReturnType<typeof figureRow>;

export function bandText(band: string, language: Language): string {
  const names: Readonly<Record<string, string>> = texts[language].bands;
  return names[band] ?? band;
}

function nameOf(where: PublishedCell['where'], language: Language): string {
  const names = DIMENSIONS.flatMap((dimension) => {
    const id = where[dimension];
    if (id === undefined) return [];
    if (id === OTHER) return [texts[language].other];
    return [groupTitle(dimension, id)?.[language] ?? id];
  });
  return names.join(' / ') || texts[language].total;
}

export function quarterText(period: string, language: Language): string {
  return texts[language].quarter(period.slice(0, 4), period.slice(6));
}
