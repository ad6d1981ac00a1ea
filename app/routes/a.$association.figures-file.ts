import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PublishedCell } from '#assessments/disclosure/publication.ts';
import { readPublished, type PublishedPeriod } from '#db/published.ts';
import { inPublished, orNotFound, requireOfficer } from '../guards.server.ts';

const COLUMNS = [
  'period',
  'edition',
  'as_of',
  'cell',
  'industry',
  'region',
  'size',
  'status',
  'companies',
  'word',
  'low',
  'low_mid',
  'mid',
  'mid_high',
  'high',
  'carried',
] as const;

/** The published table of a quarter, else of the newest: each cell, hidden ones too; always the same bytes. */
export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const wanted = new URL(args.request.url).searchParams.get('period');
  const published = await inPublished(officer, (tx) =>
    readPublished(tx, officer.associationId, wanted),
  );
  const { chosen } = orNotFound(published);
  const lines = [COLUMNS.join(','), ...chosen.cells.map((cell) => lineOf(chosen, cell))];
  return new Response(`${lines.join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="junbi-figures-${chosen.period}.csv"`,
    },
  });
}

function lineOf({ period, editionId, asOf }: PublishedPeriod, cell: PublishedCell): string {
  const shares: Readonly<Record<string, number>> = cell.shares ?? {};
  const { industry = '', region = '', size = '' } = cell.where;
  const bands = ['low', 'low-mid', 'mid', 'mid-high', 'high'].map((band) => shares[band] ?? '');
  return [
    period,
    editionId,
    asOf,
    cell.id,
    industry,
    region,
    size,
    cell.status,
    cell.n ?? '',
    cell.word ?? '',
    ...bands,
    cell.carried,
  ].join(',');
}
