import type { Language } from '#assessments/bilingual.ts';
import type { Band } from '#assessments/disclosure/contribution.ts';
import { DIMENSIONS, type Dimension } from '#assessments/disclosure/lattice.ts';
import type { PublishedCell } from '#assessments/disclosure/publication.ts';
import { groupTitle, STANDARD_GROUPS } from '#assessments/disclosure/standard-groups.ts';
import type { Contributed, Release } from '#db/contributions.ts';
import type { JoinedAssociation } from '#db/participation.ts';
import type { PublishedPeriod } from '#db/published.ts';
import type { Offer, Offering } from '../contributing/offer.server.ts';
import { contribution as texts } from '../messages/contribution.ts';
import { figures } from '../messages/figures.ts';
import { dateText } from '../print.ts';
import { bandText, figureRow, quarterText } from './figures.server.ts';

/** Every group that a company may say it belongs to. */
export function groupChoices(language: Language) {
  const none = { value: '', label: texts[language].choose };
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      [
        none,
        ...STANDARD_GROUPS[dimension].map(({ id, title }) => ({
          value: id,
          label: title[language],
        })),
      ],
    ]),
  );
}

/** What stands released; null where nothing does. */
export function standsView(stands: Contributed | null, offering: Offering, language: Language) {
  if (!stands) return null;
  return {
    day: dateText(stands.releasedAt.toISOString(), language),
    byName: stands.releasedByName,
    lines: [
      ...groupLines(stands, language),
      { term: texts[language].lines.overall, value: bandText(stands.overall, language) },
    ],
    isOlder: offering.ok && offering.offer.resultId !== stands.resultId,
  };
}

/** The result that would be used, and what it says of the groups. */
export function offerView(offering: Offering, language: Language) {
  if (!offering.ok) return { ok: false as const, reason: offering.reason };
  const { title, editionId, signedAt, region, size } = offering.offer;
  const day = dateText(signedAt.toISOString(), language);
  return {
    ok: true as const,
    result: texts[language].resultText(title, day, editionId),
    region: region ?? '',
    size: size ?? '',
  };
}

/** Everything that would leave, line by line. */
export function leavingLines(
  release: Release,
  { offer, joined, consultancy }: Leaving,
  language: Language,
) {
  const t = texts[language];
  const { lines } = t;
  const day = (date: Date) => dateText(date.toISOString(), language);
  return [
    ...groupLines(release, language).map((line) => ({ ...line, note: '' })),
    { term: lines.overall, value: bandText(release.overall, language), note: lines.overallHelp },
    {
      term: t.result,
      value: t.resultText(offer.title, day(offer.signedAt), offer.editionId),
      note: '',
    },
    { term: lines.half, value: release.answeredAtLeastHalf ? t.yes : t.no, note: t.forEligibility },
    { term: lines.joined, value: day(joined.joinedAt), note: t.forEligibility },
    { term: lines.released, value: t.today, note: t.forEligibility },
    { term: lines.holding, code: release.holding, note: t.forEligibility },
    {
      term: lines.batch,
      code: release.batch,
      note: consultancy === null ? t.alone : t.consultant(consultancy),
    },
    { term: lines.link, value: lines.linkText, note: '' },
  ];
}
export type LeavingLine = { term: string; value?: string; code?: string; note: string };

interface Leaving {
  offer: Offer;
  joined: JoinedAssociation;
  /** By name, where one wrote more than half of the answers. */
  consultancy: string | null;
}

type Grouped = Readonly<Record<Dimension, string>>;

const groupLines = (of: Grouped, language: Language) =>
  DIMENSIONS.map((dimension) => ({
    term: texts[language][dimension],
    value: groupTitle(dimension, of[dimension])?.[language] ?? of[dimension],
  }));

/** The company's band beside what was published last: all, and its own groups; all alone where it takes no part. */
export function positionView(
  stands: Contributed | null,
  newest: PublishedPeriod | null,
  language: Language,
) {
  if (!newest) return { kind: 'none' as const };
  if (stands && newest.editionId !== stands.editionId)
    return { kind: 'other-edition' as const, own: stands.editionId };
  const own = newest.cells.filter(({ id, where }) => {
    const [dimension, ...more] = DIMENSIONS.filter((one) => where[one] !== undefined);
    if (dimension === undefined) return id === 'total';
    return more.length === 0 && where[dimension] === stands?.[dimension];
  });
  return {
    kind: 'beside' as const,
    band: stands && bandText(stands.overall, language),
    quarter: quarterText(newest.period, language),
    basis: figures[language].basis(dateText(newest.asOf, language), newest.editionId),
    rows: own.map((cell) => ({
      ...figureRow(cell, language),
      same: stands && sameText(cell, stands.overall, language),
    })),
  };
}

/** The published share of the band that holds the company's; where bands were merged, of the merged one. */
function sameText({ shares }: PublishedCell, band: Band, language: Language): string {
  const t = texts[language];
  const found = Object.entries(shares ?? {}).find(([name]) => name.split('-').includes(band));
  return found ? t.same(found[1], bandText(found[0], language)) : t.notTold;
}
