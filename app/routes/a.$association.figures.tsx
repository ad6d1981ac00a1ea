import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { readPublished } from '#db/published.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { Select } from '../components/select.tsx';
import { ShareBars, ShareLegend } from '../components/share-bars.tsx';
import { inPublished, requireOfficer } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { figures as texts } from '../messages/figures.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { figuresView, type FigureRow } from '../views/figures.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const search = new URL(args.request.url).searchParams;
  const published = await inPublished(officer, (tx) =>
    readPublished(tx, officer.associationId, search.get('period')),
  );
  return {
    association: officer.associationId,
    view: figuresView(
      published,
      { withPairs: search.get('pairs') === 'all' },
      await languageOf(args.request),
    ),
  };
}

export default function Figures() {
  const { association, view } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      {view === null ? (
        <EmptyState
          title={t.noneTitle}
          actions={<LinkButton href={paths.association(association)}>{t.members}</LinkButton>}
        >
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <Published />
      )}
    </Page>
  );
}

/** The quarter that was chosen. */
function Published() {
  const { association, view } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (view === null) return null;
  return (
    <>
      <div className="stack-24">
        <Form method="get" reloadDocument className="dated no-print" key={view.period}>
          <Field id="period" label={t.period}>
            <Select name="period" options={view.quarters} defaultValue={view.period} />
          </Field>
          <Button>{t.show}</Button>
        </Form>
        <Note>
          <b>{t.rulesTitle}</b> {t.rules}
        </Note>
      </div>
      <Section id="total" title={view.quarter} intro={view.basis}>
        <Cells rows={view.total} />
        <p className="muted">{t.what}</p>
        {view.isCarried && <p className="muted">{t.carriedNote}</p>}
      </Section>
      {view.groups.map(({ dimension, rows }) => (
        <Section
          key={dimension}
          id={dimension}
          title={t.by[dimension]}
          intro={t.groupsTold(rows.filter(({ isTold }) => isTold).length, rows.length)}
        >
          <Cells rows={rows} />
        </Section>
      ))}
      <Section id="pairs" title={t.pairs} intro={t.pairsLead}>
        <p>{view.pairs.told === 0 ? t.pairsNone : t.pairsTold(view.pairs.told, view.pairs.all)}</p>
        {view.pairs.rows === null ? (
          <p className="no-print">
            <a href={`${paths.figures(association)}?period=${view.period}&pairs=all#pairs`}>
              {t.pairsAll(view.pairs.all)}
            </a>
          </p>
        ) : (
          <Disclosure summary={t.pairsAll(view.pairs.all)} open>
            <CellTable rows={view.pairs.rows} />
          </Disclosure>
        )}
      </Section>
      <Section id="trend" title={t.trend} intro={t.trendSentence(view.trend.length)}>
        {!view.isOfOneEdition && <Note>{t.editionsDiffer}</Note>}
        <ShareLegend label={t.legend} rows={view.trend} />
        <ShareBars rows={view.trend} />
        <Disclosure summary={t.table}>
          <DataTable rows={view.trend} rowKey={({ id }) => id} columns={trendColumns(t)} />
        </Disclosure>
      </Section>
      <ButtonRow>
        <LinkButton href={`${paths.figuresFile(association)}?period=${view.period}`}>
          {t.download}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

/** The chart of some cells, and the same as a table. */
function Cells({ rows }: { rows: readonly FigureRow[] }) {
  const t = useMessages(texts);
  return (
    <>
      <ShareLegend label={t.legend} rows={rows} />
      <ShareBars rows={rows} />
      <Disclosure summary={t.table}>
        <CellTable rows={rows} />
      </Disclosure>
    </>
  );
}

function CellTable({ rows }: { rows: readonly FigureRow[] }) {
  const t = useMessages(texts);
  return <DataTable rows={rows} rowKey={({ id }) => id} columns={columnsOf(t)} />;
}

type Texts = (typeof texts)['ja'];

const columnsOf = ({ columns }: Pick<Texts, 'columns'>): Column<FigureRow>[] => [
  { key: 'group', header: columns.group, cell: ({ name }) => name },
  {
    key: 'told',
    header: columns.told,
    cell: ({ told, note }) => (
      <>
        {told} <span className="muted">{note}</span>
      </>
    ),
  },
  { key: 'n', header: columns.n, numeric: true, cell: ({ n }) => n },
];

/** Each quarter with its edition. */
const trendColumns = (t: Texts): Column<FigureRow & { edition: string }>[] => [
  ...columnsOf({ columns: { ...t.columns, group: t.period } }),
  { key: 'edition', header: t.edition, cell: ({ edition }) => edition },
];

export const meta = pageTitle(texts);
