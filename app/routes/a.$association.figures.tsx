import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { listPublished } from '#db/published.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { Select } from '../components/select.tsx';
import { inPublished, requireOfficer } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { figures as texts } from '../messages/figures.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { figuresView, type FigureRow } from '../views/figures.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const published = await inPublished(officer, (tx) => listPublished(tx, officer.associationId));
  const wanted = new URL(args.request.url).searchParams.get('period');
  return {
    association: officer.associationId,
    view: figuresView(published, wanted, await languageOf(args.request)),
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
        <Form method="get" reloadDocument className="dated" key={view.period}>
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
        <CellTable rows={view.total} />
        <p className="muted">{t.what}</p>
        {view.isCarried && <p className="muted">{t.carriedNote}</p>}
      </Section>
      {view.groups.map(({ dimension, rows }) => (
        <Section key={dimension} id={dimension} title={t.by[dimension]}>
          <CellTable rows={rows} />
        </Section>
      ))}
      <Section id="pairs" title={t.pairs} intro={t.pairsLead}>
        {view.told === 0 && <p>{t.pairsNone}</p>}
        <Disclosure summary={t.pairsAll(view.pairs.length)} open={view.told > 0}>
          <CellTable rows={view.pairs} />
        </Disclosure>
      </Section>
      <Section id="trend" title={t.trend} intro={t.trendSentence(view.trend.length)}>
        <CellTable rows={view.trend} />
      </Section>
      <ButtonRow>
        <LinkButton href={`${paths.figuresFile(association)}?period=${view.period}`}>
          {t.download}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function CellTable({ rows }: { rows: readonly FigureRow[] }) {
  const t = useMessages(texts);
  return (
    <DataTable
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'group', header: t.columns.group, cell: ({ name }) => name },
        {
          key: 'told',
          header: t.columns.told,
          cell: ({ told, carried }) => (
            <>
              {told} {carried && <span className="muted">{t.carried}</span>}
            </>
          ),
        },
        { key: 'n', header: t.columns.n, numeric: true, cell: ({ n }) => n },
      ]}
    />
  );
}

export const meta = pageTitle(texts);
