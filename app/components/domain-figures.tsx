import { useLanguage, useMessages } from '../language.ts';
import { home } from '../messages/home.ts';
import { listText } from '../print.ts';
import type { DomainRow } from '../views/home-domains.server.ts';
import { Coded } from './code.tsx';
import { DataTable } from './data-table.tsx';
import { DomainBars } from './domain-bars.tsx';
import { Legend } from './legend.tsx';

/** The 12 domains as bars with words; the figures stand in DomainTable. */
export function DomainChart({
  domains,
  href,
}: {
  domains: ReadonlyArray<DomainRow>;
  href?: (id: string) => string;
}) {
  const t = useMessages(home);
  return (
    <>
      <Legend label={t.legendLabel} {...t.legend} />
      <DomainBars
        domains={domains.map((domain) => ({
          code: domain.id,
          name: domain.name,
          href: domain.below + domain.toExplain + domain.open > 0 ? href?.(domain.id) : undefined,
          bar: domain.bar,
          words: domain.bar
            ? t.domainNote(domain.below, domain.toExplain, domain.open)
            : t.noFigure,
        }))}
      />
    </>
  );
}

export function DomainTable({
  domains,
  dense = false,
}: {
  domains: ReadonlyArray<DomainRow>;
  dense?: boolean;
}) {
  const t = useMessages(home);
  const language = useLanguage();
  return (
    <DataTable
      caption={t.tableCaption}
      dense={dense}
      variant="pairs"
      rows={domains}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'domain',
          header: t.columns.domain,
          cell: ({ id, name }) => <Coded code={id}>{name}</Coded>,
        },
        {
          key: 'lo',
          header: t.columns.lo,
          numeric: true,
          cell: ({ printed }) => printed?.lo ?? '—',
        },
        {
          key: 'hi',
          header: t.columns.hi,
          numeric: true,
          cell: ({ printed }) => printed?.hi ?? '—',
        },
        {
          key: 'below',
          header: t.columns.below,
          numeric: true,
          cell: ({ below, toExplain }) =>
            toExplain === 0
              ? t.count(below)
              : below === 0
                ? t.toExplain(toExplain)
                : listText([t.count(below), t.toExplain(toExplain)], language),
        },
        { key: 'open', header: t.columns.open, numeric: true, cell: ({ open }) => t.count(open) },
      ]}
    />
  );
}
